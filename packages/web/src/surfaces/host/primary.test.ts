import type { HostView } from '@leitai/rules/show';
import { expect, it } from 'vitest';
import { primaryOf, undoWords } from './primary.ts';

const say = (word: string, facts: object = {}): string => [word, ...Object.values(facts)].join(' ');
const view = (change: Partial<HostView>): HostView =>
  ({
    phase: 'ruling',
    next: null,
    allowed: [],
    scores: [{ team: 'A', name: '甲队' }],
    ...change,
  }) as HostView;
const extra = { titles: new Map([['r1', '必答题']]), hits: [0, 2], seed: 's' };
const words = (change: Partial<HostView>) => primaryOf(view(change), say, extra);

it('the big button sends what the rules propose, in words of the moment', () => {
  expect(words({ next: { type: 'startRound', round: 'r1' } })).toEqual({
    words: 'startRound 必答题',
    command: { type: 'startRound', round: 'r1' },
  });
  // "比赛开始" once said "回答完毕".
  for (const type of [
    'start',
    'startClock',
    'finishAnswer',
    'endRound',
    'finish',
    'resume',
    'endTest',
  ] as const)
    expect(words({ phase: 'lobby', next: { type } })).toEqual({ words: type, command: { type } });
  expect(words({ phase: 'judged', next: { type: 'openBuzzers' } }).words).toBe('openAgain');
  expect(words({ phase: 'reading', next: { type: 'openBuzzers' } }).words).toBe('openBuzzers');
  expect(words({ phase: 'open', next: { type: 'closeQuestion' } }).words).toBe('closeNobody');
});

it('QZ-02 SK-41 the draw is offered with the seed that is shown', () => {
  const drawn = words({ phase: 'lobby', allowed: ['drawTables'] });
  expect(drawn.command).toEqual({ type: 'drawTables', seed: 's' });
});

it('every act has words of its own, and those of its kind of round', () => {
  const round = (kind: string) => ({ kind, turn: 1 }) as HostView['round'];
  const turn = (first: string | null) => ({ first, team: 'A' }) as HostView['turn'];
  const acts = [
    [{ phase: 'lobby', next: { type: 'start' } }, 'start'],
    [{ phase: 'reading', next: { type: 'startClock' } }, 'startClock'],
    [{ phase: 'answering', round: round('mandatory'), next: { type: 'finishAnswer' } }, 'finishAnswer'],
    [{ phase: 'answering', round: round('speed'), next: { type: 'finishAnswer' } }, 'finishJoint'],
    [{ phase: 'staking', round: round('wager'), next: { type: 'nextQuestion' } }, 'closeStakes'],
    [{ phase: 'idle', round: round('assigned'), next: { type: 'nextQuestion' } }, 'nextChoice'],
    [{ phase: 'idle', round: round('rapid'), next: { type: 'nextQuestion' } }, 'nextTeam'],
    [{ phase: 'deadHeat', next: { type: 'openBuzzers' } }, 'pressAgain'],
    [{ phase: 'judged', turn: turn('A'), next: { type: 'openBuzzers' } }, 'offer'],
    [{ phase: 'ruling', turn: turn('A'), next: { type: 'judge', verdict: 'right' } }, 'nobodyTook'],
    [{ phase: 'ruling', turn: turn(null), next: { type: 'judge', verdict: 'wrong' } }, 'judgeLate'],
  ] as const satisfies readonly (readonly [Partial<HostView>, string])[];
  for (const [change, word] of acts) expect(words(change).words).toBe(word);
});

it('QZ-36 where a ruling is awaited the big button waits, or confirms the points ticked', () => {
  expect(words({ allowed: ['judge'] })).toEqual({ words: 'waitRuling', command: null });
  expect(words({ allowed: ['judgeHits'] }).command).toEqual({ type: 'judgeHits', hits: [0, 2] });
  expect(words({ phase: 'finished' }).command).toBeNull();
  // A desk of the jury, while there is nothing to rule.
  expect(words({ phase: 'idle', allowed: ['pause'] })).toEqual({ words: 'waitHost', command: null });
});

it('an undo says what it will undo', () => {
  const undo = { what: 'judge', verdict: 'right', team: 'A', rows: [] } as const;
  expect(undoWords(view({ undo }), say)).toBe('undoWhat undoJudge 甲队 right');
  const what = (change: object, kind = 'charades') =>
    undoWords(view({ undo: { ...undo, ...change }, round: { kind } as HostView['round'] }), say);
  expect(what({ what: 'judgeWord', verdict: 'void' })).toBe('undoWhat undoWord 甲队 wordVoid');
  expect(what({ what: 'judgeWord', verdict: 'void' }, 'rapid')).toBe('undoWhat undoItem 甲队 wrong');
  expect(what({ what: 'judgeTeams', verdict: null })).toBe('undoWhat undoJoint');
  expect(what({ what: 'declineRisk', verdict: null })).toBe('undoWhat undoDecline 甲队');
  expect(what({ what: 'reverse', verdict: null })).toBe('undoWhat undoReverse 甲队');
});
