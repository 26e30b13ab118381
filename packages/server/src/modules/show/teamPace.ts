import { Bucket } from '../../platform/sockets/bucket.ts';

/** A hand that changes its mind, on as many phones as a team likes. */
const PACE = { burst: 12, perSec: 2 };

/**
 * What a team may send again and again for one question, each time kept for ever: entries, stakes, test presses. A
 * press that counts is not among it: of those there is one an opening.
 */
export class TeamPace {
  readonly #teams = new Map<string, Bucket>();

  /** `team` is one of the show, so there are never many. */
  may(team: string): boolean {
    let bucket = this.#teams.get(team);
    if (bucket === undefined) this.#teams.set(team, (bucket = new Bucket(PACE)));
    return bucket.take();
  }
}
