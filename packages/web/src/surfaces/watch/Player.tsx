import { useEffect, useRef, useState } from 'react';
import { useStageWords } from '../../words/stage.ts';

const HLS = 'application/vnd.apple.mpegurl';

type State = 'loading' | 'playing' | 'failed';

/** The picture from the hall. Apple's browsers play HLS themselves; for the others the player is fetched when needed. */
export function Player({ stream }: { stream: string }) {
  const say = useStageWords();
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<State>('loading');
  const [muted, setMuted] = useState(true);
  useEffect(() => {
    const element = video.current;
    if (element === null) return undefined;
    let stop = (): void => undefined;
    let gone = false;
    setState('loading');
    if (element.canPlayType(HLS) !== '') {
      element.src = stream;
      stop = () => element.removeAttribute('src');
    } else {
      void import('hls.js/light').then(({ default: Hls }) => {
        if (gone) return;
        if (!Hls.isSupported()) return setState('failed');
        // A worker would need leave of its own; one stream is light enough without.
        const hls = new Hls({ enableWorker: false, liveDurationInfinity: true });
        hls.on(Hls.Events.ERROR, (_event, { fatal, type }) => {
          if (!fatal) return;
          setState('failed');
          if (type === Hls.ErrorTypes.NETWORK_ERROR) hls.startLoad();
          else if (type === Hls.ErrorTypes.MEDIA_ERROR) hls.recoverMediaError();
        });
        hls.loadSource(stream);
        hls.attachMedia(element);
        stop = () => hls.destroy();
        return undefined;
      });
    }
    return () => {
      gone = true;
      stop();
    };
  }, [stream]);
  return (
    <div className="player">
      <video
        ref={video}
        muted={muted}
        autoPlay
        playsInline
        onPlaying={() => setState('playing')}
        onError={() => setState('failed')}
      >
        <track kind="captions" />
      </video>
      {state !== 'playing' && <p role="status">{say(state === 'failed' ? 'noPicture' : 'pictureComing')}</p>}
      {state === 'playing' && (
        <button type="button" onClick={() => setMuted(!muted)}>
          {say(muted ? 'unmute' : 'mute')}
        </button>
      )}
    </div>
  );
}
