import type { Phase, QuestionView } from '@leitai/rules/show';
import { useEffect, useRef } from 'react';

/** Picture, sound or clip of a question. A clip plays once when it appears; without leave for sound it plays mute. */
export function Media({ media, phase }: { media: NonNullable<QuestionView['media']>; phase: Phase }) {
  const player = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const video = player.current;
    if (video === null) return;
    video.play().catch(() => {
      video.muted = true;
      video.play().catch(() => undefined);
    });
  }, []);
  if (media.kind === 'image') return <img className="media" src={media.url} alt="" />;
  return (
    <video
      ref={player}
      className={media.kind === 'audio' ? 'media sound' : `media ${phase}`}
      src={media.url}
      controls={media.kind === 'audio'}
      playsInline
      preload="auto"
    >
      <track kind="captions" />
    </video>
  );
}
