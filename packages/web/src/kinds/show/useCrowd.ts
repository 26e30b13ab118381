import { useRef, useState } from 'react';
import type { Ack, GuestPass } from '../../live/socket.ts';
import { acknowledged, choose, readMind, type Mind } from './answerMind.ts';
import type { Asking } from './crowdFace.ts';
import { keep, kept } from './keep.ts';

/** Who this phone is in a show: kept, so that a reload or a lost network changes nothing. */
export function useGuestPass(stageId: string): GuestPass {
  const [pass] = useState<GuestPass>(() => {
    const key = `leitai.guest.${stageId}`;
    return { read: () => kept(key) ?? '', keep: (token) => keep(key, token) };
  });
  return pass;
}

/** This phone's answer, marked at once and "received" only when the server says so. */
export function useAnswer(stageId: string, send: (command: object) => Promise<Ack>) {
  const key = `leitai.answer.${stageId}`;
  const [mind, setMind] = useState<Mind | null>(() => readMind(kept(key)));
  const latest = useRef(mind);
  const put = (next: Mind | null): void => {
    latest.current = next;
    setMind(next);
    keep(key, JSON.stringify(next));
  };
  const answer = (asking: Asking, choice: number): void => {
    const mine = choose(latest.current, asking, choice);
    put(mine);
    void send({ type: 'crowdAnswer', id: asking.id, choice }).then((ack) =>
      put(acknowledged(latest.current, mine, ack)),
    );
  };
  return { mind, answer };
}

/** Questions with which this phone has won. */
export function useWins(
  stageId: string,
  prize: { readonly question: string; readonly winners: readonly string[] } | null,
  code: string | null,
): { readonly now: boolean; readonly ever: boolean } {
  const key = `leitai.won.${stageId}`;
  const [ever, setEver] = useState(() => kept(key) === '1');
  const now = prize !== null && code !== null && prize.winners.includes(code);
  if (now && !ever) {
    setEver(true);
    keep(key, '1');
  }
  return { now, ever };
}
