import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, compare } from '../kernel/index.ts';
import { SHOW_REFUSALS } from './command.ts';
import { replay } from './evolve.ts';
import { Stage } from './given.testing.ts';
import { total } from './ledger.ts';
import { configs, moves, play } from './random.testing.ts';
import { standings } from './standings.ts';
import type { ShowState } from './state.ts';
import { view } from './view.ts';

const runs = { seed: 20251106, numRuns: 150 };

/** Plays random moves and checks after each. */
function always(
  check: (stage: Stage, before: ShowState, refused: string | null) => void,
  numRuns = runs.numRuns,
): void {
  fc.assert(
    fc.property(configs, moves, (config, list) => {
      const stage = new Stage(config).begun();
      for (const move of list) {
        const before = stage.state;
        check(stage, before, play(stage, move));
      }
    }),
    { ...runs, numRuns },
  );
}

const json = (value: unknown): string => JSON.stringify(value);

describe('random shows', () => {
  it('visit every phase and most refusals, so that the other properties mean something', () => {
    const phases = new Set<string>();
    const refusals = new Set<string>();
    always((stage, _before, refused) => {
      phases.add(`${stage.state.phase}`);
      if (stage.state.decider) phases.add(`decider ${stage.state.phase}`);
      if (refused) refusals.add(refused);
    });
    for (const phase of [
      'idle',
      'choosing',
      'reading',
      'open',
      'answering',
      'ruling',
      'judged',
      'audience',
      'closed',
      'finished',
    ]) {
      expect(phases).toContain(phase);
    }
    expect(phases).toContain('decider answering');
    expect(
      [...refusals].filter((code) => !(SHOW_REFUSALS as readonly string[]).concat('no clock').includes(code)),
    ).toEqual([]);
    expect(refusals.size).toBeGreaterThan(25);
  });

  it('QZ-37 a replay of the stored events, through JSON, is the live state; a refusal changes nothing', () => {
    fc.assert(
      fc.property(configs, moves, (config, list) => {
        const stage = new Stage(config).begun();
        for (const move of list) {
          const before = stage.state;
          const count = stage.events.length;
          if (play(stage, move) !== null) {
            expect(stage.state).toBe(before);
            expect(stage.events).toHaveLength(count);
          }
        }
        const stored = stage.events.map((event) => JSON.parse(json(event)) as typeof event);
        expect(stored).toEqual(stage.events);
        expect(json(replay(JSON.parse(json(config)) as typeof config, stored))).toBe(json(stage.state));
        expect(stage.state.seq).toBe(stage.events.length);
      }),
      runs,
    );
  });

  it('QZ-11 every total is the sum of its rows, numbered without gaps; each row is taken back at most once', () => {
    always(({ state }) => {
      expect(state.ledger.map((row) => row.no)).toEqual(state.ledger.map((_, i) => i + 1));
      for (const line of standings(state)) {
        expect(line.total).toBe(total(state.ledger, line.team));
        expect(line.total).toBe(
          add('0', ...state.ledger.filter((r) => r.team === line.team).map((r) => r.delta)),
        );
      }
      for (const row of state.ledger.filter((r) => r.reverses !== undefined)) {
        const origin = state.ledger[row.reverses! - 1]!;
        expect(add(origin.delta, row.delta)).toBe('0');
        expect(origin.reason).not.toBe('base');
        expect(row.no).toBeGreaterThan(origin.no);
      }
    });
  });

  it('QZ-11 rows are only ever added', () => {
    always(({ state }, before) => {
      expect(state.ledger.slice(0, before.ledger.length)).toEqual(before.ledger);
      expect(state.presses.slice(0, before.presses.length)).toEqual(before.presses);
    });
  });

  it('QZ-36 points move by a ruling, a correction or a foul, never by a press in time or a time-out', () => {
    always(({ events }) => {
      for (const event of events.slice(-2)) {
        if ('rows' in event && event.rows.length > 0) {
          expect([
            'started',
            'fouled',
            'ruled',
            'wordJudged',
            'hitsJudged',
            'questionSkipped',
            'questionDeferred',
            'wentBack',
            'questionVoided',
            'adjusted',
            'reversed',
            'undone',
          ]).toContain(event.type);
        }
      }
    });
  });

  it('QZ-34 never two winners for one opening, never two presses of a team in it', () => {
    always(({ state }) => {
      const openings = new Set<string>();
      const own = new Set<string>();
      for (const press of state.presses) {
        const opening = `${press.round}/${press.question}/${press.opening}`;
        expect(own.has(`${opening}/${press.team}`)).toBe(false);
        own.add(`${opening}/${press.team}`);
        if (press.verdict !== 'first') continue;
        expect(openings.has(opening)).toBe(false);
        openings.add(opening);
      }
    });
  });

  it('QZ-51 a decider moves no score', () => {
    always(({ state, events }, before) => {
      if (!before.decider || state.ledger.length === before.ledger.length) return;
      expect(['adjusted', 'reversed', 'undone']).toContain(events.at(-1)?.type);
    });
  });

  it('SK-73 places follow totals; equal places skip', () => {
    always(({ state }) => {
      const lines = standings(state);
      for (const [i, line] of lines.entries()) {
        expect(line.place).toBe(lines.findIndex((other) => other.place === line.place) + 1);
        if (i > 0) expect(compare(lines[i - 1]!.total, line.total)).toBeGreaterThanOrEqual(0);
      }
    });
  });

  it('QZ-30 the big button is always right, and so is the list of what is allowed', () => {
    always((stage) => {
      const { next, allowed } = view(stage.state, { kind: 'host' });
      if (next === null) return;
      expect(allowed).toContain(next.type);
      const copy = new Stage(stage.state.config);
      copy.state = stage.state;
      copy.now = stage.now;
      expect(copy.hostTries(next)).toBeNull();
    }, 60);
  });
});

const SECRET = /SECRET-(?:answer|explanation|hit|word)-[^"]+/g;

/** Secrets that everybody may see now: those of the closed question, and the charades word on the screen. */
function open(state: ShowState): string[] {
  const round =
    state.config.rounds.find((r) => r.id === state.round?.id) ??
    (state.config.decider.rule === 'suddenDeath' ? state.config.decider.round : null);
  const item = round?.questions.find((q) => q.id === state.stage?.question);
  if (!item || state.phase !== 'closed') return [];
  return [item.answer, item.explanation ?? '', ...(item.hits ?? []), ...(item.words ?? [])];
}

function wordNow(state: ShowState): string[] {
  const round = state.config.rounds.find((r) => r.id === state.round?.id);
  if (round?.kind !== 'charades' || round.wordsOn !== 'screen' || state.phase !== 'answering' || state.paused)
    return [];
  const item = round.questions.find((q) => q.id === state.stage?.question);
  return item?.words?.slice(state.stage?.words.length, (state.stage?.words.length ?? 0) + 1) ?? [];
}

const onlyOf = (state: ShowState, team: string | null): ShowState => ({
  ...state,
  presses: state.presses.filter((press) => press.team === team),
});

describe('no view leaks', () => {
  const outside = [
    { kind: 'screen' },
    { kind: 'spectator' },
    { kind: 'team', team: 'A' },
    { kind: 'team', team: 'B' },
  ] as const;

  it('answers, explanations, hits and words only after the closing; stems only of the question on stage', () => {
    let seen = 0;
    always(({ state }) => {
      for (const audience of outside) {
        const text = json(view(state, audience));
        const may = [...open(state), ...(audience.kind === 'screen' ? wordNow(state) : [])];
        const secrets = text.match(SECRET) ?? [];
        seen += secrets.length;
        expect(secrets.filter((secret) => !may.includes(secret))).toEqual([]);
        for (const stem of text.match(/STEM-[^"]+/g) ?? [])
          expect(stem).toBe(`STEM-${state.stage?.question}`);
      }
    });
    expect(seen).toBeGreaterThan(100);
  });

  it('QZ-32 Δms, the press log, the ledger and the console are for the host only', () => {
    always(({ state }) => {
      for (const audience of outside) {
        const text = json(view(state, audience));
        expect(text).not.toMatch(
          /"(?:deltaMs|presses|ledger|item|upcoming|console|step|note|by|allowed|undo|proposal)"/,
        );
        for (const press of state.presses) expect(text).not.toContain(`:${press.deltaMs},`);
      }
    });
  });

  it('QZ-32 what one team sees does not depend on the presses of the others, and the hall sees none', () => {
    always(({ state }) => {
      for (const audience of outside) {
        const own = audience.kind === 'team' ? audience.team : null;
        expect(json(view(onlyOf(state, own), audience))).toBe(json(view(state, audience)));
      }
    });
  });
});
