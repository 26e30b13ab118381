import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add } from '../kernel/index.ts';
import type { QuestionItem } from './config.ts';
import type { ShowEvent } from './event.ts';
import { Stage } from './given.testing.ts';
import type { Timeline } from './moment.ts';
import { configs, moves, play, runs } from './random.testing.ts';
import { standings } from './standings.ts';
import { timeline } from './timeline.ts';

const json = (value: unknown): string => JSON.stringify(value);

/** Plays random shows to some point and tells each. */
const told = (check: (story: Timeline, stage: Stage) => void): void =>
  fc.assert(
    fc.property(configs, moves, (config, list) => {
      const stage = new Stage(config).begun();
      for (const move of list) play(stage, move);
      const stored = JSON.parse(json(stage.events)) as typeof stage.events;
      check(timeline(JSON.parse(json(config)) as typeof config, stored), stage);
    }),
    runs,
  );

/** Every name a public moment may have. */
const KEYS = new Set(
  `type no at moves totals team delta reason note reverses round title kind practice order question stem options seat
  points asker opening deltaMs uncertaintyMs verdict strikes effect teams settledBy winner from clock late word found
  right stakes out answer explanation hits words items entries text what ms protest eliminated rule place tiers
  standings total decided byLot`.split(/\s+/),
);

/** Names of all fields, but of the map from teams to stakes. */
const keysOf = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(keysOf);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...(key === 'stakes' ? [] : keysOf(inner))]);
};

const secretsOf = ({ answer, explanation, hits = [], words = [], items = [] }: QuestionItem): string[] =>
  [answer, explanation ?? '', ...hits, ...words, ...items.flatMap((item) => [item.stem, item.answer])].filter(
    (secret) => /^(?:SECRET|ITEM)-/.test(secret),
  );

/** The event with a mark in every place that is nobody's business: people, pages, devices, free words. */
function withMarks(event: ShowEvent): ShowEvent {
  const marked = JSON.parse(json(event), (key, value: unknown) => {
    if (key === 'by' || key === 'console' || key === 'via' || key === 'input') return `MARK ${key}`;
    return key === 'claimedAt' || key === 'roundTripMs' ? 987_654_321 : value;
  }) as ShowEvent;
  switch (marked.type) {
    case 'paused':
      return { ...marked, note: 'MARK text' };
    case 'reopened':
      return { ...marked, reason: 'MARK text' };
    case 'protestFiled':
      return { ...marked, protest: { ...marked.protest, text: 'MARK text' } };
    case 'protestRuled':
      return { ...marked, note: 'MARK text' };
    default:
      return marked;
  }
}

describe('the timeline of a random show', () => {
  it('QZ-11 each moment adds its rows to the totals before it; the last totals are the board’s', () => {
    const types = new Set<string>();
    told(({ teams, moments }, { state }) => {
      let before = teams.map(() => '0');
      for (const { type, moves: rows, totals } of moments) {
        types.add(type);
        before = teams.map(({ id }, i) =>
          add(before[i]!, ...rows.filter(({ team }) => team === id).map(({ delta }) => delta)),
        );
        expect(totals).toEqual(before);
      }
      expect(moments.flatMap(({ moves: rows }) => rows.map(({ no }) => no))).toEqual(
        state.ledger.map(({ no }) => no),
      );
      for (const line of standings(state))
        expect(before[teams.findIndex(({ id }) => id === line.team)]).toBe(line.total);
    });
    for (const type of ['foul', 'press', 'deadHeat', 'ruled', 'word', 'hits', 'paused', 'undone', 'wentBack'])
      expect(types).toContain(type);
    for (const type of [
      'adjusted',
      'reversed',
      'protest',
      'protestRuled',
      'finished',
      'closed',
      'declined',
      'ruledTogether',
      'given',
      'decided',
    ])
      expect(types).toContain(type);
  });

  it('QZ-32 every press and foul of the match once, with the verdict it got; no test press', () => {
    told(({ moments }, { state }) => {
      const presses = moments.filter((m) => m.type === 'press' || m.type === 'foul');
      expect(presses.map(({ team, deltaMs }) => [team, deltaMs])).toEqual(
        state.presses.map(({ team, deltaMs }) => [team, deltaMs]),
      );
      for (const [i, { verdict }] of state.presses.entries()) {
        const one = presses[i]!;
        expect(one.type === 'foul' ? 'foul' : one.verdict).toBe(
          verdict === 'gathered' ? 'unsettled' : verdict,
        );
      }
    });
  });

  it('QZ-30 stems only of questions that were shown, answers only of those that were closed', () => {
    let secrets = 0;
    told((story, { state, events }) => {
      const items = [
        ...state.config.rounds,
        ...(state.config.decider.rule === 'none' ? [] : [state.config.decider.round]),
      ].flatMap((round) => round.questions);
      const shown = new Set(events.flatMap((e) => (e.type === 'questionShown' ? [e.question] : [])));
      const closed = new Set(story.moments.flatMap((m) => (m.type === 'closed' ? [m.question] : [])));
      const text = json(story);
      // Two rounds may ask the same: what is public of one is public of the other.
      const stems = items.filter(({ id }) => shown.has(id)).map(({ stem }) => stem);
      const open = items.filter(({ id }) => closed.has(id)).flatMap(secretsOf);
      for (const { id, stem } of items) {
        expect(text.includes(`"${stem}"`)).toBe(stems.includes(stem));
        if (!shown.has(id)) expect(text).not.toContain(`"${id}"`);
      }
      for (const secret of items.flatMap(secretsOf)) {
        expect(text.includes(`"${secret}"`)).toBe(open.includes(secret));
        secrets += 1;
      }
      for (const id of closed) expect(shown).toContain(id);
    });
    expect(secrets).toBeGreaterThan(1_000);
  });

  it('QZ-32 names nobody and no device, and keeps the words that were meant for the jury', () => {
    const types = new Set<string>();
    told((story, { state, events }) => {
      const unknown = keysOf(story.moments).filter((key) => !KEYS.has(key));
      expect(unknown).toEqual([]);
      const marked = timeline(state.config, events.map(withMarks));
      expect(json(marked)).not.toContain('MARK');
      expect(marked).toEqual(story);
      for (const event of events) if (json(withMarks(event)).includes('"MARK text')) types.add(event.type);
    });
    expect([...types].sort()).toEqual(['paused', 'protestFiled', 'protestRuled', 'reopened']);
  });
});
