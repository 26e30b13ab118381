import type { Endpoints, ReplyOf } from '@leitai/contract';
import { presentFaults } from '../../platform/sheet/fault.ts';
import { people, type Imported } from './importEntries.ts';
import type { EntrantRow, EntryRow } from './store.ts';
import type { TicketRow } from './tickets.ts';

type Report = ReplyOf<Endpoints['entry.import']>;
type Entry = ReplyOf<Endpoints['entry.list']>['entries'][number];
type Ticket = ReplyOf<Endpoints['ticket.list']>['tickets'][number];

const SHOWN_ROWS = 200;

export const presentReport = ({ committed, faults, entries }: Imported): Report => ({
  committed,
  entries: entries.length,
  entrants: people(entries),
  ...presentFaults(faults),
  preview: entries
    .flatMap((entry) =>
      entry.entrants.map(({ seat, name, unit }) => ({ team: entry.name, seat, name, unitName: unit.name })),
    )
    .slice(0, SHOWN_ROWS),
});

export function presentEntries(entries: readonly EntryRow[], entrants: readonly EntrantRow[]): Entry[] {
  const byEntry = Map.groupBy(entrants, ({ entryId }) => entryId);
  return entries.map(({ id, no, name, unitName, status }) => ({
    id,
    no,
    name,
    unitName,
    status,
    entrants: (byEntry.get(id) ?? []).map((entrant) => ({
      id: entrant.id,
      entryNo: entrant.entryNo,
      seat: entrant.seat,
      name: entrant.name,
      unitName: entrant.unitName,
      memberNo: entrant.memberNo,
    })),
  }));
}

export const presentTicket = (ticket: TicketRow, path: string): Ticket => ({
  id: ticket.id,
  entrantId: ticket.entrantId,
  entryNo: ticket.entryNo,
  name: ticket.name,
  team: ticket.team,
  seat: ticket.seat,
  unitName: ticket.unitName,
  path,
  issuedAt: ticket.issuedAt.getTime(),
  expiresAt: ticket.expiresAt.getTime(),
  revoked: ticket.revokedAt !== null,
});
