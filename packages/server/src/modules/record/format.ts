import type {
  Award,
  BankQuestion,
  Choice,
  ContestSettings,
  CutRow,
  Decimal,
  HolidayYear,
  Mark,
  PaperItem,
  RecheckList,
  ResultRow,
  StageKind,
  StageSettings,
} from '@leitai/rules';
import type { ShowConfig, ShowEvent } from '@leitai/rules/show';

/** The record of one contest: everything its result follows from (docs/record.md). Times are epoch ms. */
export interface ContestRecord {
  readonly format: typeof RECORD_FORMAT;
  readonly generatedAt: number;
  readonly contest: RecordContest;
  readonly entries: readonly RecordEntry[];
  readonly banks: Readonly<Record<string, RecordBank>>;
  readonly stages: readonly RecordStage[];
  readonly results: readonly RecordResult[];
  /** 抽签; null or absent: none were drawn. */
  readonly lots?: RecordLots | null;
  /** 成绩复核; null or absent: none was drawn. */
  readonly recheck?: RecordRecheck | null;
  readonly calendar: readonly HolidayYear[];
  readonly certificates: readonly RecordCertificate[];
  readonly audit: readonly RecordAudit[];
}

export const RECORD_FORMAT = 'leitai/record@1';

export interface RecordContest {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly tier: string;
  readonly status: string;
  readonly season: { readonly code: string; readonly title: string; readonly year: number };
  readonly unit: { readonly name: string; readonly path: string };
  readonly startedAt: number | null;
  readonly settings: ContestSettings;
}

export interface RecordEntry {
  readonly id: string;
  readonly no: number;
  readonly name: string;
  readonly unitName: string;
  readonly status: 'qualified' | 'withdrawn' | 'disqualified';
  readonly members: readonly {
    readonly id: string;
    readonly entryNo: string;
    readonly name: string;
    readonly unitName: string;
  }[];
}

export interface RecordBank {
  readonly title: string;
  readonly questions: readonly BankQuestion[];
}

export interface RecordStage {
  readonly id: string;
  readonly ordinal: number;
  readonly kind: StageKind;
  readonly name: string;
  readonly status: 'planned' | 'open' | 'closed' | 'decided';
  readonly settings: StageSettings;
  readonly opensAt: number | null;
  readonly closesAt: number | null;
  /** An exam's scheduled start; null or absent: its opening. */
  readonly startsAt?: number | null;
  /** Entries taking part, by number. */
  readonly entries: readonly string[];
  readonly attempts: readonly RecordAttempt[];
  readonly show: RecordShow | null;
  readonly marks: readonly RecordMark[];
  readonly cut: RecordCut | null;
}

export interface RecordAttempt {
  readonly id: string;
  readonly entrantId: string;
  readonly seed: string;
  readonly paper: readonly PaperItem[];
  readonly startedAt: number;
  readonly deadlineAt: number;
  readonly submittedAt: number | null;
  readonly answers: readonly {
    readonly no: number;
    readonly revision: number;
    readonly choice: Choice;
    readonly device: number;
    readonly receivedAt: number;
  }[];
}

export interface RecordShow {
  readonly config: ShowConfig;
  readonly events: readonly RecordEvent[];
  /** The codes that each prize was drawn among, by the draw's seed; absent in older records. */
  readonly draws?: readonly { readonly seed: string; readonly codes: readonly string[] }[];
}

export interface RecordEvent {
  readonly seq: number;
  readonly at: number;
  readonly actor: string;
  readonly commandId: string | null;
  readonly event: ShowEvent;
}

export interface RecordMark extends Mark {
  readonly version: number;
  readonly source: string;
  readonly by: string;
  readonly at: number;
}

export interface RecordCutRow extends Omit<CutRow, 'entry'> {
  readonly entryId: string;
  readonly name: string;
  readonly total: Decimal | null;
}

export interface RecordCut {
  readonly rows: readonly RecordCutRow[];
  readonly fingerprint: string;
  readonly confirmedAt: number;
  readonly confirmedBy: string;
}

export interface RecordStandingLine extends Omit<ResultRow, 'entry'> {
  readonly entryId: string;
  readonly name: string;
  readonly unitName: string;
  readonly members: readonly {
    readonly entryNo: string;
    readonly name: string;
    readonly score: Decimal | null;
    readonly elapsedMs: number | null;
  }[];
}

export interface RecordAward extends Omit<Award, 'entry'> {
  readonly entryId: string;
  readonly name: string;
  readonly unitName: string;
  readonly members: readonly string[];
}

export interface RecordResult {
  readonly version: number;
  readonly state: 'sealed' | 'noticed' | 'final';
  readonly standings: readonly RecordStandingLine[];
  readonly awards: readonly RecordAward[];
  readonly fingerprint: string;
  readonly sealedAt: number;
  readonly sealedBy: string;
  readonly notice: {
    readonly title: string;
    readonly postedAt: number;
    readonly firstDay: string;
    readonly lastDay: string;
    readonly days: readonly string[];
    readonly contact: { readonly phone: string; readonly mail: string; readonly address: string };
    readonly postedBy: string;
  } | null;
  readonly finalAt: number | null;
}

export interface RecordLots {
  readonly algorithm: string;
  readonly seed: string;
  readonly drawnAt: number;
  readonly drawnBy: string;
}

export interface RecordRecheck {
  readonly list: RecheckList;
  readonly drawnAt: number;
  readonly drawnBy: string;
  readonly closedAt: number | null;
  readonly closedBy: string | null;
  /** Every version; the last of an entry counts. */
  readonly findings: readonly {
    readonly entryId: string;
    readonly version: number;
    readonly outcome: 'asStated' | 'error';
    readonly reason: string;
    readonly corrections: readonly {
      readonly stageId: string;
      readonly entrantId: string | null;
      readonly old: Decimal;
      readonly new: Decimal;
    }[];
    readonly foundAt: number;
    readonly foundBy: string;
  }[];
}

export interface RecordCertificate {
  readonly no: string;
  readonly entryId: string;
  readonly entrantId: string | null;
  readonly holder: string;
  readonly team: string;
  readonly unitName: string;
  readonly contestTitle: string;
  readonly award: string;
  readonly issuer: string;
  readonly issuedAt: number;
  readonly revoked: boolean;
}

export interface RecordAudit {
  readonly seq: number;
  readonly at: number;
  readonly actor: string;
  readonly action: string;
  readonly object: string;
  readonly unitPath: string;
  readonly detail: unknown;
  readonly prev: string;
  readonly hash: string;
}
