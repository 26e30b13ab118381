import { ok } from '@leitai/rules';
import { sql } from 'kysely';
import type { HandlersOf } from '../../platform/http/handler.ts';
import type { Platform } from '../../platform/platform.ts';

const PAGE = 100;

/** The audit log is read here and written by `audit()` of the platform, inside the transaction of each act. */
export function auditRoutes({ db }: Platform): HandlersOf<'audit.list'> {
  return {
    'audit.list': async ({ staff, query }) => {
      const paths = staff.grants
        .filter((grant) => grant.role === 'auditAdmin')
        .map((grant) => grant.unitPath);
      if (paths.length === 0) return ok({ rows: [] });
      const rows = await db
        .selectFrom('audit')
        .select(['seq', 'at', 'actor', 'action', 'object', 'detail', 'hash'])
        .where((eb) => eb.or(paths.map((path) => sql<boolean>`starts_with(unit_path, ${path})`)))
        .$if(query.before !== undefined, (q) => q.where('seq', '<', String(query.before)))
        .orderBy('seq', 'desc')
        .limit(query.limit ?? PAGE)
        .execute();
      return ok({
        rows: rows.map((row) => ({
          seq: Number(row.seq),
          at: row.at.getTime(),
          actor: row.actor,
          action: row.action,
          object: row.object,
          detail: row.detail,
          hash: row.hash,
        })),
      });
    },
  };
}
