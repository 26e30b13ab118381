import {
  decide,
  evolve,
  initial,
  presets,
  view,
  type HostAct,
  type ShowCommand,
  type ShowState,
} from '@leitai/rules/show';
import { expect, it } from 'vitest';
import { faceOf, pressFor } from './teamFace.ts';

const say = (word: string): string => word;
const question = (id: string) => ({ id, stem: id, answer: id });
const teams = ['A', 'B', 'C'].map((id, index) => ({ id, name: id, table: index + 1 }));

/** A show whose first round is a press round, driven up to the reading of its first question. */
function reading(preset: 'std-3' | 'interrupt-reading'): ShowState {
  const sets = {
    mandatory: Array.from({ length: 9 }, (_, n) => question(`m${n}`)),
    buzzer: [question('b1'), question('b2')],
  };
  const config = presets[preset]('show', teams, sets);
  const buzzer = config.rounds.filter((round) => round.kind === 'buzzer');
  const start = host(initial({ ...config, rounds: buzzer }), { type: 'takeConsole' });
  const acts: HostAct[] = [
    ...(start.tables === null ? [{ type: 'drawTables', seed: '1' } as const] : []),
    { type: 'start' },
    { type: 'startRound', round: 'buzzer' },
    { type: 'nextQuestion' },
  ];
  return acts.reduce(host, start);
}

function done(state: ShowState, command: ShowCommand): ShowState {
  const result = decide(state, command);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value.reduce(evolve, state);
}
const host = (state: ShowState, act: HostAct): ShowState =>
  done(state, { ...act, actor: { kind: 'host', user: 'h', console: 'c', step: state.step }, now: 1_000 });
const press = (state: ShowState, team: string): ShowState =>
  done(state, { type: 'press', question: 'b1', actor: { kind: 'team', team }, now: 1_500 });
const face = (state: ShowState, team: string, pressed = false) =>
  faceOf(view(state, { kind: 'team', team }), pressed, say);
const may = (state: ShowState, team: string) => pressFor(view(state, { kind: 'team', team })) !== null;

it('QZ-31 before “开始” the phone warns, and an early press is still the team’s own', () => {
  const early = reading('std-3');
  expect(face(early, 'A')).toMatchObject({ kind: 'locked', word: 'lockedReading' });
  expect(may(early, 'A')).toBe(true);
  const fouled = press(early, 'A');
  expect(face(fouled, 'A').kind).toBe('foul');
  expect(may(fouled, 'A')).toBe(false);
  expect(face(fouled, 'B').kind).toBe('idle');
});

it('QZ-30 where reading may be interrupted the phone is armed while it lasts', () => {
  expect(face(reading('interrupt-reading'), 'A').kind).toBe('armed');
});

it('QZ-34 armed, pressed, first and not first are four faces; nobody stays in “pressed”', () => {
  const open = host(reading('std-3'), { type: 'openBuzzers' });
  expect(face(open, 'A').kind).toBe('armed');
  expect(face(open, 'A', true).kind).toBe('pressed');
  const both = press(press(open, 'A'), 'B');
  expect(face(both, 'A', true).kind).toBe('first');
  expect(face(both, 'B', true).kind).toBe('notFirst');
  expect(face(both, 'C').kind).toBe('locked');
  expect(teams.map(({ id }) => may(both, id))).toEqual([false, false, false]);
});

it('QZ-36 the verdict is one’s own only for the team that answered', () => {
  const won = press(host(reading('std-3'), { type: 'openBuzzers' }), 'A');
  const wrong = host(won, { type: 'judge', verdict: 'wrong' });
  expect(face(wrong, 'A')).toMatchObject({ kind: 'bad', hint: '−10' });
  expect(face(wrong, 'B')).toMatchObject({ kind: 'idle', word: 'idle' });
  const paused = host(wrong, { type: 'pause', reason: 'break' });
  expect(face(paused, 'A')).toMatchObject({ kind: 'idle', word: 'paused' });
});

it('QZ-50 at the end a phone tells the place, the first one festively, and nothing while the ceremony hides it', () => {
  const ended = (place: number | null) => {
    const now = view(reading('std-3'), { kind: 'team', team: 'B' });
    const scores = now.scores.map((line) => (line.team === 'B' ? { ...line, place } : line));
    return faceOf({ ...now, phase: 'finished', scores }, false, say);
  };
  expect(ended(1)).toMatchObject({ kind: 'first', word: 'finalPlace' });
  expect(ended(4)).toMatchObject({ kind: 'idle', word: 'finalPlace' });
  expect(ended(null)).toEqual({ kind: 'idle', word: 'ended', hint: 'ceremony' });
});
