import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { LiveSocket } from './socket.ts';

export type LiveRole = 'host' | 'screen' | 'team' | 'audience';

/** The live view of a show for one role; `key` for the big screen, `consoleId` for the host. */
export function useLive<View>(
  show: string,
  as: LiveRole,
  extra: { key?: string; consoleId?: string; desk?: string } = {},
) {
  const { key, consoleId, desk } = extra;
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
      ),
    [show, as, key, consoleId, desk],
  );
  useEffect(() => {
    socket.open();
    return () => socket.close();
  }, [socket]);
  const state = useSyncExternalStore(socket.subscribe, socket.state);
  return { ...state, send: (command: object) => socket.send(command), serverNow: socket.serverNow };
}
