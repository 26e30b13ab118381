import { compare } from '@leitai/rules';
import { evolve, initial, standings, type ShowState, type Standing } from '@leitai/rules/show';
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
  let state: ShowState = initial(show.config);
  for (const [i, { seq, event }] of show.events.entries()) {
    if (seq !== i + 1) yield `event ${i + 1} is missing`;
    if (event.type === 'finished') {
      const difference = firstDifference(event.standings, standings(state));
      if (difference !== null) yield `final standing, ${difference}`;
    }
    state = evolve(state, event);
  }
  const gap = state.ledger.findIndex(({ no }, i) => no !== i + 1);
  if (gap >= 0) yield `row ${gap + 1} of the ledger is missing`;
  if (given.length === 0) return;
  if (state.standings === null) {
    yield 'marks of a show that has not finished';
    return;
  }
  const worth = new Map(state.standings.map((line) => [line.team, worthOf(line, state.standings!)]));
  for (const [team, expected] of worth) {
    const mark = given.find(({ entry }) => entry === team);
    const difference = firstDifference(
      mark === undefined ? null : { score: mark.score, decider: mark.decider },
      expected,
    );
    if (difference !== null) yield `mark of ${team}, ${difference}`;
  }
  for (const { entry } of given) if (!worth.has(entry)) yield `mark of ${entry}, which is not in the show`;
}

/** The board's score; where a decider was played, the place among the equal (QZ-51). */
function worthOf({ total, place, decided }: Standing, all: readonly Standing[]) {
  const level = all.filter((other) => compare(other.total, total) === 0).map((other) => other.place);
  return { score: total, decider: decided ? place - Math.min(...level) + 1 : null };
}
