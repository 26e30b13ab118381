export { ENTRANT_COOKIE, entrantCookie, entrantOf } from './entrantCookie.ts';
export { entryRoutes } from './routes.ts';
export { readEntrant, readEntrants, readEntries, type EntrantRow, type EntryRow } from './store.ts';
export { openTicket } from './ticket.ts';
export { ticketPaths } from './tickets.ts';
