import type { ReplyOf, Endpoints } from '@leitai/contract';
import type { BankQuestion, Result, StageSettings } from '@leitai/rules';
import type { Tx } from '../../platform/database.ts';
import type { EntrantSession, SetCookie } from '../../platform/http/handler.ts';

export type StageWord = 'planned' | 'open' | 'closed' | 'decided';

/** What the exam needs to know of a stage; instants in epoch ms. */
export interface ExamStageFacts {
  readonly id: string;
  readonly contestId: string;
  readonly contestStatus: string;
  readonly unitPath: string;
  readonly ordinal: number;
  readonly kind: 'exam' | 'show';
  readonly name: string;
  readonly status: StageWord;
  readonly opensAt: number | null;
  readonly closesAt: number | null;
  readonly settings: StageSettings;
}

/** An entrant as it may be shown to itself and to the officer in charge. */
export interface EntrantCard {
  readonly entrantId: string;
  readonly entryId: string;
  readonly entryNo: string;
  readonly name: string;
  readonly team: string;
  readonly seat: number;
  readonly unitName: string;
}

/** The doors of the modules below that the exam goes through; `main.ts` hangs them. */
export interface ExamDoors {
  readStage(stageId: string): Promise<ExamStageFacts | null>;
  /** All stages of a contest in order. */
  readStages(contestId: string): Promise<readonly ExamStageFacts[]>;
  /** Locks the stage against starts and other closings until the transaction ends; its stored status. */
  lockStage(tx: Tx, stageId: string): Promise<StageWord | null>;
  setStageStatus(
    tx: Tx,
    stageId: string,
    change: { status: StageWord; opensAt?: number; closesAt?: number },
  ): Promise<void>;
  stageView(stageId: string): Promise<Result<ReplyOf<Endpoints['stage.open']>>>;
  /** Open exam stages whose time is over. */
  stagesPast(now: number): Promise<readonly string[]>;
  /** The entrants of every entry that takes part in the stage. */
  stageEntrants(stageId: string): Promise<readonly EntrantCard[]>;
  /** The entrant with its contest's title and the ids of the stages it takes part in; null when there is no such one. */
  entrantHome(
    entrantId: string,
  ): Promise<{ card: EntrantCard; contestTitle: string; stageIds: readonly string[] } | null>;
  openTicket(ticket: string): Promise<Result<{ session: EntrantSession; cookie: SetCookie }>>;
  /** Published banks by code; a code without a bank is left out. */
  readBanks(codes: readonly string[]): Promise<Readonly<Record<string, readonly BankQuestion[]>>>;
}
