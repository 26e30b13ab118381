import { describe, expect, it } from 'vitest';
import type { ShowConfig } from '../config.ts';
import type { RoundConfig } from '../roundConfig.ts';
import { questions, sets, Stage, teams } from '../given.testing.ts';
import { presets } from '../presets.ts';
import { view } from '../view.ts';

const ceair = (n = 3): ShowConfig => presets['ceair-ground']('东航', teams(n), sets(n));

/** Only the round of this kind, perhaps changed. */
function only<K extends RoundConfig['kind']>(
  kind: K,
  change: Partial<Extract<RoundConfig, { kind: K }>> = {},
  base: ShowConfig = ceair(),
): Stage {
  const rounds = base.rounds.flatMap((round) => (round.kind === kind ? [{ ...round, ...change }] : []));
  return new Stage({ ...base, rounds }).begun().startRound(kind);
}

describe('视频题', () => {
  it('points per hit, marked by the judges, each hit once', () => {
    const show = only('video').host('nextQuestion', 'startClock');
    expect(show.hostTries({ type: 'judge', verdict: 'right' })).toBe('show.ruling.wrongKind');
    expect(show.hostTries({ type: 'judgeHits', hits: [3] })).toBe('show.hits.unknown');
    show.host('finishAnswer', { type: 'judgeHits', hits: [2, 0, 0] });
    expect(show.totals()['A']).toBe('120');
    show.host('closeQuestion');
    expect(view(show.state, { kind: 'screen' }).question?.reveal?.hits?.map((h) => h.found)).toEqual([
      true,
      false,
      true,
    ]);
    show.host('nextQuestion');
    expect(show.state.stage?.team).toBe('B');
  });
});

const word = (index: number, verdict: 'hit' | 'pass' | 'void') =>
  ({ type: 'judgeWord', word: index, verdict }) as const;

describe('你比我猜', () => {
  it('+10 a word, void and pass give nothing, no pass beyond the limit, a double click counts once', () => {
    const show = only('charades', { passes: 1 }).host('nextQuestion', 'startClock');
    show.host(word(0, 'hit'));
    expect(show.hostTries(word(0, 'hit'))).toBe('show.word.stale');
    show.host(word(1, 'pass'));
    expect(show.hostTries(word(2, 'pass'))).toBe('show.word.noPassLeft');
    show.host(word(2, 'void'), word(3, 'hit'));
    expect(show.state).toMatchObject({ phase: 'judged', stage: { outcome: 'done' } });
    expect(show.totals()['A']).toBe('120');
  });

  it('after the bell the word that was on may still be ruled, once', () => {
    const show = only('charades').host('nextQuestion', 'startClock', word(0, 'hit'));
    show.timeout();
    show.host(word(1, 'hit'));
    expect(show.hostTries(word(2, 'hit'))).toBe('show.notNow');
    expect(show.totals()['A']).toBe('120');
    const empty = only('charades').host('nextQuestion', 'startClock');
    empty.timeout();
    empty.host('closeQuestion');
    expect(empty.totals()['A']).toBe('100');
  });

  it('the word is on the screen only while the clock runs, never on a phone', () => {
    const show = only('charades').host('nextQuestion');
    const onScreen = (): string | null => view(show.state, { kind: 'screen' }).word;
    expect(onScreen()).toBeNull();
    show.host('startClock');
    expect(onScreen()).toBe('SECRET-word-c1-0');
    show.host(word(0, 'hit'));
    expect(onScreen()).toBe('SECRET-word-c1-1');
    show.host('pause');
    expect(onScreen()).toBeNull();
    show.host('resume', 'finishAnswer');
    expect(onScreen()).toBeNull();
    expect(
      view(only('charades', { wordsOn: 'host' }).host('nextQuestion', 'startClock').state, { kind: 'screen' })
        .word,
    ).toBeNull();
  });
});

const scores = (show: Stage): Stage =>
  show
    .host({ type: 'adjust', team: 'A', delta: '10', reason: 'x' })
    .host({ type: 'adjust', team: 'C', delta: '10', reason: 'x' });

describe('风险题', () => {
  it.each([
    ['highFirst', ['A', 'C', 'B']],
    ['lowFirst', ['B', 'A', 'C']],
    ['table', ['A', 'B', 'C']],
  ] as const)('QZ-21 order %s, ties by table', (order, expected) => {
    const base = ceair();
    const rounds = base.rounds.flatMap((round) => (round.kind === 'risk' ? [{ ...round, order }] : []));
    const show = scores(new Stage({ ...base, rounds }).begun()).startRound('risk');
    expect(show.state.round?.order).toEqual(expected);
  });

  it('the team whose turn it is chooses on its phone, once; the host may do it for it', () => {
    const show = only('risk').host('nextQuestion');
    expect(view(show.state, { kind: 'team', team: 'A' }).choose).toEqual({
      values: ['10', '20', '30'],
      decline: true,
    });
    expect(view(show.state, { kind: 'team', team: 'B' }).choose).toBeNull();
    expect(show.teamTries('B', { type: 'chooseRisk', value: '10' })).toBe('show.notYourTurn');
    expect(show.teamTries('A', { type: 'chooseRisk', value: '15' })).toBe('show.risk.unknownValue');
    expect(show.teamTries('A', { type: 'chooseRisk', value: '20' })).toBeNull();
    expect(show.teamTries('A', { type: 'chooseRisk', value: '10' })).toBe('show.notNow');
    expect(show.state.stage).toMatchObject({ question: 'r20-1', points: '20' });
    show.host('startClock');
    show.timeout();
    show.judge('wrong');
    expect(show.totals()['A']).toBe('80');
  });

  it('a question is never used twice; a value without questions is off', () => {
    const base = ceair();
    const show = only(
      'risk',
      { questions: questions('r', 2, { points: '10' }).concat(questions('s', 1, { points: '30' })) },
      base,
    );
    for (let i = 0; i < 2; i += 1) {
      show
        .host('nextQuestion', { type: 'chooseRisk', value: '10' }, 'startClock')
        .judge('right')
        .host('closeQuestion');
    }
    show.host('nextQuestion');
    expect(show.state.stage?.values).toEqual(['30']);
    expect(show.teamTries('C', { type: 'chooseRisk', value: '10' })).toBe('show.risk.usedUp');
  });

  it('declining costs nothing; forbidden if the sheet says so', () => {
    const show = only('risk').host('nextQuestion');
    expect(show.teamTries('A', { type: 'declineRisk' })).toBeNull();
    expect(show.totals()['A']).toBe('100');
    show.host('nextQuestion');
    expect(show.state.stage?.team).toBe('B');
    expect(
      only('risk', { declineAllowed: false }).host('nextQuestion').hostTries({ type: 'declineRisk' }),
    ).toBe('show.risk.declineForbidden');
  });
});

describe('观众题', () => {
  it('civil-code ends with audience questions: shown, revealed, no points', () => {
    const base = presets['civil-code']('民法典', teams(8), sets(8));
    const show = only('audience', {}, base).host('nextQuestion');
    expect(show.press('A')).toBe('show.notOpen');
    show.host('closeQuestion');
    expect(view(show.state, { kind: 'spectator' }).question?.reveal?.answer).toContain('SECRET');
    expect(show.state.ledger).toHaveLength(8);
  });
});
