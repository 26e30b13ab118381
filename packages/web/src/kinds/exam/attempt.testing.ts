import { ApiRefusal } from '../../api/client.ts';
import type { Doors } from './answerDesk.ts';
import type { Attempt, KeptAnswer } from './answers.ts';

/** A try of six questions; for tests. */
export const attemptOf = (part: Partial<Attempt> = {}): Attempt => ({
  attemptId: 'a',
  device: 1,
  state: 'running',
  startedAt: 0,
  deadlineAt: 600_000,
  serverNow: 0,
  questions: Array.from({ length: 6 }, (_, i) => ({
    no: i + 1,
    type: 'single' as const,
    stem: `${i + 1}`,
    options: ['甲', '乙', '丙', '丁'],
    points: '5',
  })),
  answers: [],
  ...part,
});

export const keptOf = (part: Partial<KeptAnswer> & Pick<KeptAnswer, 'no'>): KeptAnswer => ({
  attemptId: 'a',
  revision: 1,
  choice: [],
  saved: false,
  base: 0,
  device: 1,
  ...part,
});

export const refusal = (status: number, code: string, facts = {}): ApiRefusal =>
  new ApiRefusal(status, code, facts);

/** A server and a phone store that last longer than the page: the ports of the desk. */
export class Outside implements Doors {
  readonly onServer = new Map<number, KeptAnswer>();
  readonly onPhone = new Map<number, KeptAnswer>();
  /** Every call in order: `save 1.2` is question 1, revision 2. */
  readonly calls: string[] = [];
  /** What the next calls meet, before anything is stored; `lost`: stored, but the reply never comes. */
  readonly ahead: (ApiRefusal | 'lost')[] = [];
  offline = false;
  hold: Promise<void> | null = null;

  async save(answer: KeptAnswer): Promise<void> {
    this.calls.push(`save ${answer.no}.${answer.revision}`);
    if (this.hold !== null) await this.hold;
    if (this.offline) throw refusal(0, 'network');
    const met = this.ahead.shift();
    if (met !== undefined && met !== 'lost') throw met;
    const have = this.onServer.get(answer.no);
    const same = have?.revision === answer.revision && have.choice.join() === answer.choice.join();
    if (have !== undefined && !same && answer.revision <= have.revision)
      throw refusal(409, 'exam.staleRevision', { have: have.revision });
    this.onServer.set(answer.no, answer);
    if (met === 'lost') throw refusal(0, 'network');
  }
  async submit(): Promise<{ answered: number }> {
    this.calls.push('submit');
    if (this.offline) throw refusal(0, 'network');
    const met = this.ahead.shift();
    if (met !== undefined && met !== 'lost') throw met;
    return { answered: this.onServer.size };
  }
  async keep(answer: KeptAnswer): Promise<void> {
    this.onPhone.set(answer.no, answer);
  }
  async kept(): Promise<KeptAnswer[]> {
    return [...this.onPhone.values()];
  }
  async forget(): Promise<void> {
    this.onPhone.clear();
  }
}
