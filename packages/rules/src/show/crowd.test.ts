import { describe, expect, it } from 'vitest';
import type { HostAct } from './command.ts';
import { questions, sets, Stage, teams } from './given.testing.ts';
import { presets } from './presets.ts';
import { audienceDefault } from './roundDefaults.ts';
import { view } from './view.ts';

const base = presets['ceair-ground']('东航', teams(3), sets(3));
const options = ['甲', '乙', '丙'];
const asked = questions('a', 3).map((q, i) => (i < 2 ? { ...q, options } : q));
const config = {
  ...base,
  rounds: [
    { ...audienceDefault, timeLimitSec: 20, questions: asked },
    ...base.rounds.map((r) =>
      r.kind === 'buzzer' ? { ...r, questions: questions('b', 2, { options }) } : r,
    ),
  ],
};
const show = (): Stage => new Stage(config).begun().startRound('audience');
const host = (stage: Stage) => view(stage.state, { kind: 'host' });
const crowd = (stage: Stage) => view(stage.state, { kind: 'spectator' }).crowd;
const counted: HostAct = { type: 'stopCrowd', counts: [5, 2, 1], answered: 8 };
const poll: HostAct = { type: 'startPoll', id: 'p1', title: '最佳风采', options: ['A队', 'B队'] };
const prize = (winners: string[], question = 'a1', of = 5): HostAct => ({
  type: 'drawPrize',
  question,
  seed: 's',
  of,
  digest: 'd',
  winners,
});

describe('the audience’s phones', () => {
  it('QZ-35 are asked the question on stage, and its answer stays hidden with the counts', () => {
    const stage = show().host('nextQuestion', 'askCrowd');
    expect(crowd(stage).asking).toEqual({ kind: 'question', id: 'a1', title: 'STEM-a1', options });
    expect(host(stage).next).toEqual({ type: 'stopCrowd', counts: [], answered: 0 });
    stage.host(counted);
    expect(crowd(stage)).toEqual({
      asking: null,
      result: { kind: 'question', id: 'a1', title: 'STEM-a1', options, counts: [5, 2, 1], answered: 8 },
      prize: null,
    });
    for (const audience of [{ kind: 'screen' }, { kind: 'team', team: 'A' }, { kind: 'spectator' }] as const)
      expect(JSON.stringify(view(stage.state, audience))).not.toContain('SECRET');
    stage.host('closeQuestion');
    expect(view(stage.state, { kind: 'screen' }).question?.reveal?.answer).toBe('SECRET-answer-a1');
    expect(stage.totals()).toEqual({ A: '100', B: '100', C: '100' });
  });

  it('QZ-35 also a question that fell to the audience', () => {
    const stage = show().host('endRound').startRound('buzzer').host('nextQuestion', 'openBuzzers');
    expect(stage.hostTries({ type: 'askCrowd' })).toBe('show.notNow');
    stage.host('giveToAudience', 'askCrowd');
    expect(stage.state.clock).toBeNull();
    expect(stage.hostTries({ type: 'undo' })).toBe('show.crowd.asking');
    stage.host(counted, 'closeQuestion');
    expect(crowd(stage).result?.id).toBe('b1');
  });

  it('QZ-41 the bell tells the host and ends nothing', () => {
    const stage = show().host('nextQuestion', 'askCrowd');
    expect(view(stage.state, { kind: 'screen' }).clock).toMatchObject({ kind: 'crowd', totalSec: 20 });
    expect(stage.timeout()).toBeNull();
    expect(stage.state).toMatchObject({ phase: 'reading', clock: null, crowd: { asking: { id: 'a1' } } });
    stage.host(counted);
    stage.host('closeQuestion', 'nextQuestion', 'askCrowd', counted);
    expect(stage.state.clock).toBeNull();
  });

  it('QZ-35 nothing moves on while they are asked; the big button ends the asking', () => {
    const stage = show().host('nextQuestion', 'askCrowd');
    const acts: HostAct[] = [
      { type: 'closeQuestion' },
      { type: 'skipQuestion', reason: 'x' },
      { type: 'deferQuestion', reason: 'x' },
      { type: 'voidQuestion', reason: 'x' },
      { type: 'goBack', reason: 'x' },
      { type: 'endRound' },
      { type: 'nextQuestion' },
    ];
    for (const act of [...acts, { type: 'askCrowd' } as const, poll])
      expect(stage.hostTries(act)).toBe('show.crowd.asking');
    stage.host(host(stage).next!);
    expect(crowd(stage)).toEqual({ asking: null, result: null, prize: null });
    stage.host('closeQuestion');
  });

  it.each<HostAct>([
    { type: 'stopCrowd', counts: [1, 2], answered: 3 },
    { type: 'stopCrowd', counts: [1, 2, -1], answered: 3 },
    { type: 'stopCrowd', counts: [1, 2, 0.5], answered: 3 },
    { type: 'stopCrowd', counts: [1, 2, 3], answered: Number.NaN },
  ])('QZ-35 refuses counts that do not fit: %j', (act) => {
    expect(show().host('nextQuestion', 'askCrowd').hostTries(act)).toBe('show.crowd.noOptions');
  });

  it('QZ-35 a question without options cannot be asked', () => {
    const stage = show();
    stage.host('nextQuestion', 'closeQuestion', 'nextQuestion', 'closeQuestion', 'nextQuestion');
    expect(stage.hostTries({ type: 'askCrowd' })).toBe('show.crowd.noOptions');
    expect(stage.hostTries(counted)).toBe('show.crowd.none');
  });

  it('QZ-35 a poll between questions, also in a pause; never beside a question', () => {
    const stage = show();
    for (const bad of [{ options: ['A队'] }, { options: ['A队', ' '] }, { options: ['A队', 'A队 '] }])
      expect(stage.hostTries({ ...poll, ...bad } as HostAct)).toBe('show.crowd.noOptions');
    expect(stage.hostTries({ ...poll, title: ' ' } as HostAct)).toBe('show.reasonMissing');
    stage.host({ type: 'pause', reason: 'equipmentFault' }, poll);
    expect(crowd(stage).asking).toEqual({
      kind: 'poll',
      id: 'p1',
      title: '最佳风采',
      options: ['A队', 'B队'],
    });
    stage.host({ type: 'stopCrowd', counts: [3, 4], answered: 7 }, 'resume', 'nextQuestion');
    expect(crowd(stage).result).toMatchObject({ kind: 'poll', id: 'p1', counts: [3, 4] });
    expect(stage.hostTries(poll)).toBe('show.notNow');
    expect(stage.hostTries(prize(['K7'], 'p1'))).toBe('show.crowd.none');
  });

  it('QZ-35 a prize is drawn once the answer is public, of those who are left, also after the end', () => {
    const stage = show().host('nextQuestion', 'askCrowd', counted);
    expect(stage.hostTries(prize(['K7']))).toBe('show.notNow');
    stage.host('closeQuestion');
    expect(stage.hostTries(prize([]))).toBe('show.crowd.noneRight');
    expect(stage.hostTries(prize(['K7'], 'a1', 0))).toBe('show.crowd.noneRight');
    expect(stage.hostTries(prize(['K7', 'K8'], 'a1', 1))).toBe('show.crowd.noneRight');
    expect(stage.hostTries(prize(['K7', 'K7']))).toBe('show.crowd.noneRight');
    stage.host(prize(['K7', 'K8']));
    expect(crowd(stage).prize).toEqual({ question: 'a1', of: 5, winners: ['K7', 'K8'] });
    expect(stage.hostTries(prize(['K7'], 'a1', 3))).toBe('show.crowd.noneRight');
    stage.host(prize(['K9'], 'a1', 3), 'endRound');
    for (const { id } of config.rounds.slice(1)) stage.startRound(id).host('endRound');
    stage.host('finish', prize(['K1'], 'a1', 2));
    expect(stage.state.crowd.prizes.map(({ winners }) => winners)).toEqual([['K7', 'K8'], ['K9'], ['K1']]);
  });
});
