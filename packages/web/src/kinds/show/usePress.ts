import type { TeamView } from '@leitai/rules/show';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Ack, Connection } from '../../live/socket.ts';
import { showRefusal } from '../../words/showRefusals.ts';
import { pressFor } from './teamFace.ts';

interface Tap {
  readonly question: string;
  /** The event that answered it; null while the verdict is under way. */
  readonly answered: number | null;
}

const TOAST_MS = 2_500;

/**
 * The tap and its verdict. A tap belongs to the question that was on this phone when the finger came down, and it is
 * not kept for later when the network is away: it can never count for the next question.
 */
export function usePress(
  view: TeamView | null,
  connection: Connection,
  send: (command: object) => Promise<Ack>,
  serverNow: () => number,
): {
  pressed: boolean;
  refusal: string | null;
  press: (timeStamp: number) => void;
  act: (command: object) => void;
} {
  const [tap, setTap] = useState<Tap | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const underWay = useRef<string | null>(null);

  useEffect(() => {
    if (refusal === null) return undefined;
    const timer = setTimeout(() => setRefusal(null), TOAST_MS);
    return () => clearTimeout(timer);
  }, [refusal]);

  const act = useCallback(
    (command: object) => {
      void send(command).then((ack) => {
        if (!ack.ok) setRefusal(showRefusal(ack.code, ack.facts));
      });
    },
    [send],
  );

  const press = useCallback(
    (timeStamp: number) => {
      const question = view === null ? null : pressFor(view);
      if (connection !== 'live' || question === null) return;
      if (underWay.current === question) return;
      underWay.current = question;
      setTap({ question, answered: null });
      // The finger came down a little before this code runs (QZ-33).
      const claimedAt = serverNow() - (performance.now() - timeStamp);
      void send({ type: 'press', question, claimedAt }).then((ack) => {
        underWay.current = null;
        setTap(ack.ok ? { question, answered: ack.seq } : null);
        if (!ack.ok) setRefusal(showRefusal(ack.code, ack.facts));
      });
    },
    [view, connection, send, serverNow],
  );

  const pressed =
    tap !== null &&
    view !== null &&
    pressFor(view) === tap.question &&
    (tap.answered === null || view.seq < tap.answered);
  return { pressed, refusal, press, act };
}
