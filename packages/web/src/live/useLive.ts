import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { LiveSocket } from './socket.ts';

export type LiveRole = 'host' | 'screen' | 'team' | 'audience';

/** The live view of a show for one role; `key` for the big screen, `consoleId` for the host. */
export function useLive<View>(show: string, as: LiveRole, extra: { key?: string; consoleId?: string } = {}) {
  const { key, consoleId } = extra;
  const socket = useMemo(
    () => new LiveSocket<View>({ show, as, ...(key === undefined ? {} : { key }) }, consoleId),
    [show, as, key, consoleId],
  );
  useEffect(() => {
    socket.open();
    return () => socket.close();
  }, [socket]);
  const state = useSyncExternalStore(socket.subscribe, socket.state);
  return { ...state, send: (command: object) => socket.send(command), serverNow: socket.serverNow };
}

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
