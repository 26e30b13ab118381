import { never, ok, refuse } from '../kernel/index.ts';
import type { HostAct } from './command.ts';
import { currentRound, questionById } from './programme.ts';
import type { Decided } from './rounds/face.ts';
import type { OnStage, Phase, Playing, ShowState } from './state.ts';

type OnMedia = Extract<HostAct, { type: 'playMedia' | 'pauseMedia' | 'rewindMedia' }>;

/** While the question is seen and not yet answered for good. */
const SEEN: readonly Phase[] = [
  'reading',
  'open',
  'gathering',
  'deadHeat',
  'answering',
  'ruling',
  'judged',
  'audience',
];

/** Where a clip stands at a moment, ms from its beginning; its length is known only to the players, which stop there. */
export const positionAt = (media: Playing, at: number): number =>
  media.playing ? media.positionMs + Math.max(0, at - media.since) : media.positionMs;

export const playingFrom = (positionMs: number, at: number): Playing => ({
  playing: true,
  positionMs,
  since: at,
});
export const standingAt = (positionMs: number, at: number): Playing => ({
  playing: false,
  positionMs,
  since: at,
});

/** The stage with its clip stopped where it is. */
export const stopped = (stage: OnStage | null, at: number): OnStage | null =>
  stage?.media?.playing ? { ...stage, media: standingAt(positionAt(stage.media, at), at) } : stage;

/** One playhead for all screens: the host's acts, the server's time. */
export function onMedia(state: ShowState, act: OnMedia, at: number, by: string): Decided {
  const { stage, phase } = state;
  const config = currentRound(state);
  if (!stage || !config) return refuse(phase === 'lobby' ? 'show.notStarted' : 'show.question.none');
  const kind = questionById(config, stage.question)?.media?.kind;
  if (kind !== 'audio' && kind !== 'video') return refuse('show.media.none');
  if (!SEEN.includes(phase)) return refuse('show.notNow', { phase });
  const positionMs = stage.media === null ? 0 : positionAt(stage.media, at);
  const playing = stage.media?.playing ?? false;
  switch (act.type) {
    case 'playMedia':
      return playing ? refuse('show.notNow', { phase }) : ok([{ type: 'mediaPlayed', positionMs, at, by }]);
    case 'pauseMedia':
      return playing ? ok([{ type: 'mediaStopped', positionMs, at, by }]) : refuse('show.notNow', { phase });
    case 'rewindMedia':
      return ok([{ type: 'mediaStopped', positionMs: 0, at, by }]);
    default:
      return never(act);
  }
}
