import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { LiveSocket, type GuestPass } from './socket.ts';

export type LiveRole = 'host' | 'screen' | 'team' | 'audience';

interface Extra {
  readonly key?: string;
  readonly consoleId?: string;
  readonly desk?: string;
  /** The same object every time. */
  readonly pass?: GuestPass;
}

/**
 * The live view of a show for one role; `key` for the big screen, `consoleId` and `desk` for the host's table, `pass` for
 * the audience.
 */
export function useLive<View>(show: string, as: LiveRole, extra: Extra = {}) {
  const { key, consoleId, desk, pass } = extra;
  const socket = useMemo(
    () =>
      new LiveSocket<View>(
        {
          show,
          as,
          ...(key === undefined ? {} : { key }),
          ...(desk === undefined || desk === 'host' ? {} : { desk }),
        },
        consoleId,
        pass,
      ),
    [show, as, key, consoleId, desk, pass],
  );
  useEffect(() => {
    socket.open();
    return () => socket.close();
  }, [socket]);
  const state = useSyncExternalStore(socket.subscribe, socket.state);
  return { ...state, send: (command: object) => socket.send(command), serverNow: socket.serverNow };
}
