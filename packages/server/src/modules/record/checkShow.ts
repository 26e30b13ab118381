import { compare } from '@leitai/rules';
import {
  completeConfig,
  completeEvent,
  evolve,
  initial,
  type ShowState,
  type Standing,
} from '@leitai/rules/show';
import { checkDrawn } from './checkDrawn.ts';
import { firstDifference } from './compare.ts';
import type { ContestRecord, RecordStage } from './format.ts';

/** Shows are replayed from their event logs; ledger, final standing and marks must follow. */
export function* checkShows(record: ContestRecord): Iterable<string> {
  for (const stage of record.stages) for (const fault of checkShow(stage)) yield `${stage.name}, ${fault}`;
}

function* checkShow({ kind, show, marks }: RecordStage): Iterable<string> {
  const given = marks.filter(({ source }) => source === 'show');
  if (kind !== 'show') return;
  if (show === null) {
    if (given.length > 0) yield 'marks of a show without its log';
    return;
  }
  let state: ShowState = initial(completeConfig(show.config));
  for (const [i, { seq, event: stored }] of show.events.entries()) {
    const event = completeEvent(stored);
    if (seq !== i + 1) yield `event ${i + 1} is missing`;
    for (const fault of checkDrawn(state, event, show)) yield `event ${seq}, ${fault}`;
    state = evolve(state, event);
  }
  const gap = state.ledger.findIndex(({ no }, i) => no !== i + 1);
  if (gap >= 0) yield `row ${gap + 1} of the ledger is missing`;
  if (given.length === 0) return;
  if (state.standings === null) {
    yield 'marks of a show that has not finished';
    return;
  }
  const worth = new Map(state.standings.map((line) => [line.team, worthOf(line, state)]));
  for (const [team, expected] of worth) {
    const mark = given.find(({ entry }) => entry === team);
    const difference = firstDifference(
      mark === undefined
        ? null
        : { score: mark.score, decider: mark.decider, eliminated: mark.eliminated ?? null },
      expected,
    );
    if (difference !== null) yield `mark of ${team}, ${difference}`;
  }
  for (const { entry } of given) if (!worth.has(entry)) yield `mark of ${entry}, which is not in the show`;
}

/** The board's score; where a decider or a lot was needed, the place among the equal (QZ-51); when the team left. */
function worthOf({ team, total, place }: Standing, { standings: all, eliminated }: ShowState) {
  const leftAt = (one: string): number => eliminated.findIndex((teams) => teams.includes(one)) + 1;
  const level = all!.filter(
    (other) => compare(other.total, total) === 0 && leftAt(other.team) === leftAt(team),
  );
  const best = Math.min(...level.map((other) => other.place));
  const shared = level.every((other) => other.place === best);
  return { score: total, decider: shared ? null : place - best + 1, eliminated: leftAt(team) || null };
}
