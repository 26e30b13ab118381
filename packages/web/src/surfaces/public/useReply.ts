import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiRefusal } from '../../api/client.ts';

export type Reply<T> = { is: 'waiting' } | { is: 'here'; value: T } | { is: 'refused'; refusal: ApiRefusal };

/** Asks once, and again every `everyMs`; what is already shown stays when a later asking fails. */
export function useReply<T>(ask: () => Promise<T>, everyMs?: number): { reply: Reply<T>; again: () => void } {
  const [reply, setReply] = useState<Reply<T>>({ is: 'waiting' });
  const asked = useRef(ask);
  const again = useCallback(() => {
    asked.current().then(
      (value) => setReply({ is: 'here', value }),
      (error: unknown) =>
        setReply((now) =>
          now.is === 'here'
            ? now
            : { is: 'refused', refusal: error instanceof ApiRefusal ? error : new ApiRefusal(0, 'unknown') },
        ),
    );
  }, []);
  useEffect(() => {
    again();
    if (everyMs === undefined) return undefined;
    const timer = setInterval(again, everyMs);
    return () => clearInterval(timer);
  }, [again, everyMs]);
  return { reply, again };
}
