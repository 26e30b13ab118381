import { useEffect, useState } from 'react';
import { useStageWords } from '../../words/stage.ts';
import type { useSounds } from './sounds.ts';

const HINT_MS = 5_000;

function toggle(): void {
  if (document.fullscreenElement === null) void document.documentElement.requestFullscreen?.();
  else void document.exitFullscreen();
}

/** Buttons for whoever sets the projector up: shown at first and whenever the mouse moves. */
export function FullScreen({ sounds }: { sounds: ReturnType<typeof useSounds> }) {
  const say = useStageWords();
  const [shown, setShown] = useState(true);
  const [full, setFull] = useState(false);
  const { on, enable, silence } = sounds;
  useEffect(() => {
    if (!shown) return undefined;
    const timer = setTimeout(() => setShown(false), HINT_MS);
    return () => clearTimeout(timer);
  }, [shown]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 's' || event.ctrlKey || event.metaKey) return;
      if (on) silence();
      else enable();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });
  useEffect(() => {
    const onMove = (): void => setShown(true);
    const onChange = (): void => setFull(document.fullscreenElement !== null);
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() === 'f' && !event.ctrlKey && !event.metaKey) toggle();
    };
    addEventListener('pointermove', onMove);
    addEventListener('keydown', onKey);
    document.addEventListener('fullscreenchange', onChange);
    return () => {
      removeEventListener('pointermove', onMove);
      removeEventListener('keydown', onKey);
      document.removeEventListener('fullscreenchange', onChange);
    };
  }, []);
  document.documentElement.classList.toggle('still', !shown);
  if (!shown) return null;
  return (
    <p className="screen-keys">
      <button type="button" onClick={on ? silence : enable}>
        {say(on ? 'soundOff' : 'soundOn')}
      </button>
      {!full && (
        <button type="button" onClick={toggle}>
          {say('fullScreen')}
        </button>
      )}
    </p>
  );
}
