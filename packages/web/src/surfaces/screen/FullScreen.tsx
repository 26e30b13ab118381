import { useEffect, useState } from 'react';
import { useStageWords } from '../../words/stage.ts';

const HINT_MS = 5_000;

function toggle(): void {
  if (document.fullscreenElement === null) void document.documentElement.requestFullscreen?.();
  else void document.exitFullscreen();
}

/** A button for whoever sets the projector up: shown at first and whenever the mouse moves. */
export function FullScreen() {
  const say = useStageWords();
  const [shown, setShown] = useState(true);
  const [full, setFull] = useState(false);
  useEffect(() => {
    if (!shown) return undefined;
    const timer = setTimeout(() => setShown(false), HINT_MS);
    return () => clearTimeout(timer);
  }, [shown]);
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
  if (full || !shown) return null;
  return (
    <button type="button" className="full-screen" onClick={toggle}>
      {say('fullScreen')}
    </button>
  );
}
