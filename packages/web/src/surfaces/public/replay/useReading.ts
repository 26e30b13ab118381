import { useCallback, useEffect, useRef, useState } from 'react';

/** As long as a smooth scroll takes, at most. */
const SCROLL_MS = 1_200;

const still = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Which block is being read: the last one whose head is above the middle of the window. ← and → go one further. */
export function useReading(keys: readonly string[]): { now: string | null; go: (key: string) => void } {
  const [now, setNow] = useState<string | null>(null);
  // A block that was gone to is the one being read, though a short one leaves the next above the middle as well.
  const heldUntil = useRef(0);
  const go = useCallback((key: string) => {
    heldUntil.current = performance.now() + SCROLL_MS;
    setNow(key);
    const block = document.getElementById(key);
    block?.scrollIntoView({ behavior: still() ? 'auto' : 'smooth', block: 'start' });
    block?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    let due = 0;
    const look = (): void => {
      due = 0;
      if (performance.now() < heldUntil.current) return;
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
