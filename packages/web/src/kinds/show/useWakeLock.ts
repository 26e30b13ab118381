import { useEffect } from 'react';

/** Keeps the screen on where the browser can (secure contexts only); nothing depends on it. */
export function useWakeLock(): void {
  useEffect(() => {
    const ask = (): void => {
      if (document.visibilityState === 'visible')
        navigator.wakeLock?.request('screen').catch(() => undefined);
    };
    ask();
    document.addEventListener('visibilitychange', ask);
    return () => document.removeEventListener('visibilitychange', ask);
  }, []);
}
