import { useEffect, useState } from 'react';

/**
 * Keeps the screen on where the browser can, which is at `https://` only. `false`: it cannot, and the phone goes dark by its
 * own settings; whoever holds it has to be told.
 */
export function useWakeLock(): boolean {
  const [keeps, setKeeps] = useState(navigator.wakeLock !== undefined);
  useEffect(() => {
    const ask = (): void => {
      if (document.visibilityState !== 'visible') return;
      navigator.wakeLock?.request('screen').then(
        () => setKeeps(true),
        () => setKeeps(false),
      );
    };
    ask();
    document.addEventListener('visibilitychange', ask);
    return () => document.removeEventListener('visibilitychange', ask);
  }, []);
  return keeps;
}
