import { useEffect, useRef, useState } from 'react';
import { ApiRefusal, call } from '../../api/client.ts';
import { enter, type Home } from './visit.ts';

const POLL_MS = 5_000;
const RETRY_MS = 2_000;

export const refusalOf = (error: unknown): ApiRefusal =>
  error instanceof ApiRefusal ? error : new ApiRefusal(0, 'unknown');
/** Passing by itself: no network, a busy or restarting server. */
export const passingBy = ({ status }: ApiRefusal): boolean => status === 0 || status === 429 || status >= 500;

/**
 * The entrant's own page, entered once and followed while `watching`; a dead network is tried again by itself.
 * `onHome` is told of each page that came.
 */
export function useHome(
  watching: boolean,
  onHome: (home: Home, isFirst: boolean) => void,
): { home: Home | null; refusal: ApiRefusal | null } {
  const [home, setHome] = useState<Home | null>(null);
  const [refusal, setRefusal] = useState<ApiRefusal | null>(null);
  const heardAt = useRef(0);
  const entered = home !== null;

  useEffect(() => {
    if (entered) return undefined;
    let gone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const knock = async (): Promise<void> => {
      try {
        const first = await enter();
        if (gone) return;
        heardAt.current = Date.now();
        setRefusal(null);
        setHome(first);
        onHome(first, true);
      } catch (error) {
        if (gone) return;
        const why = refusalOf(error);
        setRefusal(why);
        if (passingBy(why)) timer = setTimeout(() => void knock(), RETRY_MS * (0.75 + Math.random() / 2));
      }
    };
    void knock();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [entered, onHome]);

  useEffect(() => {
    if (!entered || !watching) return undefined;
    let gone = false;
    const renew = (): void => {
      heardAt.current = Date.now();
      call('entrant.home').then(
        (next) => {
          if (gone) return;
          setHome(next);
          setRefusal(null);
          onHome(next, false);
        },
        (error: unknown) => {
          if (!gone) setRefusal(refusalOf(error));
        },
      );
    };
    // Back from a paper or a show: what is shown is from before.
    if (Date.now() - heardAt.current > 1_000) renew();
    const timer = setInterval(renew, POLL_MS);
    return () => {
      gone = true;
      clearInterval(timer);
    };
  }, [entered, watching, onHome]);
  return { home, refusal };
}
