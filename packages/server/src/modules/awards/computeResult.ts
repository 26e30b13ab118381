import { assignAwards, type Award, type Refusal } from '@leitai/rules';
import type { AwardLine } from '@leitai/contract';
import type { Static } from 'typebox';
import type { Database, Tx } from '../../platform/database.ts';
import type { ContestRow } from '../contest/index.ts';
import { contestStanding, fingerprint, type Line, type StoredLots } from '../standings/index.ts';

export type AwardView = Static<typeof AwardLine>;

export interface ComputedResult {
  readonly standings: Line[];
  readonly awards: AwardView[];
  /** Why it cannot be sealed as it stands: `result.stageOpen {stage}`, `result.tieUndecided`, `award.tieAtBoundary`. */
  readonly refusal: Refusal | null;
  /** Of standings and awards. */
  readonly fingerprint: string;
  readonly lots: StoredLots | null;
}

/**
 * Standings and awards of a contest from the marks that count now. Awards go to the field of the last stage, the
 * actual finalists (SK-97); none while a stage is open, or lots are still to be drawn.
 */
export async function computeResult(db: Database | Tx, contest: ContestRow): Promise<ComputedResult> {
  const { lines, last, field, lots, ...standing } = await contestStanding(db, contest);
  let { refusal } = standing;
  let given: readonly Award[] = [];
  if (refusal === null && contest.settings !== null) {
    const assigned = assignAwards(contest.settings.award, last);
    if (assigned.ok) given = assigned.value;
    else refusal = assigned.refusal;
  }
  const awards = given.map(({ entry, tier, place }): AwardView => {
    const { name, unitName, members } = field.get(entry)!;
    return { entryId: entry, name, unitName, place, tier, members: members.map((member) => member.name) };
  });
  const standings = [...lines];
  return { standings, awards, refusal, fingerprint: fingerprint({ standings, awards }), lots };
}
