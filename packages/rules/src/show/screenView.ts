import type { MediaItem } from './config.ts';
import { currentRound, nextRound, questionById } from './programme.ts';
import type { RoundConfig } from './roundConfig.ts';
import { roundPrinted } from './ruleSheet.ts';
import type { ShowState } from './state.ts';
import type { ScreenView, ViewBase } from './views.ts';

/** The big screen: what the hall sees, and what it should fetch beforehand. */
export function screenView(state: ShowState, base: ViewBase): ScreenView {
  const config = currentRound(state);
  return {
    audience: 'screen',
    ...base,
    out: state.stage?.out ?? [],
    word: wordOnScreen(state),
    rules: config ? roundPrinted(config, state.config) : [],
    preload: media(config ?? nextRound(state)),
    tested: state.test
      .filter((press, i) => !state.test.some((other, j) => j > i && other.team === press.team))
      .map(({ team, uncertaintyMs }) => ({ team, uncertaintyMs })),
  };
}

/** Charades: the word to be guessed now, only while the clock runs. */
function wordOnScreen(state: ShowState): string | null {
  const config = currentRound(state);
  if (config?.kind !== 'charades' || config.wordsOn !== 'screen') return null;
  if (state.phase !== 'answering' || state.paused) return null;
  return questionById(config, state.stage?.question ?? null)?.words?.[state.stage?.words.length ?? 0] ?? null;
}

const media = (round: RoundConfig | null): MediaItem[] =>
  (round?.questions ?? []).flatMap(({ media }) => (media ? [{ kind: media.kind, url: media.url }] : []));
