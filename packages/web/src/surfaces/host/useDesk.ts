import type { Desk as DeskName, HostAct, HostView } from '@leitai/rules/show';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useLive } from '../../live/useLive.ts';
import { showRefusal } from '../../words/showRefusals.ts';

/** After every step the desk rests for a moment, so that a double click never does two things. */
const REST_MS = 300;
const TOAST_MS = 4_000;

/** The server draws: the desk only says how many. */
interface PrizeWish {
  readonly type: 'drawPrize';
  readonly count: number;
}

export type Act = (command: HostAct | PrizeWish) => void;

/** This page's console id: the same after a reload, another one in another tab. */
function consoleId(stageId: string): string {
  const key = `leitai.console.${stageId}`;
  const known = sessionStorage.getItem(key);
  if (known !== null) return known;
  const fresh = randomHex(12);
  sessionStorage.setItem(key, fresh);
  return fresh;
}

/** `crypto.randomUUID` needs a secure context; a hall has plain http. */
export const randomHex = (bytes: number): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');

export function useDesk(stageId: string, desk: DeskName) {
  const [id] = useState(() => consoleId(`${stageId}.${desk}`));
  const live = useLive<HostView>(stageId, 'host', { consoleId: id, desk });
  const { view, send, connection } = live;
  const [refusal, setRefusal] = useState<string | null>(null);
  const [rested, setRested] = useState(-1);
  const underWay = useRef(false);
  const step = view?.step ?? 0;

  useEffect(() => {
    const timer = setTimeout(() => setRested(step), REST_MS);
    return () => clearTimeout(timer);
  }, [step]);
  useEffect(() => {
    if (refusal === null) return undefined;
    const timer = setTimeout(() => setRefusal(null), TOAST_MS);
    return () => clearTimeout(timer);
  }, [refusal]);

  const act: Act = useCallback(
    (command) => {
      if (underWay.current) return;
      underWay.current = true;
      void send(command.type === 'takeConsole' ? command : { ...command, step }).then((ack) => {
        underWay.current = false;
        setRefusal(ack.ok ? null : showRefusal(ack.code, ack.facts));
      });
    },
    [send, step],
  );

  /** A wired buzzer at this console: no step, it is a team's press. */
  const press = useCallback(
    (input: string, claimedAt: number) => {
      void send({ type: 'inputPress', input, question: view?.question?.id ?? null, claimedAt }).then(
        (ack) => {
          if (!ack.ok && ack.code !== 'show.alreadyPressed') setRefusal(showRefusal(ack.code, ack.facts));
        },
      );
    },
    [send, view?.question?.id],
  );

  const mine = view !== null && view.console === id;
  return { ...live, act, press, refusal, mine, ready: connection === 'live' && rested === step };
}

export type Desk = ReturnType<typeof useDesk>;
