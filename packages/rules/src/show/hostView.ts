import { HOST_ACTS, type HostAct, type HostActType, type Verdict } from './command.ts';
import type { TeamId } from './config.ts';
import { decide } from './decide.ts';
import type { Desk } from './desk.ts';
import { deskForesees, deskKnows, deskMay } from './deskActs.ts';
import { hasTurn, nextAct } from './next.ts';
import { currentRound, questionById } from './programme.ts';
import { entriesOf, proposal } from './proposal.ts';
import { rulesOf } from './rounds/index.ts';
import { contestants, isTogether } from './rounds/together.ts';
import { choosesValue, isSpree, nextUnused } from './rounds/turn.ts';
import { sampleAct } from './sampleAct.ts';
import type { ShowState } from './state.ts';
import type { HostView, Upcoming, ViewBase } from './views.ts';

/** A desk sees what its part needs; the others' answers and questions stay with those who ask and rule. */
export function hostView(state: ShowState, base: ViewBase, desk: Desk): HostView {
  const all = fullView(state, base, desk);
  const known = deskKnows(desk) ? all : { ...all, item: null, word: null, entries: [], stakes: {} };
  const { upcoming } = known;
  return deskForesees(desk) || upcoming === null
    ? known
    : { ...known, upcoming: { ...upcoming, question: null } };
}

/** What is on, what comes, who may act, and one "next" that is always right. */
function fullView(state: ShowState, base: ViewBase, desk: Desk): HostView {
  const config = currentRound(state);
  const { stage } = state;
  const last = state.undo.at(-1);
  const may = allowed(state, desk);
  const next = nextAct(state, desk);
  const past = state.past.at(-1)?.stage.question;
  return {
    audience: 'host',
    ...base,
    step: state.step,
    desk,
    console: state.consoles[desk] ?? null,
    item: config && questionById(config, stage?.question ?? null),
    word: word(state),
    values: stage?.values ?? [],
    upcoming: upcoming(state),
    next: next !== null && deskMay(desk, next.type) ? next : null,
    allowed: may,
    verdicts: tried(state, desk, VERDICTS, (verdict) => ({ type: 'judge', verdict })),
    takers: tried(state, desk, state.round?.order ?? [], (team) => ({ type: 'giveTo', team })),
    proposal: proposal(state),
    undo: last ? { what: last.what, verdict: last.verdict, team: last.team, rows: last.rows } : null,
    mayAct: mayAct(state),
    out: stage?.out ?? [],
    presses: state.presses.filter((p) => p.question === stage?.question && p.round === state.round?.id),
    arming: state.clock?.kind === 'arm',
    entries: entriesOf(state),
    stakes: stage?.stakes ?? {},
    inputs: state.inputs,
    test: state.test,
    protests: state.protests,
    pauses: state.pauses,
    before: config && past ? { question: past, stem: questionById(config, past)?.stem ?? '' } : null,
  };
}

function word(state: ShowState): HostView['word'] {
  const config = currentRound(state);
  if (!config || !isSpree(config) || !state.stage) return null;
  if (state.phase !== 'reading' && state.phase !== 'answering' && state.phase !== 'ruling') return null;
  const { words } = state.stage;
  const item = questionById(config, state.stage.question);
  const text = item?.words?.[words.length] ?? item?.items?.[words.length]?.answer;
  const passes = words.filter((verdict) => verdict === 'pass').length;
  const passesLeft = config.kind === 'charades' ? config.passes - passes : null;
  return text === undefined ? null : { index: words.length, text, passesLeft };
}

function upcoming(state: ShowState): Upcoming | null {
  const config = currentRound(state);
  const { round } = state;
  if (!config || !round) return null;
  const running = state.stage !== null && state.phase !== 'closed';
  const turn = round.turn + (running ? 1 : 0);
  const rules = rulesOf(config, state.config);
  const turns = rules.turns(config, round.order.length);
  if ((turns !== null && turn >= turns) || !hasTurn(state, config)) return null;
  const question = choosesValue(config, state.config) ? null : nextUnused({ config, round });
  return { ...rules.who(config, round.order, turn), question };
}

function mayAct(state: ShowState): readonly TeamId[] {
  const { stage, phase, round } = state;
  if (!stage || !round || state.paused) return [];
  if (phase === 'open' || phase === 'gathering') {
    const tied = stage.deadHeat?.settledBy === 'again' ? stage.deadHeat.teams : round.order;
    return tied.filter((team) => !stage.out.includes(team) && !state.decider?.out.includes(team));
  }
  if (phase === 'staking' || (phase === 'answering' && isTogether(currentRound(state))))
    return contestants(round, stage);
  return (phase === 'choosing' || phase === 'answering') && stage.team !== null ? [stage.team] : [];
}

const VERDICTS = ['right', 'wrong', 'help', 'void'] as const satisfies readonly Verdict[];

/** Asked of `decide` itself, so that the desk can never disagree with the rules. */
const allowed = (state: ShowState, desk: Desk): HostActType[] =>
  tried(state, desk, HOST_ACTS, (type) => sampleAct(state, type));

/** Those of the facts with which the act would be accepted now. */
function tried<F>(
  state: ShowState,
  desk: Desk,
  facts: readonly F[],
  actOf: (fact: F) => HostAct | null,
): F[] {
  const console = state.consoles[desk] ?? '';
  const actor = { kind: 'host', user: '', desk, console, step: state.step } as const;
  return facts.filter((fact) => {
    const act = actOf(fact);
    return act !== null && decide(state, { ...act, actor, now: 0 }).ok;
  });
}
