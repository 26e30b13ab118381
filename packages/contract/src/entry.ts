import { Type } from 'typebox';
import { Closed, Done, Id, Maybe, Ms, SheetFault, Words } from './shapes.ts';
import type { Endpoint } from './endpoint.ts';

export const EntrantView = Closed({
  id: Id,
  entryNo: Type.String(),
  seat: Type.Integer(),
  name: Type.String(),
  unitName: Type.String(),
  memberNo: Maybe(Type.String()),
});

export const EntryView = Closed({
  id: Id,
  no: Type.Integer(),
  name: Type.String(),
  unitName: Type.String(),
  status: Words(['qualified', 'withdrawn', 'disqualified']),
  entrants: Type.Array(EntrantView),
});

export const ImportReport = Closed({
  committed: Type.Boolean(),
  entries: Type.Integer(),
  entrants: Type.Integer(),
  faults: Type.Array(SheetFault),
  /** Faults beyond the first 200. */
  moreFaults: Type.Integer(),
  preview: Type.Array(
    Closed({ team: Type.String(), seat: Type.Integer(), name: Type.String(), unitName: Type.String() }),
  ),
});

export const TicketView = Closed({
  id: Id,
  entrantId: Id,
  entryNo: Type.String(),
  name: Type.String(),
  team: Type.String(),
  seat: Type.Integer(),
  unitName: Type.String(),
  /** Path of the phone page with the signed ticket, to be put behind the server's address and into a QR code. */
  path: Type.String(),
  issuedAt: Ms,
  expiresAt: Ms,
  revoked: Type.Boolean(),
});

const ParamsContest = Closed({ contestId: Id });
const read = { who: 'staff', action: 'entry.read', of: 'contest', at: 'params.contestId' } as const;
const manage = { who: 'staff', action: 'entry.manage', of: 'contest', at: 'params.contestId' } as const;

export const entryEndpoints = {
  'entry.template': {
    method: 'GET',
    path: '/api/contests/:contestId/entries/template',
    summary: 'The XLSX sheet to fill in',
    access: read,
    params: ParamsContest,
    reply: { file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  },
  'entry.import': {
    method: 'POST',
    path: '/api/contests/:contestId/entries/import',
    summary: 'Import teams and entrants from XLSX or CSV: all rows or none; `dryRun` only checks',
    access: manage,
    params: ParamsContest,
    query: Closed({ dryRun: Type.Optional(Type.Boolean()) }),
    body: 'file',
    reply: ImportReport,
  },
  'entry.list': {
    method: 'GET',
    path: '/api/contests/:contestId/entries',
    summary: 'Entries with their entrants',
    access: read,
    params: ParamsContest,
    reply: Closed({ entries: Type.Array(EntryView) }),
  },
  'entry.clear': {
    method: 'DELETE',
    path: '/api/contests/:contestId/entries',
    summary: 'Take an import back; refused once the contest has started',
    access: manage,
    params: ParamsContest,
    reply: Done,
  },
  'ticket.issue': {
    method: 'POST',
    path: '/api/contests/:contestId/tickets',
    summary: 'Issue admission tickets 准考证 to all entrants who have none',
    access: manage,
    params: ParamsContest,
    reply: Closed({ tickets: Type.Array(TicketView) }),
  },
  'ticket.list': {
    method: 'GET',
    path: '/api/contests/:contestId/tickets',
    summary: 'Admission tickets to print',
    access: manage,
    params: ParamsContest,
    reply: Closed({ tickets: Type.Array(TicketView) }),
  },
  'ticket.revoke': {
    method: 'POST',
    path: '/api/tickets/:ticketId/revoke',
    summary: 'Revoke a lost ticket; the next issue makes a new one',
    access: { who: 'staff', action: 'entry.manage', of: 'ticket', at: 'params.ticketId' },
    params: Closed({ ticketId: Id }),
    reply: Done,
  },
} as const satisfies Record<string, Endpoint>;
