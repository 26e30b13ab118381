import type { QuestionItem } from './config.ts';
import { contestants } from './rounds/together.ts';
import type { ShowState } from './state.ts';
import type { Reveal } from './views.ts';

/** What everybody learns when the question on stage is closed. */
export function reveal(state: ShowState, item: QuestionItem): Reveal {
  const { stage } = state;
  return {
    answer: item.answer,
    explanation: item.explanation ?? null,
    hits: item.hits?.map((text, index) => ({ text, found: stage?.hits?.includes(index) ?? false })) ?? null,
    words: item.words?.map((word, index) => ({ word, verdict: stage?.words[index] ?? null })) ?? null,
    items:
      item.items?.map(({ stem, answer }, index) => ({
        stem,
        answer,
        verdict: stage?.words[index] ?? null,
      })) ?? null,
    entries: entriesShown(state),
  };
}

/** Together: what the teams wrote, once it is ruled. */
function entriesShown({ stage, round }: ShowState): Reveal['entries'] {
  const right = stage?.right;
  if (!stage || !round || !right) return null;
  return contestants(round, stage).map((team) => ({
    team,
    answer: stage.entries[team]?.answer ?? null,
    right: right.includes(team),
  }));
}
