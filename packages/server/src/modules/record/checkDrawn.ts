import { createHash } from 'node:crypto';
import { shuffle } from '@leitai/rules';
import {
  byLot,
  checkPrize,
  eliminatedBy,
  standings,
  type ShowEvent,
  type ShowState,
} from '@leitai/rules/show';
import { firstDifference } from './compare.ts';
import type { RecordShow } from './format.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What an event says that follows from the state before it: every lot is drawn again by its seed (SK-41). */
export function* checkDrawn(state: ShowState, event: ShowEvent, { draws }: RecordShow): Iterable<string> {
  switch (event.type) {
    case 'tablesDrawn': {
      const drawn = shuffle(
        state.config.teams.map(({ id }) => id),
        event.seed,
      );
      const tables = Object.fromEntries(drawn.map((team, i) => [team, i + 1]));
      yield* differs('tables', event.tables, tables);
      return;
    }
    case 'buzzSettled': {
      const { deadHeat, winner } = event;
      if (deadHeat?.seed != null) yield* differs('lot', winner, shuffle(deadHeat.teams, deadHeat.seed)[0]);
      return;
    }
    case 'roundEnded':
      yield* differs('eliminated', event.eliminated, eliminatedBy(state));
      return;
    case 'finished': {
      const placed = event.seed === null ? standings(state) : byLot(state, event.seed);
      yield* differs('final standing', event.standings, placed);
      return;
    }
    case 'prizeDrawn': {
      if (draws === undefined) return;
      const drawn = draws.find(({ seed }) => seed === event.seed);
      if (drawn === undefined) yield 'prize, codes are missing';
      else for (const fault of checkPrize(event, drawn.codes, sha256)) yield `prize, ${fault}`;
      return;
    }
    default:
  }
}

function* differs(name: string, recorded: unknown, recomputed: unknown): Iterable<string> {
  const difference = firstDifference(recorded, recomputed);
  if (difference !== null) yield `${name}, ${difference}`;
}
