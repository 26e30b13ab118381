import { useEffect, useState, useSyncExternalStore } from 'react';
import { call } from '../../api/client.ts';
import { AnswerDesk, type Doors } from './answerDesk.ts';
import type { Attempt } from './answers.ts';
import type { ServerClock } from './clock.ts';
import { forget, keep, kept } from './outbox.ts';
import { within } from './patience.ts';

const SAVE_MS = 8_000;
const SUBMIT_MS = 15_000;

/** The doors of a running attempt: the server and the phone's own store. */
function doorsOf(attempt: Attempt, clock: ServerClock): Doors {
  const params = { attemptId: attempt.attemptId };
  return {
    save: async ({ no, revision, choice }) => {
      const sentAt = Date.now();
      const body = { device: attempt.device, no, revision, choice: [...choice] };
      const reply = await within(SAVE_MS, (signal) => call('exam.save', { params, body, signal }));
      clock.heard(sentAt, reply.serverNow, Date.now());
    },
    submit: () => within(SUBMIT_MS, (signal) => call('exam.submit', { params, signal })),
    keep,
    kept: () => kept(attempt.attemptId),
    forget: () => forget(attempt.attemptId),
  };
}

export function useAttempt(attempt: Attempt, clock: ServerClock) {
  const [desk] = useState(() => new AnswerDesk(attempt, doorsOf(attempt, clock)));
  useEffect(() => {
    void desk.open();
    const wake = (): void => desk.wake();
    addEventListener('online', wake);
    document.addEventListener('visibilitychange', wake);
    return () => {
      removeEventListener('online', wake);
      document.removeEventListener('visibilitychange', wake);
      desk.close();
    };
  }, [desk]);
  return { desk, ...useSyncExternalStore(desk.subscribe, desk.state) };
}
