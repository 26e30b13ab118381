import { assignAwards, type Award, type Refusal } from '@leitai/rules';
import type { AwardLine } from '@leitai/contract';
import type { Static } from 'typebox';
import type { Database, Tx } from '../../platform/database.ts';
import { readStages, type ContestRow } from '../contest/index.ts';
import { fingerprint, presentStanding, readField, stageStanding, type Line } from '../standings/index.ts';
import { overall } from './overall.ts';

export type AwardView = Static<typeof AwardLine>;

export interface ComputedResult {
  readonly standings: Line[];
  readonly awards: AwardView[];
  /** Why it cannot be sealed as it stands: `result.stageOpen {stage}`, `award.tieAtBoundary`. */
  readonly refusal: Refusal | null;
  /** Of standings and awards. */
  readonly fingerprint: string;
}

/**
 * Standings and awards of a contest from the marks that count now. Awards go to the field of the last stage, the
 * actual finalists (SK-97); none while a stage is open.
 */
export async function computeResult(db: Database | Tx, contest: ContestRow): Promise<ComputedResult> {
  const stages = await readStages(db, contest.id);
  const field = await readField(db, contest.id);
  const ranked = [];
  for (const stage of stages) ranked.push(await stageStanding(db, stage, field));

  const lines = new Map<string, Line>();
  for (const { rows, marks } of ranked)
    for (const line of presentStanding(rows, marks, field)) lines.set(line.entryId, line);
  const standings = overall(ranked.map(({ rows }) => rows)).map(({ entry }) => lines.get(entry)!);

  const open = stages.find(({ status }) => status === 'planned' || status === 'open');
  let refusal: Refusal | null = null;
  let given: readonly Award[] = [];
  if (contest.settings === null || stages.length === 0) refusal = { code: 'result.noStages' };
  else if (open !== undefined) refusal = { code: 'result.stageOpen', facts: { stage: open.name } };
  else {
    const assigned = assignAwards(contest.settings.award, ranked.at(-1)!.rows);
    if (assigned.ok) given = assigned.value;
    else refusal = assigned.refusal;
  }
  const awards = given.map(({ entry, tier, place }): AwardView => {
    const { name, unitName, members } = field.get(entry)!;
    return { entryId: entry, name, unitName, place, tier, members: members.map((member) => member.name) };
  });
  return { standings, awards, refusal, fingerprint: fingerprint({ standings, awards }) };
}
