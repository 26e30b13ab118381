import type { HostActType } from './command.ts';
import type { TeamId } from './config.ts';
import type { LedgerRow } from './event.ts';
import { currentRound } from './programme.ts';
import { standingAt } from './media.ts';
import { isSpree } from './rounds/turn.ts';
import type { OnStage, Phase, ShowState, UndoEntry } from './state.ts';

/** Remembers how to take the last act back; `whole: false` when only the ledger moved. */
export function remember(
  state: ShowState,
  what: HostActType,
  team: TeamId | null,
  rows: readonly LedgerRow[],
  verdict: UndoEntry['verdict'] = null,
  whole = true,
): readonly UndoEntry[] {
  const { phase, round, stage, decider, deciders, deciderUsed, past } = state;
  const before = whole ? { phase, round, stage, decider, deciders, deciderUsed, past } : null;
  return [...state.undo, { what, verdict, team, rows: rows.map((row) => row.no), before }];
}

/**
 * The phase to return to. A clock that ran out or was stopped cannot be given back: an answer that was being given
 * awaits its ruling, buzzers that were open wait for a new "开始". Charades and rapid items still
 * running simply run on.
 */
function back(state: ShowState, before: Phase): Phase {
  if (before === 'open' || before === 'gathering') return 'reading';
  if (before !== 'answering') return before;
  return state.phase === 'answering' && isSpree(currentRound(state)) ? 'answering' : 'ruling';
}

/** The state after the last act was taken back; its ledger rows are taken back by the event's reversal rows. */
export function undone(state: ShowState, at: number): ShowState {
  const last = state.undo.at(-1);
  if (!last) return state;
  const undo = state.undo.slice(0, -1);
  if (last.before === null) return { ...state, undo };
  const { phase, round, stage, decider, deciders, deciderUsed, past } = last.before;
  const now = back(state, phase);
  // An offer that was open stands as before "开始": it may be made again.
  const offered = phase === 'open' && stage?.first != null;
  return {
    ...state,
    phase: offered ? 'judged' : now,
    // Fouls stay, and with them their strikes.
    round: round && { ...round, strikes: state.round?.strikes ?? round.strikes },
    stage: onScreens(
      state,
      offered ? { ...stage, team: stage.first, outcome: 'wrong', after: 'open' } : stage,
      at,
    ),
    decider,
    deciders,
    deciderUsed,
    past,
    clock: now === 'answering' ? state.clock : null,
    undo,
  };
}

/** The clip is no ruling: it stays as it is now, or, once its question left the stage, stands where it was last started. */
function onScreens(state: ShowState, stage: OnStage | null, at: number): OnStage | null {
  const same = stage !== null && state.stage?.question === stage.question;
  if (same && state.phase !== 'closed') return { ...stage, media: state.stage.media };
  return stage && { ...stage, media: stage.media && standingAt(stage.media.positionMs, at) };
}
