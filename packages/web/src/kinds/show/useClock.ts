import type { ClockView } from '@leitai/rules/show';
import { useEffect, useState } from 'react';

const TICK_MS = 100;
const WARN_MS = 10_000;

export interface Left {
  readonly ms: number;
  /** Rounded up, so that 0 means over. */
  readonly seconds: number;
  /** 1 … 0. */
  readonly share: number;
  /** The last ten seconds (QZ-41). */
  readonly warn: boolean;
  readonly standing: boolean;
}

/** What is left of a clock by the server's time; it stands while the show is paused. */
export function useClock(clock: ClockView | null, serverNow: () => number): Left | null {
  const [, tick] = useState(0);
  const deadline = clock?.deadline ?? null;
  useEffect(() => {
    if (deadline === null) return undefined;
    const timer = setInterval(() => tick((n) => n + 1), TICK_MS);
    return () => clearInterval(timer);
  }, [deadline]);
  if (clock === null) return null;
  const total = clock.totalSec * 1_000;
  const left = deadline === null ? (clock.remainingMs ?? 0) : deadline - serverNow();
  const ms = Math.min(total, Math.max(0, left));
  return {
    ms,
    seconds: Math.ceil(ms / 1_000),
    share: total === 0 ? 0 : ms / total,
    warn: ms <= WARN_MS,
    standing: deadline === null,
  };
}
