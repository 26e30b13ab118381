import {
  decide,
  evolve,
  initial,
  presets,
  view,
  type HostAct,
  type ShowState,
  type SpectatorView,
} from '@leitai/rules/show';
import { expect, it } from 'vitest';
import { verdictWords, stateWords } from './CrowdPhone.tsx';
import { acknowledged, choose, countedChoice, readMind, type Mind } from './answerMind.ts';
import { crowdFace, placeOf, shares, type Asking, type CrowdFace } from './crowdFace.ts';

const say = (word: string): string => word;
const teams = ['A', 'B'].map((id, index) => ({ id, name: id, table: index + 1 }));
const questions = ['a1', 'a2'].map((id) => ({ id, stem: id, options: ['甲', '乙', '丙'], answer: '丙' }));

const act = (state: ShowState, what: HostAct): ShowState => {
  const command = {
    ...what,
    actor: { kind: 'host', user: 'h', console: 'c', step: state.step },
    now: 1,
  } as const;
  const result = decide(state, command);
  if (!result.ok) throw new Error(`${what.type}: ${result.refusal.code}`);
  return result.value.reduce(evolve, state);
};
/** An audience question on stage, in the hall's hands. */
function asked(): ShowState {
  const config = presets['civil-code']('show', teams, { audience: questions });
  const rounds = config.rounds.filter(({ kind }) => kind === 'audience');
  const start = act(initial({ ...config, rounds, tableOrder: 'listed', decider: { rule: 'none' } }), {
    type: 'takeConsole',
  });
  const acts: HostAct[] = [
    { type: 'start' },
    { type: 'startRound', round: 'audience' },
    { type: 'nextQuestion' },
    { type: 'askCrowd' },
  ];
  return acts.reduce(act, start);
}
const seen = (state: ShowState): SpectatorView => view(state, { kind: 'spectator' });
const stopped = (state: ShowState) => act(state, { type: 'stopCrowd', counts: [1, 1, 2], answered: 4 });
const result = (state: ShowState) =>
  crowdFace(seen(state), null) as Extract<CrowdFace, { kind: 'result' }> | null;

it('QZ-20 asked, counted, answer shown, next question: each has its own face', () => {
  const now = asked();
  expect(crowdFace(seen(now), null)).toMatchObject({
    kind: 'asking',
    asking: { id: 'a1', kind: 'question' },
  });
  const closed = stopped(now);
  expect(result(closed)).toMatchObject({ kind: 'result', right: null, winners: [] });
  const shown = act(closed, { type: 'closeQuestion' });
  expect(result(shown)).toMatchObject({ right: 2 });
  const won = act(shown, {
    type: 'drawPrize',
    question: 'a1',
    seed: 's',
    of: 2,
    digest: 'd',
    winners: ['7KQ4M'],
  });
  expect(result(won)).toMatchObject({ winners: ['7KQ4M'] });
  expect(result(act(won, { type: 'nextQuestion' }))).toBeNull();
});

it('QZ-20 the outcome of a poll stays until the show goes on, and does not come back with a reload', () => {
  const ready = act(stopped(asked()), { type: 'closeQuestion' });
  const poll = act(ready, { type: 'startPoll', id: 'p', title: '谁会赢', options: ['甲', '乙'] });
  const at = placeOf(seen(poll));
  expect(crowdFace(seen(poll), null)).toMatchObject({ kind: 'asking', asking: { kind: 'poll' } });
  const over = act(poll, { type: 'stopCrowd', counts: [3, 1], answered: 4 });
  expect(crowdFace(seen(over), at)).toMatchObject({ kind: 'result', result: { id: 'p' }, right: null });
  expect(crowdFace(seen(over), null)).toBeNull();
  expect(crowdFace(seen(act(over, { type: 'nextQuestion' })), at)).toBeNull();
});

it('QZ-20 shares are whole percents, also when nobody answered', () => {
  expect(shares({ counts: [1, 1, 2], answered: 4 })).toEqual([25, 25, 50]);
  expect(shares({ counts: [0, 0], answered: 0 })).toEqual([0, 0]);
});

const asking: Asking = { kind: 'question', id: 'a1', title: 'a1', options: ['甲', '乙', '丙'] };
const ok = { ok: true, seq: 1 } as const;
const no = (code: string) => ({ ok: false, code }) as const;

it('QZ-20 “received” is said only after the server has stored the choice', () => {
  const mine = choose(null, asking, 1);
  expect(stateWords(null, true, say)).toBe('answerNow');
  expect(stateWords(mine, true, say)).toBe('sending');
  expect(stateWords(mine, false, say)).toBe('offline');
  expect(stateWords(acknowledged(mine, mine, ok), true, say)).toBe('✔ kept');
  expect(stateWords(acknowledged(mine, mine, no('show.crowd.none')), true, say)).toBe('refused');
  expect(readMind(JSON.stringify(mine))).toBeNull();
});

it('QZ-20 a changed mind: what is stored counts until the change is, and stays if the change came too late', () => {
  const first = choose(null, asking, 0);
  const kept = acknowledged(first, first, ok)!;
  const second = choose(kept, asking, 2);
  expect(second).toMatchObject({ choice: 2, state: 'sending', stored: 0 });
  expect(countedChoice(second, 'question:a1')).toBe(0);
  const late = acknowledged(second, second, no('show.crowd.none'))!;
  expect(late).toMatchObject({ choice: 0, state: 'kept', stored: 0 });
  expect(stateWords(late, true, say)).toBe('unchanged');
  expect(countedChoice(acknowledged(second, second, ok), 'question:a1')).toBe(2);
  expect(readMind(JSON.stringify(second))).toMatchObject({ choice: 0, state: 'kept' });
});

it('QZ-20 there and back again quickly: an early acknowledgement does not speak for the last tap', () => {
  const a = choose(null, asking, 0);
  const b = choose(a, asking, 1);
  const back = choose(b, asking, 0);
  const afterA = acknowledged(back, a, ok)!;
  expect(afterA).toMatchObject({ state: 'sending', stored: 0 });
  const afterB = acknowledged(afterA, b, ok)!;
  expect(afterB).toMatchObject({ state: 'sending', stored: 1 });
  expect(acknowledged(afterB, back, no('rate.tooMany'))).toMatchObject({ choice: 1, state: 'kept' });
});

it('QZ-20 a choice for one question says nothing of another, nor of a poll of that name', () => {
  const mine = acknowledged(choose(null, asking, 1), choose(null, asking, 1), ok) as Mind;
  expect(countedChoice(mine, 'question:a2')).toBeNull();
  expect(countedChoice(mine, 'poll:a1')).toBeNull();
  expect(choose(mine, { ...asking, id: 'a2' }, 0).stored).toBeNull();
  expect(acknowledged(choose(mine, { ...asking, id: 'a2' }, 0), mine, ok)).toMatchObject({ stored: null });
});

it('QZ-20 after the count: right, wrong, not answered, not shown yet', () => {
  const face = { kind: 'result', result: { ...asking, counts: [], answered: 0 }, winners: [] } as const;
  expect(verdictWords({ ...face, right: null }, 1, say)).toBe('stopped');
  expect(verdictWords({ ...face, right: 1 }, 1, say)).toBe('✔ youRight');
  expect(verdictWords({ ...face, right: 1 }, 0, say)).toBe('✘ youWrong');
  expect(verdictWords({ ...face, right: 1 }, null, say)).toBe('noneGiven');
});
