import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, compare } from '../kernel/index.ts';
import { SHOW_REFUSALS } from './command.ts';
import { replay } from './evolve.ts';
import { Stage } from './given.testing.ts';
import { total } from './ledger.ts';
import { always, buzzing, configs, moves, play, runs } from './random.testing.ts';
import { standings } from './standings.ts';
import type { ShowState } from './state.ts';
import { view } from './view.ts';

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
      'staking',
      'reading',
      'open',
      'gathering',
      'deadHeat',
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
    expect(phases).toContain('decider choosing');
    for (const rare of ['show.answer.final', 'show.stake.tooMuch', 'show.excluded', 'show.answer.invalid'])
      expect(refusals).toContain(rare);
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
      for (const [i, press] of before.presses.entries()) {
        const verdict = press.verdict === 'gathered' ? state.presses[i]?.verdict : press.verdict;
        expect(state.presses[i]).toEqual({ ...press, verdict });
      }
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
            'teamsJudged',
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

  it('QZ-33 nobody who was not first counts as pressed earlier, also when the press came after the wait', () => {
    let seen = 0;
    always(
      ({ state }) => {
        for (const first of state.presses.filter(({ verdict }) => verdict === 'first'))
          for (const other of state.presses)
            if (
              other.verdict === 'notFirst' &&
              other.round === first.round &&
              other.question === first.question &&
              other.opening === first.opening
            ) {
              seen += 1;
              expect(other.pressedAt).toBeGreaterThanOrEqual(first.pressedAt);
            }
      },
      runs.numRuns,
      buzzing,
    );
    expect(seen).toBeGreaterThan(50);
  });

  it('QZ-51 a decider moves no score', () => {
    always(({ state, events }, before) => {
      if (!before.decider || state.ledger.length === before.ledger.length) return;
      expect(['adjusted', 'reversed', 'undone']).toContain(events.at(-1)?.type);
    });
  });

  it('SK-72 SK-73 who stayed longer is in front; then places follow totals; equal places skip', () => {
    let left = 0;
    always(({ state }) => {
      const lines = standings(state);
      const stay = (team: string): number => {
        const gone = state.eliminated.findIndex((teams) => teams.includes(team));
        return gone < 0 ? state.eliminated.length : gone;
      };
      left += state.eliminated.length;
      for (const [i, line] of lines.entries()) {
        expect(line.place).toBe(lines.findIndex((other) => other.place === line.place) + 1);
        if (i === 0) continue;
        const before = lines[i - 1]!;
        expect(stay(before.team)).toBeGreaterThanOrEqual(stay(line.team));
        if (stay(before.team) === stay(line.team))
          expect(compare(before.total, line.total)).toBeGreaterThanOrEqual(0);
        else expect(before.place).toBeLessThan(line.place);
      }
      if (state.phase === 'finished' && state.lot !== null)
        expect(new Set(lines.map((line) => line.place)).size).toBe(lines.length);
    });
    expect(left).toBeGreaterThan(50);
  });

  it('SK-72 who has left answers nothing, presses nothing and scores nothing more', () => {
    always(({ state, events }, before) => {
      const gone = before.eliminated.flat();
      for (const event of events.slice(before.seq)) {
        if (event.type === 'pressed' || event.type === 'fouled') expect(gone).not.toContain(event.press.team);
        if (event.type === 'answerEntered' || event.type === 'staked') expect(gone).not.toContain(event.team);
      }
      if (before.decider) return;
      for (const row of state.ledger.slice(before.ledger.length))
        if (row.reason !== 'adjust' && row.reason !== 'reversal') expect(gone).not.toContain(row.team);
    });
  });

  it('QZ-20 a practice round scores 0 by rule', () => {
    let rows = 0;
    always(({ state }, before) => {
      const practice = state.config.rounds.filter((r) => r.practice).map((r) => r.id);
      for (const row of state.ledger.slice(before.ledger.length)) {
        if (!practice.includes(row.round ?? '') || row.reason === 'adjust' || row.reason === 'reversal')
          continue;
        rows += 1;
        expect(row.delta).toBe('0');
      }
    });
    expect(rows).toBeGreaterThan(20);
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

const SECRET = /SECRET-(?:answer|explanation|hit|word|item)-[^"]+/g;

/** Secrets that everybody may see now: those of the closed question, and the charades word on the screen. */
function open(state: ShowState): string[] {
  const round =
    state.config.rounds.find((r) => r.id === state.round?.id) ??
    (state.config.decider.rule === 'none' ? null : state.config.decider.round);
  const item = round?.questions.find((q) => q.id === state.stage?.question);
  if (!item || state.phase !== 'closed') return [];
  const items = item.items?.map(({ answer }) => answer) ?? [];
  return [item.answer, item.explanation ?? '', ...(item.hits ?? []), ...(item.words ?? []), ...items];
}

/** Stems of a rapid turn that everybody may know: the one that is asked now. */
function itemsNow(state: ShowState): string[] {
  const round = state.config.rounds.find((r) => r.id === state.round?.id);
  const item = round?.questions.find((q) => q.id === state.stage?.question);
  if (state.phase === 'closed') return item?.items?.map(({ stem }) => stem) ?? [];
  if (state.phase !== 'answering' || state.paused) return [];
  const now = state.stage?.words.length ?? 0;
  return item?.items?.slice(now, now + 1).map(({ stem }) => stem) ?? [];
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
        const known = [state.stage?.question, state.crowd.result?.id].map((id) => `STEM-${id}`);
        for (const stem of text.match(/STEM-[^"]+/g) ?? []) expect(known).toContain(stem);
        for (const stem of text.match(/ITEM-[^"]+/g) ?? []) expect(itemsNow(state)).toContain(stem);
      }
    });
    expect(seen).toBeGreaterThan(100);
  });

  it('QZ-01 desks that neither ask nor rule learn an answer with the hall; only those who ask see the next question', () => {
    always(({ state }) => {
      for (const desk of ['timekeeper', 'scorekeeper', 'jury'] as const) {
        const seen = view(state, { kind: 'host', desk });
        expect(seen.upcoming?.question ?? null).toBeNull();
        if (desk === 'jury') continue;
        const secrets = json(seen).match(SECRET) ?? [];
        expect(secrets.filter((secret) => !open(state).includes(secret))).toEqual([]);
      }
    });
  });

  it('QZ-32 Δms, the press log, the ledger and the console are for the host only', () => {
    always(({ state }) => {
      for (const audience of outside) {
        // A team is told its own test press.
        const text = json({ ...view(state, audience), tested: null });
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

  it('QZ-36 what the others entered or staked shows nowhere before the ruling', () => {
    let entered = 0;
    always(({ state }) => {
      if (!state.stage || state.stage.right !== null) return;
      for (const audience of outside) {
        const own = audience.kind === 'team' ? audience.team : null;
        const { entries, stakes } = state.stage;
        entered += Object.keys(entries).length;
        const other = {
          ...state,
          stage: {
            ...state.stage,
            entries: Object.fromEntries(
              Object.entries(entries).map(([team, e]) => [
                team,
                team === own ? e : { answer: '?', at: 0, elapsedMs: 0 },
              ]),
            ),
            stakes: Object.fromEntries(
              Object.entries(stakes).map(([team, s]) => [team, team === own ? s : '7']),
            ),
          },
        };
        expect(json(view(other, audience))).toBe(json(view(state, audience)));
      }
    });
    expect(entered).toBeGreaterThan(100);
  });
});
