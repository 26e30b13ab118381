import { useEffect, useState } from 'react';

/** Milliseconds left until a server deadline, renewed ten times a second; null without one. */
export function useRemaining(deadline: number | null, serverNow: () => number): number | null {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    if (deadline === null) return undefined;
    const timer = setInterval(() => setNow(serverNow()), 100);
    return () => clearInterval(timer);
  }, [deadline, serverNow]);
  return deadline === null ? null : Math.max(0, deadline - now);
}
