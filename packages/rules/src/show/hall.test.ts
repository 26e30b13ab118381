import { describe, expect, it } from 'vitest';
import type { HostAct } from './command.ts';
import { nextReveal, OPEN_DISPLAY, type Display } from './display.ts';
import { questions, sets, Stage, teams } from './given.testing.ts';
import { presets } from './presets.ts';
import { view } from './view.ts';

const base = presets['ceair-ground']('东航', teams(3), sets(3));
const clip = { media: { kind: 'video', url: '/clip.mp4' } } as const;
const config = {
  ...base,
  decider: { rule: 'none' as const },
  rounds: base.rounds
    .filter((round) => round.kind === 'mandatory')
    .map((round) => ({ ...round, questions: [...questions('m', 4, clip), ...questions('n', 6)] })),
};
const show = (): Stage => new Stage(config).begun().startRound('mandatory');
const ended = (): Stage => show().spoken('right').host('endRound', 'finish');
const screen = (stage: Stage) => view(stage.state, { kind: 'screen' });
const file: HostAct = { type: 'fileProtest', team: 'B', question: 'm1', text: '答案有误' };
const rule: HostAct = { type: 'ruleProtest', no: 1, verdict: 'upheld', note: '两种说法都对' };

describe('protests', () => {
  it('QZ-03 filed at any time after the start, numbered, ruled once with a reason', () => {
    const stage = show().spoken('wrong').host(file);
    const at = stage.now;
    expect(stage.hostTries(file)).toBe('show.stale');
    stage.host({ ...file, text: '另一件' } as HostAct);
    expect(stage.hostTries({ ...rule, note: ' ' } as HostAct)).toBe('show.reasonMissing');
    expect(stage.hostTries({ ...rule, no: 3 } as HostAct)).toBe('show.protest.unknown');
    stage.host(rule);
    expect(stage.hostTries(rule)).toBe('show.protest.ruled');
    const ruling = { verdict: 'upheld', note: '两种说法都对', by: 'host', at: stage.now - 1000 };
    expect(view(stage.state, { kind: 'host' }).protests).toEqual([
      { no: 1, team: 'B', question: 'm1', text: '答案有误', by: 'host', at, ruling },
      { no: 2, team: 'B', question: 'm1', text: '另一件', by: 'host', at: at + 2000, ruling: null },
    ]);
    for (const audience of [{ kind: 'screen' }, { kind: 'team', team: 'B' }, { kind: 'spectator' }] as const)
      expect(JSON.stringify(view(stage.state, audience))).not.toContain('说法');
  });

  it.each<[HostAct, string]>([
    [{ ...file, text: ' ' } as HostAct, 'show.reasonMissing'],
    [{ ...file, team: 'X' } as HostAct, 'show.stranger'],
    [{ ...file, question: 'x' } as HostAct, 'show.question.none'],
  ])('QZ-03 refuses %j', (act, code) => {
    expect(show().hostTries(act)).toBe(code);
    expect(new Stage(config).host('takeConsole').hostTries(file)).toBe('show.notStarted');
  });

  it('QZ-03 after the end: upheld, the show is opened again, corrected and ended again', () => {
    const stage = ended();
    const { deciders, ledger, played } = stage.state;
    expect(stage.hostTries({ type: 'adjust', team: 'B', delta: '10', reason: 'x' })).toBe('show.finished');
    stage.host(file, rule);
    expect(stage.hostTries({ type: 'reopen', reason: '' })).toBe('show.reasonMissing');
    stage.host({ type: 'reopen', reason: '复议成立' });
    expect(stage.state).toMatchObject({ phase: 'idle', standings: null, deciders, ledger, played });
    stage.host({ type: 'adjust', team: 'B', delta: '20', reason: '复议成立' });
    expect(view(stage.state, { kind: 'host' }).next).toEqual({ type: 'finish' });
    stage.host('finish');
    expect(stage.state.standings?.map((line) => [line.team, line.total])).toEqual([
      ['B', '120'],
      ['A', '110'],
      ['C', '100'],
    ]);
    expect(show().hostTries({ type: 'reopen', reason: 'x' })).toBe('show.notNow');
  });
});

describe('the display', () => {
  const set = (change: Partial<Display>): HostAct => ({
    type: 'setDisplay',
    display: { ...OPEN_DISPLAY, ...change },
  });

  it.each<Partial<Display>>([
    { top: 0 },
    { top: 1.5 },
    { revealFrom: 0 },
    { revealFrom: Number.NaN },
    { scores: 'some' as 'all' },
    { scene: 'x' as 'auto' },
  ])('QZ-11 refuses %j', (change) => {
    expect(show().hostTries(set(change))).toBe('show.display.invalid');
  });

  it('QZ-11 hidden from the hall and the phones, never from the host; a team sees its own total', () => {
    const stage = show()
      .spoken('right')
      .host(set({ scores: 'none' }));
    expect(screen(stage).scores.map((l) => [l.team, l.total, l.place])).toEqual([
      ['A', null, null],
      ['B', null, null],
      ['C', null, null],
    ]);
    expect(view(stage.state, { kind: 'team', team: 'A' }).scores.map((l) => l.total)).toEqual([
      '110',
      null,
      null,
    ]);
    expect(view(stage.state, { kind: 'host' }).scores.map((l) => l.total)).toEqual(['110', '100', '100']);
    stage.host(set({ scores: 'top', top: 1 }));
    expect(screen(stage).scores.map((l) => l.total)).toEqual(['110', null, null]);
  });

  it('QZ-11 the ceremony calls the last winner first; tied teams are called together', () => {
    const stage = ended().host(set({ scores: 'ceremony' }));
    expect(screen(stage).scores.every((line) => line.total === null)).toBe(true);
    const called: (string | null)[][] = [];
    for (let step = 0; step < 5; step += 1) {
      const { state } = stage;
      const display = nextReveal(state.standings!, state.display);
      if (display === null) break;
      stage.host({ type: 'setDisplay', display });
      called.push(screen(stage).scores.map((line) => (line.place === null ? null : line.team)));
    }
    expect(called).toEqual([
      [null, 'B', 'C'],
      ['A', 'B', 'C'],
    ]);
  });

  it('QZ-11 the steps of a ceremony are the places that are held, all behind the winners at once', () => {
    const places = [1, 2, 2, 4, 5, 6].map((place) => ({ place }));
    const steps: (number | null)[] = [];
    let display: Display | null = nextReveal(places, OPEN_DISPLAY);
    for (; display !== null; display = nextReveal(places, display)) steps.push(display.revealFrom);
    expect(steps).toEqual([null, 4, 2, 1]);
    const ceremony: Display = { ...OPEN_DISPLAY, scores: 'ceremony' };
    expect(nextReveal([{ place: 1 }, { place: 1 }], ceremony)).toMatchObject({ revealFrom: 1 });
    expect(nextReveal([{ place: 1 }, { place: 2 }], { ...ceremony, top: 1 })).toMatchObject({
      revealFrom: 2,
    });
    expect(nextReveal([], ceremony)).toBeNull();
  });

  it('QZ-11 setting it does not age what a host is about to do', () => {
    const stage = show().host('nextQuestion', 'startClock');
    const { step } = stage.state;
    stage.host(set({ scene: 'board' }));
    expect(stage.hostTries({ type: 'judge', verdict: 'right' }, 'c1', step)).toBeNull();
  });
});

describe('media', () => {
  const playing = (stage: Stage) => screen(stage).question?.media?.playing;

  it('QZ-30 one playhead: plays on from where it stood, rewinds to the beginning', () => {
    const stage = show().host('nextQuestion');
    expect(playing(stage)).toBeNull();
    stage.host('playMedia');
    expect(playing(stage)).toEqual({ playing: true, positionMs: 0, since: stage.now });
    expect(stage.hostTries({ type: 'playMedia' })).toBe('show.notNow');
    stage.host('pauseMedia');
    expect(playing(stage)).toEqual({ playing: false, positionMs: 2000, since: stage.now });
    expect(stage.hostTries({ type: 'pauseMedia' })).toBe('show.notNow');
    stage.host('playMedia');
    expect(playing(stage)).toEqual({ playing: true, positionMs: 2000, since: stage.now });
    stage.host('rewindMedia');
    expect(playing(stage)).toEqual({ playing: false, positionMs: 0, since: stage.now });
  });

  it('QZ-41 stops with the show and goes on with it, but only if it was playing', () => {
    const stage = show().host('nextQuestion', 'playMedia', { type: 'pause', reason: 'break' });
    expect(playing(stage)).toEqual({ playing: false, positionMs: 1000, since: stage.now });
    expect(stage.hostTries({ type: 'playMedia' })).toBe('show.paused');
    stage.host('resume');
    expect(playing(stage)).toEqual({ playing: true, positionMs: 1000, since: stage.now });
    stage.host('pauseMedia', { type: 'pause', reason: 'break' }, 'resume');
    expect(playing(stage)).toMatchObject({ playing: false, positionMs: 2000 });
  });

  it('QZ-30 is gone with the closing, the void and the going back; a ruling taken back leaves it alone', () => {
    const stage = show().host('nextQuestion', 'startClock', 'playMedia').judge('right').host('pauseMedia');
    const stood = playing(stage);
    stage.host('undo');
    expect(playing(stage)).toEqual(stood);
    stage.judge('right').host('playMedia', 'closeQuestion');
    expect(playing(stage)).toBeNull();
    expect(stage.hostTries({ type: 'playMedia' })).toBe('show.notNow');
    stage.host('undo');
    expect(playing(stage)).toMatchObject({ playing: false });
    stage.judge('right').host('closeQuestion', { type: 'goBack', reason: 'x' });
    expect(playing(stage)).toBeNull();
    stage.host('playMedia', { type: 'voidQuestion', reason: 'x' });
    expect(playing(stage)).toBeNull();
  });

  it('QZ-30 there must be a clip', () => {
    const stage = show();
    expect(stage.hostTries({ type: 'playMedia' })).toBe('show.question.none');
    for (let i = 0; i < 4; i += 1) stage.spoken('right');
    stage.host('nextQuestion');
    expect(stage.hostTries({ type: 'playMedia' })).toBe('show.media.none');
  });
});
