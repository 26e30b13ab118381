import { ok, refuse } from '@leitai/rules';
import type { HandlersOf } from '../../platform/http/handler.ts';
import type { Platform } from '../../platform/platform.ts';
import { readContest } from '../contest/index.ts';
import { readUnits } from '../org/index.ts';
import { clearEntries } from './clearEntries.ts';
import { importEntries } from './importEntries.ts';
import { presentEntries, presentReport, presentTicket } from './present.ts';
import { readEntrants, readEntries } from './store.ts';
import { ticketPath } from './ticket.ts';
import { issueTickets, readTickets, revokeTicket, type TicketRow } from './tickets.ts';
import { writeTemplate } from './writeTemplate.ts';

type Names =
  | 'entry.template'
  | 'entry.import'
  | 'entry.list'
  | 'entry.clear'
  | 'ticket.issue'
  | 'ticket.list'
  | 'ticket.revoke';

export function entryRoutes(platform: Platform): HandlersOf<Names> {
  const { db } = platform;
  const tickets = (rows: readonly TicketRow[]) => ({
    tickets: rows.map((row) => presentTicket(row, ticketPath(platform, row.id, row.expiresAt))),
  });
  return {
    'entry.template': async ({ params }) => {
      const contest = await readContest(db, params.contestId);
      if (contest === undefined) return refuse('notFound');
      if (contest.settings === null) return refuse('contest.noSettings');
      const units = (await readUnits(db)).filter(({ path }) => path.startsWith(contest.unitPath));
      const bytes = await writeTemplate(
        contest.settings,
        contest.title,
        units.map(({ name }) => name),
      );
      return ok({ fileName: `${contest.code}-报名表.xlsx`, bytes });
    },
    'entry.import': async ({ params, query, upload, staff }) => {
      if (upload === undefined) return refuse('request.invalid', { field: 'file' });
      const dryRun = query.dryRun ?? false;
      const imported = await importEntries(platform, params.contestId, upload, { dryRun, staff });
      return imported.ok ? ok(presentReport(imported.value)) : imported;
    },
    'entry.list': async ({ params }) =>
      ok({
        entries: presentEntries(
          await readEntries(db, params.contestId),
          await readEntrants(db, params.contestId),
        ),
      }),
    'entry.clear': ({ params, staff }) => clearEntries(platform, params.contestId, staff.username),
    'ticket.issue': async ({ params, staff }) => {
      const issued = await issueTickets(platform, params.contestId, staff.username);
      return issued.ok ? ok(tickets(issued.value)) : issued;
    },
    'ticket.list': async ({ params }) => ok(tickets(await readTickets(db, params.contestId))),
    'ticket.revoke': ({ params, staff }) => revokeTicket(platform, params.ticketId, staff.username),
  };
}
