import { describe, expect, it } from 'vitest';
import type { QuestionItem, ShowConfig } from './config.ts';
import { always } from './random.testing.ts';
import type { ShowState } from './state.ts';
import { view } from './view.ts';
import type { Audience } from './views.ts';

const OUTSIDE: readonly Audience[] = [
  { kind: 'screen' },
  { kind: 'spectator' },
  { kind: 'team', team: 'A' },
  { kind: 'team', team: 'B' },
];

/** What nobody outside knows of the question on stage while it is played: all but what is asked now. */
function onStage(item: QuestionItem, now: number): QuestionItem {
  return {
    ...item,
    answer: '?',
    explanation: '?',
    ...(item.hits && { hits: item.hits.map(() => '?') }),
    ...(item.words && { words: item.words.map((word, i) => (i === now ? word : '?')) }),
    ...(item.items && {
      items: item.items.map(({ stem }, i) => ({ stem: i === now ? stem : '?', answer: '?' })),
    }),
  };
}

/** All that a question says; its value and the lengths of its lists are printed in the rules. */
const elsewhere = (item: QuestionItem): QuestionItem => ({
  ...onStage(item, -1),
  stem: '?',
  unit: '?',
  ...(item.options && { options: item.options.map((_, i) => `? ${i}`) }),
  ...(item.media && { media: { kind: 'image', url: '?' } }),
});

/** The same show with other secrets in it. */
function otherSecrets(state: ShowState): ShowState {
  const { stage, phase, config } = state;
  const change = (item: QuestionItem): QuestionItem => {
    if (item.id !== stage?.question) return elsewhere(item);
    return phase === 'closed' ? item : onStage(item, stage.words.length);
  };
  const inRound = <R extends { readonly questions: readonly QuestionItem[] }>(round: R): R => ({
    ...round,
    questions: round.questions.map(change),
  });
  const { decider } = config;
  const other: ShowConfig = {
    ...config,
    rounds: config.rounds.map(inRound),
    decider: decider.rule === 'none' ? decider : { ...decider, round: inRound(decider.round) },
  };
  return { ...state, config: other };
}

/** `preload` is the one thing that looks ahead: addresses, for the big screen alone. */
const seen = (state: ShowState, audience: Audience): string =>
  JSON.stringify({ ...view(state, audience), preload: null });

describe('no view outside the desks depends on what it may not know', () => {
  it('QZ-36 nothing of other questions, nothing of the answer before the closing: no field, whatever its name', () => {
    let stages = 0;
    always(({ state }) => {
      if (state.stage?.question != null && state.phase !== 'closed') stages += 1;
      const other = otherSecrets(state);
      for (const audience of OUTSIDE) expect(seen(other, audience)).toBe(seen(state, audience));
    });
    expect(stages).toBeGreaterThan(500);
  });

  it('QZ-33 nothing of the devices: no line, no clock, no input, no desk', () => {
    always(({ state }) => {
      const other: ShowState = {
        ...state,
        inputs: { 'key:KeyZ': 'C' },
        consoles: { jury: 'another' },
        presses: state.presses.map((press) => ({
          ...press,
          via: 'another',
          input: 'key:KeyZ',
          roundTripMs: 1_234,
          claimedAt: 1_234,
          pressedAt: press.pressedAt + 1,
          deltaMs: press.deltaMs + 1,
          uncertaintyMs: press.uncertaintyMs + 1,
          basis: 'fallback',
        })),
        protests: [],
        pauses: state.pauses.map((pause) => ({ ...pause, note: 'another' })),
      };
      for (const audience of OUTSIDE) expect(seen(other, audience)).toBe(seen(state, audience));
    });
  });

  it('QZ-32 what comes is fetched beforehand by the big screen alone, by kind and address', () => {
    let fetched = 0;
    always(({ state }) => {
      for (const audience of OUTSIDE) {
        const { preload } = view(state, audience) as { preload?: readonly object[] };
        if (audience.kind !== 'screen') expect(preload).toBeUndefined();
        else {
          fetched += preload!.length;
          for (const item of preload!) expect(Object.keys(item)).toEqual(['kind', 'url']);
        }
      }
    });
    expect(fetched).toBeGreaterThan(100);
  });
});
