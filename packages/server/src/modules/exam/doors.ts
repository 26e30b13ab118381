import type { Result } from '@leitai/rules';
import type { EntrantSession, SetCookie } from '../../platform/http/handler.ts';

/** An entrant as it may be shown to itself and to the officer in charge. */
export interface EntrantCard {
  readonly entrantId: string;
  readonly entryId: string;
  readonly entryNo: string;
  readonly name: string;
  readonly team: string;
  readonly seat: number;
  readonly unitName: string;
}

/** What the exam asks of the entries; `main.ts` hangs the doors. */
export interface EntryDoors {
  openTicket(ticket: string): Promise<Result<{ session: EntrantSession; cookie: SetCookie }>>;
  /** Entrants of these entries, in the order of entries and seats. */
  readEntrants(entryIds: readonly string[]): Promise<readonly EntrantCard[]>;
  readEntrant(entrantId: string): Promise<EntrantCard | null>;
}
