import { maskName, ok, refuse, type Result } from '@leitai/rules';
import type { Endpoints, ReplyOf } from '@leitai/contract';
import type { Database } from '../../platform/database.ts';
import { presentNotice, readResult, type StoredResult } from '../awards/index.ts';
import { printRules, readContest, readStages, type ContestRow, type StageRow } from '../contest/index.ts';

type View = ReplyOf<Endpoints['public.contest']>;

/**
 * A contest as anyone may see it: under way or decided, its result only once a notice has been posted. Those without
 * a place are not listed; persons without an award appear by surname (DP-23).
 */
export async function publicContest(db: Database, contestId: string): Promise<Result<View>> {
  const contest = await readContest(db, contestId);
  if (contest === undefined || (contest.status !== 'running' && contest.status !== 'closed'))
    return refuse('notFound');
  const result = await readResult(db, contestId);
  const shown = result !== undefined && result.state !== 'sealed' ? result : null;
  const rules = await printRules(db, contest);
  return ok(present(contest, rules, await readStages(db, contestId), shown));
}

/** Field by field: name, unit, contest, place, award and nothing else about a person (DP-20). */
function present(
  contest: ContestRow,
  rules: View['ruleSheet'],
  stages: readonly StageRow[],
  result: StoredResult | null,
): View {
  return {
    id: contest.id,
    title: contest.title,
    seasonTitle: contest.seasonTitle,
    unitName: contest.unitName,
    tier: contest.tier,
    status: contest.status,
    stages: stages.map(({ id, name, kind, status }) => ({ id, name, kind, status })),
    ruleSheet: rules,
    resultState: result === null ? null : (result.state as 'noticed' | 'final'),
    results: result === null ? [] : resultLines(result, contest.settings?.ranked.kind === 'person'),
    notice: result?.notice ? presentNotice(result.notice) : null,
  };
}

function resultLines({ standings, awards }: StoredResult, persons: boolean): View['results'] {
  const awarded = new Map(awards.map((award) => [award.entryId, award]));
  return standings
    .filter(({ place }) => place !== null)
    .map((line) => {
      const award = awarded.get(line.entryId);
      return {
        place: line.place,
        name: persons && award === undefined ? maskName(line.name) : line.name,
        unitName: line.unitName,
        award: award?.tier ?? null,
        members: award === undefined ? [] : [...award.members],
        ...(line.byLot === undefined ? {} : { byLot: line.byLot }),
      };
    });
}
