import { describe, expect, it } from 'vitest';
import { add } from '../kernel/index.ts';
import type { HostActType } from './command.ts';
import { DESKS } from './desk.ts';
import { deskMay } from './deskActs.ts';
import { hides, type Display } from './display.ts';
import type { LedgerRow } from './event.ts';
import { isReversed } from './ledger.ts';
import { always, DISPLAYS } from './random.testing.ts';
import { sampleAct } from './sampleAct.ts';
import { standings } from './standings.ts';
import type { ShowState } from './state.ts';
import { view } from './view.ts';

const json = (value: unknown): string => JSON.stringify(value);

/** The state without what an undo leaves alone: the clip, the strikes, the clock and what was pausing. */
const moment = ({ round, stage, decider, deciders, deciderUsed, past, undo }: ShowState): string =>
  json({
    round: round && { ...round, strikes: null },
    stage: stage && {
      ...stage,
      media: null,
      // An offer that was open is made again.
      ...(stage.first === null ? {} : { team: null, outcome: null, after: null }),
    },
    decider,
    deciders,
    deciderUsed,
    past,
    undo,
  });

describe('desks', () => {
  it('QZ-01 of two desks that rule at once exactly one counts, the other is told', () => {
    const ruled = new Set<string>();
    always((stage) => {
      const { step } = stage.state;
      for (const type of ['judge', 'judgeWord', 'judgeHits', 'voidQuestion'] as const) {
        const act = sampleAct(stage.state, type)!;
        for (const desks of [
          ['jury', 'host', 'remote'],
          ['remote', 'jury', 'host'],
        ] as const) {
          const at = stage.copy();
          for (const desk of desks) at.deskTries(desk, { type: 'takeConsole' });
          expect(at.state.step).toBe(step);
          const [first, ...others] = desks.map((desk) => at.deskTries(desk, act, step));
          if (first !== null) continue;
          ruled.add(type);
          expect(others).toEqual(['show.stale', 'show.stale']);
        }
      }
    }, 40);
    expect(ruled.size).toBe(4);
  });

  it('QZ-01 no desk is allowed, or offered, what is not its own', () => {
    always(({ state }) => {
      for (const desk of DESKS) {
        const { allowed, next } = view(state, { kind: 'host', desk });
        expect(allowed.filter((type) => !deskMay(desk, type))).toEqual([]);
        if (next !== null) expect(allowed).toContain(next.type);
      }
    }, 25);
  });
});

describe('corrections', () => {
  it('QZ-11 undo gives back the moment before any act on a question, and every total', () => {
    const acts: readonly HostActType[] = [
      'judge',
      'judgeWord',
      'judgeHits',
      'judgeTeams',
      'giveToAudience',
      'declineRisk',
      'skipQuestion',
      'deferQuestion',
      'voidQuestion',
      'goBack',
    ];
    const taken = new Set<string>();
    always((stage) => {
      for (const type of acts) {
        const at = stage.copy();
        const totals = json(at.totals());
        if (at.hostTries(sampleAct(at.state, type)!) !== null) continue;
        taken.add(type);
        at.host('undo');
        expect(moment(at.state)).toBe(moment(stage.state));
        expect(json(at.totals())).toBe(totals);
      }
    }, 60);
    expect([...taken].sort()).toEqual([...acts].sort());
  });

  it('QZ-03 QZ-11 going back leaves nothing earned on both questions, and every foul', () => {
    let back = 0;
    always((stage) => {
      const { state } = stage;
      const at = stage.copy();
      const last = state.past.at(-1)?.stage;
      if (at.hostTries({ type: 'goBack', reason: '复核' }) !== null) return;
      back += 1;
      const left = state.phase === 'closed' ? null : (state.stage?.question ?? null);
      for (const question of [last!.question, left]) {
        const rows = at.state.ledger.filter((row) => row.question !== null && row.question === question);
        const kept = rows.filter(
          ({ no, reason }) => (reason === 'foul' || reason === 'adjust') && !isReversed(at.state.ledger, no),
        );
        expect(sum(rows)).toBe(sum(kept));
      }
      expect(at.state.stage).toMatchObject({ question: last!.question, outcome: null, media: null });
      expect(at.state.past).toEqual(state.past.slice(0, -1));
      if (left !== null) expect(at.state.round?.used).not.toContain(left);
      expect(view(at.state, { kind: 'spectator' }).question?.reveal ?? null).toBeNull();
    }, 60);
    expect(back).toBeGreaterThan(100);
  });
});

const sum = (rows: readonly LedgerRow[]): string => add('0', ...rows.map((row) => row.delta));

/** The same show with other totals for some teams. */
function tampered(state: ShowState, deltas: ReadonlyMap<string, string>): ShowState {
  const rows = [...deltas].map(([team, delta], i): LedgerRow => ({
    no: state.ledger.length + 1 + i,
    team,
    round: null,
    question: null,
    delta,
    reason: 'adjust',
    by: '',
    at: 0,
  }));
  return { ...state, ledger: [...state.ledger, ...rows] };
}

/** Other totals that leave the open places as they are. */
function others(state: ShowState, display: Display): ReadonlyMap<string, string> {
  const hidden = standings(state).filter((line) => hides(display)(line.place));
  const by = { all: '0', top: '-7', ceremony: '7', none: null }[display.scores];
  return new Map(hidden.map(({ team }, i) => [team, by ?? String(5 - 4 * i)]));
}

describe('the display', () => {
  it('QZ-11 while places are hidden, no view but the host’s depends on their totals', () => {
    let hidden = 0;
    always(({ state }) => {
      // Who was tied is known to everybody who saw the decider.
      if (state.deciders.length > 0) return;
      for (const display of DISPLAYS.filter(({ top }) => top > 0)) {
        const shown = { ...state, display };
        const deltas = others(shown, display);
        hidden += deltas.size;
        expect(json(view(tampered(shown, deltas), { kind: 'screen' }))).toBe(
          json(view(shown, { kind: 'screen' })),
        );
        expect(json(view(tampered(shown, deltas), { kind: 'spectator' }))).toBe(
          json(view(shown, { kind: 'spectator' })),
        );
        // Its own total a team may always see.
        const mates = new Map([...deltas].filter(([team]) => team !== 'A'));
        if (display.scores !== 'none') continue;
        expect(json(view(tampered(shown, mates), { kind: 'team', team: 'A' }))).toBe(
          json(view(shown, { kind: 'team', team: 'A' })),
        );
      }
    }, 40);
    expect(hidden).toBeGreaterThan(1000);
  });

  it('QZ-11 a hidden place says nothing: no total, no place, no decider, no lot, and it stands by table', () => {
    always(({ state }) => {
      for (const display of DISPLAYS.filter(({ top }) => top > 0)) {
        const { scores } = view({ ...state, display }, { kind: 'screen' });
        const rest = scores.filter((line) => line.place === null);
        expect(rest.every((l) => l.total === null && !l.decided && !l.byLot)).toBe(true);
        expect(rest.map((line) => line.table)).toEqual(rest.map((line) => line.table).toSorted());
        const open = standings(state).filter((line) => !hides(display)(line.place));
        expect(scores.filter((line) => line.place !== null).map((line) => line.team)).toEqual(
          open.map((line) => line.team),
        );
      }
    }, 40);
  });
});

describe('the hall', () => {
  it('QZ-35 neither the audience nor a clip, a protest or the display moves a point', () => {
    const done = new Set<string>();
    always(({ events }) => {
      for (const event of events.slice(-2)) {
        if (!/^(?:crowd|poll|prize|media|protest|display|paused|resumed|reopened)/.test(event.type)) continue;
        done.add(event.type);
        expect('rows' in event).toBe(false);
      }
    });
    expect([...done].sort()).toEqual([
      'crowdAsked',
      'crowdStopped',
      'displaySet',
      'mediaPlayed',
      'mediaStopped',
      'paused',
      'pollStarted',
      'prizeDrawn',
      'protestFiled',
      'protestRuled',
      'reopened',
      'resumed',
    ]);
  });

  it('QZ-41 a pause is over when the show is not paused, and has its minutes', () => {
    always(({ state }) => {
      const open = state.pauses.filter((pause) => pause.until === null);
      expect(open.length).toBe(state.paused ? 1 : 0);
      expect(state.pauses.every(({ from, until }) => until === null || until >= from)).toBe(true);
      if (state.paused) expect(state.stage?.media?.playing ?? false).toBe(false);
    });
  });
});
