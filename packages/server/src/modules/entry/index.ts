export { ENTRANT_COOKIE, entrantCookie, entrantOf } from './entrantCookie.ts';
export { entryRoutes } from './routes.ts';
export { readEntrant, readEntrants, readEntries, type EntrantRow, type EntryRow } from './store.ts';
export { openTicket, ticketPath } from './ticket.ts';
export { readTickets, ticketPaths } from './tickets.ts';
