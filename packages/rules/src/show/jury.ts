import { compare, isDecimal, never, ok, refuse } from '../kernel/index.ts';
import type { HostAct } from './command.ts';
import { isReversed, reversalRows, scoreRow } from './ledger.ts';
import type { Decided } from './rounds/face.ts';
import type { ShowState } from './state.ts';

type OnScores = Extract<HostAct, { type: 'adjust' | 'reverse' | 'undo' }>;

/** Corrections: only ever new rows (QZ-11). */
export function onScores(state: ShowState, act: OnScores, at: number, by: string): Decided {
  if (state.phase === 'lobby') return refuse('show.notStarted');
  switch (act.type) {
    case 'adjust': {
      const { team, delta } = act;
      const note = act.reason.trim();
      if (!state.config.teams.some((t) => t.id === team)) return refuse('show.stranger', { team });
      if (!isDecimal(delta)) return refuse('show.notDecimal', { delta });
      if (compare(delta, '0') === 0) return refuse('show.delta.zero');
      if (note === '') return refuse('show.reasonMissing');
      const row = scoreRow(state, { team, delta, reason: 'adjust', by, at, note });
      return ok([{ type: 'adjusted', rows: [row], at, by }]);
    }
    case 'reverse': {
      const row = state.ledger.find((r) => r.no === act.ledgerNo);
      const note = act.reason.trim();
      if (!row) return refuse('show.ledger.unknown', { ledgerNo: act.ledgerNo });
      if (row.reason === 'base') return refuse('show.ledger.fixed', { ledgerNo: row.no });
      if (isReversed(state.ledger, row.no))
        return refuse('show.ledger.alreadyReversed', { ledgerNo: row.no });
      if (note === '') return refuse('show.reasonMissing');
      return ok([{ type: 'reversed', rows: reversalRows(state, [row.no], by, at, note), at, by }]);
    }
    case 'undo': {
      const last = state.undo.at(-1);
      if (!last) return refuse('show.undo.nothing');
      return ok([{ type: 'undone', rows: reversalRows(state, last.rows, by, at), at, by }]);
    }
    default:
      return never(act);
  }
}
