import { HOST_ACTS, type HostAct, type HostActType } from './command.ts';
import type { TeamId } from './config.ts';
import { decide } from './decide.ts';
import { isReversed } from './ledger.ts';
import { hasTurn, nextAct } from './next.ts';
import { currentRound, nextRound, questionById } from './programme.ts';
import { scored } from './rounds/answer.ts';
import { rulesOf } from './rounds/index.ts';
import { nextUnused } from './rounds/turn.ts';
import { tiedGroups } from './standings.ts';
import type { ShowState } from './state.ts';
import type { HostView, Upcoming, ViewBase } from './views.ts';

/** The host's desk: what is on, what comes, who may act, and one "next" that is always right. */
export function hostView(state: ShowState, base: ViewBase): HostView {
  const config = currentRound(state);
  const { stage } = state;
  const last = state.undo.at(-1);
  return {
    audience: 'host',
    ...base,
    step: state.step,
    console: state.console,
    item: config && questionById(config, stage?.question ?? null),
    word: word(state),
    values: stage?.values ?? [],
    upcoming: upcoming(state),
    next: nextAct(state),
    allowed: allowed(state),
    proposal: proposal(state),
    undo: last ? { what: last.what, verdict: last.verdict, team: last.team, rows: last.rows } : null,
    mayAct: mayAct(state),
    out: stage?.out ?? [],
    presses: state.presses.filter((p) => p.question === stage?.question && p.round === state.round?.id),
    ledger: state.ledger,
  };
}

function word(state: ShowState): HostView['word'] {
  const config = currentRound(state);
  if (config?.kind !== 'charades' || !state.stage) return null;
  if (state.phase !== 'reading' && state.phase !== 'answering' && state.phase !== 'ruling') return null;
  const { words } = state.stage;
  const text = questionById(config, state.stage.question)?.words?.[words.length];
  const passesLeft = config.passes - words.filter((verdict) => verdict === 'pass').length;
  return text === undefined ? null : { index: words.length, text, passesLeft };
}

function upcoming(state: ShowState): Upcoming | null {
  const config = currentRound(state);
  const { round } = state;
  if (!config || !round) return null;
  const running = state.stage !== null && state.phase !== 'closed';
  const turn = round.turn + (running ? 1 : 0);
  const rules = rulesOf(config);
  const turns = rules.turns(config, round.order.length);
  if ((turns !== null && turn >= turns) || !hasTurn(state, config)) return null;
  const question = config.kind === 'risk' ? null : nextUnused({ config, round });
  return { ...rules.who(config, round.order, turn), question };
}

function mayAct(state: ShowState): readonly TeamId[] {
  const { stage, phase, round } = state;
  if (!stage || !round || state.paused) return [];
  if (phase === 'open') {
    return round.order.filter((team) => !stage.out.includes(team) && !state.decider?.out.includes(team));
  }
  return (phase === 'choosing' || phase === 'answering') && stage.team !== null ? [stage.team] : [];
}

function proposal(state: ShowState): HostView['proposal'] {
  const config = currentRound(state);
  if (state.phase !== 'ruling' || !state.stage?.late || !config || !('wrongPenalty' in config)) return null;
  const score = scored(config, state.stage, 'wrong');
  return { verdict: 'wrong', delta: score?.delta ?? '0' };
}

/** An act of the type with facts that fit the moment, to ask `decide` whether it would be accepted. */
function sample(state: ShowState, type: HostActType): HostAct | null {
  const { stage } = state;
  switch (type) {
    case 'drawTables':
      return { type, seed: '0' };
    case 'startRound':
      return { type, round: nextRound(state)?.id ?? '' };
    case 'judge':
      return { type, verdict: 'right' };
    case 'judgeWord':
      return { type, word: stage?.words.length ?? 0, verdict: 'void' };
    case 'judgeHits':
      return { type, hits: [] };
    case 'skipQuestion':
    case 'voidQuestion':
      return { type, reason: '-' };
    case 'chooseRisk':
      return { type, value: stage?.values[0] ?? '0' };
    case 'adjust':
      return { type, team: state.config.teams[0]?.id ?? '', delta: '1', reason: '-' };
    case 'reverse': {
      const row = state.ledger.find((r) => r.reason !== 'base' && !isReversed(state.ledger, r.no));
      return row ? { type, ledgerNo: row.no, reason: '-' } : null;
    }
    case 'startDecider':
      return { type, teams: tiedGroups(state)[0]?.teams ?? [] };
    default:
      return { type };
  }
}

/** Asked of `decide` itself, so that the desk can never disagree with the rules. */
function allowed(state: ShowState): HostActType[] {
  const actor = { kind: 'host', user: '', console: state.console ?? '', step: state.step } as const;
  return HOST_ACTS.filter((type) => {
    const act = sample(state, type);
    return act !== null && decide(state, { ...act, actor, now: 0 }).ok;
  });
}
