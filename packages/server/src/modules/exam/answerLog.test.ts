import { describe, expect, it } from 'vitest';
import { AnswerLog, type AnswerRow } from './answerLog.ts';

const row = (no: number): AnswerRow => ({
  attemptId: 'a',
  no,
  revision: 1,
  choice: [0],
  device: 1,
  receivedAt: 0,
});

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** A log whose commits the test ends by hand. */
function byHand(limits?: { batch: number; queue: number }) {
  const commits: { rows: number[]; end(error?: Error): void }[] = [];
  const log = new AnswerLog(
    (rows) =>
      new Promise((resolve, reject) => {
        commits.push({
          rows: rows.map(({ no }) => no),
          end: (error) => (error ? reject(error) : resolve(rows.map(() => true))),
        });
      }),
    limits,
  );
  return { log, commits };
}

describe('answer log', () => {
  it('gathers what arrives during a commit and acknowledges nothing before its own', async () => {
    const { log, commits } = byHand();
    const acks: number[] = [];
    const give = (no: number) => void log.append(row(no))!.then(() => acks.push(no));
    give(1);
    give(2);
    await turn();
    give(3);
    give(4);
    await turn();
    expect(commits.map(({ rows }) => rows)).toEqual([[1, 2]]);
    expect(acks).toEqual([]);
    commits[0]!.end();
    await turn();
    expect(acks).toEqual([1, 2]);
    expect(commits.map(({ rows }) => rows)).toEqual([
      [1, 2],
      [3, 4],
    ]);
    commits[1]!.end();
    await log.settled();
    expect(acks).toEqual([1, 2, 3, 4]);
  });

  it('a failed commit acknowledges nothing; the next one works', async () => {
    const { log, commits } = byHand();
    const outcomes = [1, 2].map((no) => log.append(row(no))!.then(String, (error: Error) => error.message));
    await turn();
    commits[0]!.end(new Error('disk full'));
    expect(await Promise.all(outcomes)).toEqual(['disk full', 'disk full']);
    const again = log.append(row(1));
    await turn();
    commits[1]!.end();
    expect(await again).toBe(true);
  });

  it('takes no more than its queue, and commits no more than a batch at once', async () => {
    const { log, commits } = byHand({ batch: 2, queue: 3 });
    const taken = [1, 2, 3].map((no) => log.append(row(no)));
    expect(log.append(row(4))).toBeNull();
    await turn();
    commits[0]!.end();
    await turn();
    commits[1]!.end();
    expect(await Promise.all(taken)).toEqual([true, true, true]);
    expect(commits.map(({ rows }) => rows)).toEqual([[1, 2], [3]]);
  });

  it('settled waits for what was under way and waiting', async () => {
    const { log, commits } = byHand();
    await log.settled();
    void log.append(row(1));
    await turn();
    void log.append(row(2));
    let settled = false;
    const done = log.settled().then(() => (settled = true));
    commits[0]!.end();
    await turn();
    expect(settled).toBe(false);
    commits[1]!.end();
    await done;
  });
});
