import { useCallback, useEffect, useState } from 'react';

const still = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Which block is being read: the last one whose head is above the middle of the window. ← and → go one further. */
export function useReading(keys: readonly string[]): { now: string | null; go: (key: string) => void } {
  const [now, setNow] = useState<string | null>(null);
  const go = useCallback((key: string) => {
    const block = document.getElementById(key);
    block?.scrollIntoView({ behavior: still() ? 'auto' : 'smooth', block: 'start' });
    block?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    let due = 0;
    const look = (): void => {
      due = 0;
      const line = innerHeight * 0.45;
      const above = keys.filter((key) => {
        const block = document.getElementById(key);
        return block !== null && block.getBoundingClientRect().top <= line;
      });
      setNow(above.at(-1) ?? null);
    };
    const later = (): void => {
      due ||= requestAnimationFrame(look);
    };
    look();
    addEventListener('scroll', later, { passive: true });
    addEventListener('resize', later);
    return () => {
      cancelAnimationFrame(due);
      removeEventListener('scroll', later);
      removeEventListener('resize', later);
    };
  }, [keys]);
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
      const busy = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
      const inside = event.target instanceof Element && event.target.closest('.wide, input, select');
      if (step === 0 || busy || inside) return;
      const next = keys[Math.max(0, (now === null ? -1 : keys.indexOf(now)) + step)];
      if (next === undefined) return;
      event.preventDefault();
      go(next);
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, [keys, now, go]);
  return { now, go };
}
