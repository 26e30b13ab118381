import type { AttemptView } from '@leitai/contract';
import type { Static } from 'typebox';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiRefusal, call } from '../../api/client.ts';
import { keep, kept, type KeptAnswer } from './outbox.ts';

export type Attempt = Static<typeof AttemptView>;
export type Saving = 'saved' | 'saving' | 'retrying';
export type Ended = 'takenOver' | 'timeUp' | 'submitted' | null;

const RETRY_MS = [500, 1_000, 2_000, 4_000];
/** Refusals after which sending again cannot help. */
const FINAL: Readonly<Record<string, Ended>> = {
  'exam.takenOver': 'takenOver',
  'exam.afterDeadline': 'timeUp',
  'exam.submitted': 'submitted',
  'exam.stageNotOpen': 'timeUp',
};

type Answers = ReadonlyMap<number, KeptAnswer>;

/** What the server has, with what this phone still owes it laid over. */
function merge(attempt: Attempt, local: readonly KeptAnswer[]): Map<number, KeptAnswer> {
  const answers = new Map<number, KeptAnswer>(
    attempt.answers.map((answer) => [answer.no, { ...answer, attemptId: attempt.attemptId, saved: true }]),
  );
  for (const answer of local) {
    const stored = answers.get(answer.no);
    if (!answer.saved && answer.revision > (stored?.revision ?? 0)) answers.set(answer.no, answer);
  }
  return answers;
}

/**
 * The life of an answer on the phone: kept → sent → acknowledged → "saved". One sender at a time, in order of change;
 * a weak network is retried until the deadline.
 */
export function useAttempt(attempt: Attempt) {
  const [answers, setAnswers] = useState<Answers>(() => merge(attempt, []));
  const [saving, setSaving] = useState<Saving>('saved');
  const [ended, setEnded] = useState<Ended>(null);
  const current = useRef<Map<number, KeptAnswer>>(new Map(answers));
  const sending = useRef<Promise<void> | null>(null);
  const stopped = useRef(false);

  const put = useCallback((answer: KeptAnswer) => {
    current.current.set(answer.no, answer);
    setAnswers(new Map(current.current));
    return keep(answer);
  }, []);

  const sendOne = useCallback(
    async (answer: KeptAnswer): Promise<void> => {
      const { no, revision, choice } = answer;
      const params = { attemptId: attempt.attemptId };
      await call('exam.save', { params, body: { device: attempt.device, no, revision, choice } });
      if (current.current.get(no)?.revision === revision) await put({ ...answer, saved: true });
    },
    [attempt, put],
  );

  const flush = useCallback((): Promise<void> => {
    const run = async (): Promise<void> => {
      for (let tries = 0; !stopped.current;) {
        const next = [...current.current.values()].find((answer) => !answer.saved);
        if (next === undefined) {
          setSaving('saved');
          return;
        }
        try {
          await sendOne(next);
          tries = 0;
          setSaving('saving');
        } catch (error) {
          const refusal = error instanceof ApiRefusal ? error : new ApiRefusal(0, 'network');
          const end = FINAL[refusal.code];
          if (end !== undefined) {
            stopped.current = true;
            setEnded(end);
            return;
          }
          if (refusal.code === 'exam.staleRevision') {
            await put({ ...next, revision: Number(refusal.facts['have'] ?? next.revision) + 1 });
            continue;
          }
          setSaving('retrying');
          await new Promise((resolve) => setTimeout(resolve, RETRY_MS[Math.min(tries, RETRY_MS.length - 1)]));
          tries += 1;
        }
      }
    };
    sending.current ??= run().finally(() => {
      sending.current = null;
    });
    return sending.current;
  }, [put, sendOne]);

  useEffect(() => {
    void kept(attempt.attemptId).then((local) => {
      for (const [no, answer] of merge(attempt, local)) {
        if (!current.current.has(no) || !answer.saved) current.current.set(no, answer);
      }
      setAnswers(new Map(current.current));
      return flush();
    });
  }, [attempt, flush]);

  const choose = useCallback(
    (no: number, choice: number[]) => {
      const revision = (current.current.get(no)?.revision ?? 0) + 1;
      setSaving('saving');
      void put({ attemptId: attempt.attemptId, no, revision, choice, saved: false });
      void flush();
    },
    [attempt, flush, put],
  );

  const submit = useCallback(async (): Promise<void> => {
    await flush();
    if (stopped.current) return;
    await call('exam.submit', { params: { attemptId: attempt.attemptId } });
    stopped.current = true;
    setEnded('submitted');
  }, [attempt, flush]);

  return { answers, saving, ended, choose, submit };
}
