import { ok, refuse, type Result } from '@leitai/rules';
import { GroupCommit } from '../../platform/groupCommit.ts';
import type { Platform } from '../../platform/platform.ts';
import { Bucket } from '../../platform/sockets/bucket.ts';
import { Doors, type DoorPace } from '../../platform/sockets/doors.ts';
import type { GuestAct } from './crowdActs.ts';
import { guestToken, newGuest, readGuestToken, type Guest } from './crowdGuest.ts';
import { countGuests, insertGuests } from './crowdStore.ts';

/** Of one show; beyond it newcomers only watch. */
const MOST_GUESTS = 50_000;
/** Newcomers through one address: the largest hall at once, then as many as come late. Who was here comes back freely. */
const NEWCOMERS: DoorPace = {
  address: { burst: 5_000, perSec: 1 },
  house: { burst: MOST_GUESTS, perSec: MOST_GUESTS },
};
/** A guest changes its mind a few times and then once in two seconds; it cheers once a second. */
const PACE = {
  crowdAnswer: { burst: 8, perSec: 0.5 },
  cheer: { burst: 3, perSec: 1.2 },
} as const;
/** Codes that were taken already are drawn again. */
const TRIES = 8;

interface Here extends Record<GuestAct['type'], Bucket> {
  /** Open pages of this guest. */
  pages: number;
}

/** The phones that take part in one show. A whole hall behind one address is welcome: the pace is each guest's own. */
export class GuestBook {
  readonly #stageId: string;
  readonly #platform: Pick<Platform, 'db' | 'clock' | 'secrets'>;
  readonly #arrivals: GroupCommit<null, Guest | null>;
  readonly #here = new Map<string, Here>();
  readonly #newcomers: Doors;
  #count: number | null = null;

  constructor(stageId: string, platform: Pick<Platform, 'db' | 'clock' | 'secrets'>, newcomers = NEWCOMERS) {
    this.#stageId = stageId;
    this.#platform = platform;
    this.#newcomers = new Doors(newcomers);
    this.#arrivals = new GroupCommit((rows) => this.#register(rows.length));
  }

  /**
   * `token`: the one this phone was given, or empty; `door`: where it comes from (`doorOf`). Refuses `guest.invalid`,
   * `guest.full`, `server.busy`.
   */
  async welcome(token: string, door: string | null): Promise<Result<{ guest: Guest; token: string }>> {
    const secret = this.#platform.secrets.screen;
    if (token !== '') {
      const known = readGuestToken(secret, this.#stageId, token);
      return known === null ? refuse('guest.invalid') : ok({ guest: known, token });
    }
    if (!this.#newcomers.enter(door)) return refuse('guest.full');
    const arrival = this.#arrivals.append(null);
    const guest = arrival === null ? undefined : await arrival.catch(() => undefined);
    if (guest === undefined) return refuse('server.busy');
    if (guest === null) return refuse('guest.full');
    return ok({ guest, token: guestToken(secret, this.#stageId, guest) });
  }

  came({ id }: Guest): void {
    const here = this.#here.get(id) ?? {
      pages: 0,
      crowdAnswer: new Bucket(PACE.crowdAnswer),
      cheer: new Bucket(PACE.cheer),
    };
    here.pages += 1;
    this.#here.set(id, here);
  }

  left({ id }: Guest): void {
    const here = this.#here.get(id);
    if (here === undefined) return;
    here.pages -= 1;
    if (here.pages === 0) this.#here.delete(id);
  }

  mayAct({ id }: Guest, type: GuestAct['type']): boolean {
    return this.#here.get(id)?.[type].take() ?? false;
  }

  async #register(count: number): Promise<(Guest | null)[]> {
    const { db, clock } = this.#platform;
    this.#count ??= await countGuests(db, this.#stageId);
    const welcome = Math.min(count, Math.max(0, MOST_GUESTS - this.#count));
    const made: Guest[] = [];
    for (let tries = 0; made.length < welcome && tries < TRIES; tries += 1) {
      const offered = Array.from({ length: welcome - made.length }, newGuest);
      const taken = await insertGuests(db, this.#stageId, offered, clock.now());
      made.push(...offered.filter(({ id }) => taken.has(id)));
    }
    this.#count += made.length;
    return Array.from({ length: count }, (_, i) => made[i] ?? null);
  }
}
