import type { MediaItem, QuestionView } from '@leitai/rules/show';
import { useEffect, useRef } from 'react';

type Shown = NonNullable<QuestionView['media']>;

/** Farther from the server's position than this, the picture jumps to it. */
const DRIFT_MS = 250;
const LOOK_MS = 500;
/** Clips that a browser is asked to hold beforehand; pictures are all fetched. */
const CLIPS = 6;

/** Picture, sound or clip of a question; a clip stands and runs with the host's word, on every screen alike. */
export function Media({ media, serverNow }: { media: Shown; serverNow: () => number }) {
  const player = useRef<HTMLVideoElement>(null);
  const { playing } = media;
  useEffect(() => {
    const video = player.current;
    if (video === null || playing === null) return undefined;
    const follow = (): void => {
      const at = playing.positionMs + (playing.playing ? Math.max(0, serverNow() - playing.since) : 0);
      if (Math.abs(video.currentTime * 1_000 - at) > DRIFT_MS && !over(video, at))
        video.currentTime = at / 1_000;
      if (playing.playing && video.paused && !over(video, at))
        // Without leave for sound a browser plays only what is mute.
        video.play().catch(() => {
          video.muted = true;
          video.play().catch(() => undefined);
        });
      if (!playing.playing && !video.paused) video.pause();
    };
    follow();
    const timer = setInterval(follow, LOOK_MS);
    return () => clearInterval(timer);
  }, [playing, serverNow]);
  if (media.kind === 'image') return <img className="media" src={media.url} alt="" />;
  const clip = (
    <video ref={player} className="media" src={media.url} playsInline preload="auto">
      <track kind="captions" />
    </video>
  );
  if (media.kind === 'video') return clip;
  return (
    <div className={`sound ${playing?.playing === true ? 'on' : ''}`} aria-hidden="true">
      {BARS.map((height, at) => (
        <i key={at} style={{ height: `${height}%` }} />
      ))}
      {clip}
    </div>
  );
}

/** A sound has nothing to see but that it runs. */
const BARS = [18, 34, 58, 82, 46, 100, 66, 38, 88, 54, 30, 16];

const over = (video: HTMLVideoElement, atMs: number): boolean =>
  Number.isFinite(video.duration) && atMs >= video.duration * 1_000;

/** Fetches what the round will show, out of sight. */
export function Preload({ media }: { media: readonly MediaItem[] }) {
  const clips = media.filter(({ kind }) => kind !== 'image').slice(0, CLIPS);
  return (
    <div hidden>
      {media
        .filter(({ kind }) => kind === 'image')
        .map(({ url }) => (
          <img key={url} src={url} alt="" />
        ))}
      {clips.map(({ url }) => (
        <video key={url} src={url} preload="auto" muted>
          <track kind="captions" />
        </video>
      ))}
    </div>
  );
}
