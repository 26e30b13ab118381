import type { Role } from '@leitai/rules';
import type { Database, Tx } from '../../platform/database.ts';
import type { Staff } from '../../platform/http/handler.ts';
import type { Platform } from '../../platform/platform.ts';

export interface GrantRow {
  readonly id: string;
  readonly role: Role;
  readonly unitId: string;
  readonly unitName: string;
  readonly unitPath: string;
}

export interface AccountRow {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly disabled: boolean;
  readonly grants: readonly GrantRow[];
}

export async function grantsOf(
  db: Database | Tx,
  userIds: readonly string[],
): Promise<Map<string, GrantRow[]>> {
  const result = new Map<string, GrantRow[]>(userIds.map((id) => [id, []]));
  if (userIds.length === 0) return result;
  const rows = await db
    .selectFrom('role_grant as g')
    .innerJoin('unit as u', 'u.id', 'g.unit_id')
    .select(['g.id', 'g.user_id', 'g.role', 'u.id as unitId', 'u.name as unitName', 'u.path as unitPath'])
    .where('g.user_id', 'in', [...userIds])
    .orderBy('u.path')
    .orderBy('g.role')
    .execute();
  for (const { user_id, role, ...row } of rows) result.get(user_id)?.push({ ...row, role: role as Role });
  return result;
}

export async function readAccounts(db: Database | Tx, userIds?: readonly string[]): Promise<AccountRow[]> {
  let query = db.selectFrom('auth_user').select(['id', 'username', 'name', 'disabled']).orderBy('username');
  if (userIds !== undefined) query = query.where('id', 'in', [...userIds]);
  const users = userIds?.length === 0 ? [] : await query.execute();
  const grants = await grantsOf(
    db,
    users.map((user) => user.id),
  );
  return users.map((user) => ({ ...user, username: user.username ?? '', grants: grants.get(user.id) ?? [] }));
}

export const readAccount = async (db: Database | Tx, userId: string): Promise<AccountRow | undefined> =>
  (await readAccounts(db, [userId]))[0];

/** Who a session is, as of now and in one statement; `null` when it is over or the account is disabled. */
export async function readSession(pool: Platform['pool'], token: string): Promise<Staff | null> {
  const { rows } = await pool.query<Staff>({
    name: 'account.session',
    text: `select u.id as "userId", coalesce(u.username, '') as username, u.name,
        u."mustChangePassword" is true as "mustChangePassword",
        coalesce((
          select json_agg(json_build_object('role', g.role, 'unitPath', n.path) order by n.path, g.role)
          from role_grant g join unit n on n.id = g.unit_id where g.user_id = u.id
        ), '[]') as grants
      from auth_session s join auth_user u on u.id = s."userId"
      where s.token = $1 and s."expiresAt" > now() and u.disabled is not true`,
    values: [token],
  });
  return rows[0] ?? null;
}
