import { describe, expect, it } from 'vitest';
import type { ShowEvent } from './event.ts';
import { replay } from './evolve.ts';
import { total } from './ledger.ts';
import { only } from './given.testing.ts';
import { ruleSheet } from './ruleSheet.ts';
import { standings } from './standings.ts';
import { completeConfig, completeEvent } from './upgrade.ts';
import stored from './upgrade.fixture.json' with { type: 'json' };
import { validateConfig } from './validate.ts';
import { view } from './view.ts';

// A show of every kind of round, with every kind of event that there was, as the release before stored it.
const { totals, ledger } = stored;
const config = completeConfig(stored.config);
const events = stored.events.map(completeEvent);

describe('a show stored by the release before', () => {
  it('QZ-37 gives the same totals and places', () => {
    const state = replay(config, events);
    expect(Object.fromEntries(config.teams.map(({ id }) => [id, total(state.ledger, id)]))).toEqual(totals);
    expect(state.ledger).toHaveLength(ledger);
    expect(state.phase).toBe('finished');
    expect(standings(state)).toEqual(stored.standings.map((line) => ({ ...line, byLot: false })));
    // As they were declared, and as they come out of the ledger and the decider.
    expect(standings({ ...state, phase: 'idle' })).toEqual(standings(state));
  });

  it('QZ-37 every moment of it can be shown to everybody', () => {
    let state = replay(config, []);
    for (const [i] of events.entries()) {
      state = replay(config, events.slice(0, i + 1));
      for (const kind of ['host', 'screen', 'spectator'] as const)
        expect(JSON.stringify(view(state, { kind }))).not.toContain('undefined');
    }
    expect(state.seq).toBe(events.length);
    expect(new Set(events.map(({ type }) => type)).size).toBe(29);
  });

  it('QZ-20 its settings read as what they meant', () => {
    expect(validateConfig(config)).toEqual([]);
    expect(config).toMatchObject({ order: { rule: 'arrival' }, ties: 'shared', stream: null });
    for (const round of config.rounds) {
      expect(round).toMatchObject({ practice: false, eliminate: 0 });
      if (round.kind === 'buzzer') {
        expect(round).toMatchObject({ startDelay: null, mediaOnBuzz: 'goOn' });
        expect('order' in round).toBe(false);
      }
      if (round.kind === 'risk') expect(round).toMatchObject({ order: 'lowFirst', steal: { rule: 'off' } });
    }
    expect(ruleSheet(config).every(({ text }) => !/undefined|null/.test(text.zh + text.en))).toBe(true);
  });

  it('QZ-33 presses carry the facts that decided them: the order of arrival', () => {
    const presses = events.flatMap((event) =>
      event.type === 'pressed' || event.type === 'fouled' ? [event.press] : [],
    );
    expect(presses).toHaveLength(2);
    for (const press of presses)
      expect(press).toMatchObject({ pressedAt: press.at, uncertaintyMs: 0, basis: 'arrival', input: null });
  });

  it('QZ-37 what is stored today stays as it is', () => {
    const show = only('wager').host(
      'nextQuestion',
      { type: 'pause', reason: 'break' },
      'resume',
      'nextQuestion',
      'startClock',
    );
    const again = (event: ShowEvent): ShowEvent => completeEvent(JSON.parse(JSON.stringify(event)));
    expect(show.events.map(again)).toEqual(show.events);
    const { config: now } = show.state;
    expect(completeConfig(JSON.parse(JSON.stringify(now)))).toEqual(now);
  });
});
