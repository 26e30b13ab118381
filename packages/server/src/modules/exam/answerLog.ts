import { GroupCommit } from '../../platform/groupCommit.ts';

/** One answer on its way into the log. */
export interface AnswerRow {
  readonly attemptId: string;
  readonly no: number;
  readonly revision: number;
  readonly choice: readonly number[];
  readonly device: number;
  /** Epoch ms at which the request arrived: what the deadline is compared with. */
  readonly receivedAt: number;
}

/** For each row, whether the log now holds exactly this choice under its revision. */
export class AnswerLog extends GroupCommit<AnswerRow, boolean> {}
