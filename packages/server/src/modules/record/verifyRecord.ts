import { checkActs } from './checkActs.ts';
import { checkAnswers, checkExamMarks, checkPapers } from './checkExam.ts';
import { checkAwards, checkCertificates, checkCuts, checkNotices, checkStandings } from './checkResult.ts';
import { checkMarks, checkSettings } from './checkFrame.ts';
import { checkRecheck } from './checkRecheck.ts';
import { checkShows } from './checkShow.ts';
import { RECORD_FORMAT, type ContestRecord } from './format.ts';
import { checkAudit } from './hashes.ts';

export interface Check {
  readonly name: string;
  readonly ok: boolean;
  /** How much was looked at, or the first fault and how many more there are. English, for a terminal. */
  readonly detail: string;
}

export interface Verification {
  readonly ok: boolean;
  readonly checks: readonly Check[];
}

const CHECKS: readonly {
  readonly name: string;
  readonly run: (record: ContestRecord) => Iterable<string>;
  readonly seen: (record: ContestRecord) => string;
}[] = [
  {
    name: 'settings as published',
    run: checkSettings,
    seen: ({ stages }) => `${stages.length} stages`,
  },
  {
    name: 'papers drawn from their seeds',
    run: checkPapers,
    seen: ({ stages }) => `${sum(stages, ({ attempts }) => attempts.length)} papers`,
  },
  {
    name: 'answers complete and in time',
    run: checkAnswers,
    seen: ({ stages }) =>
      `${sum(stages, ({ attempts }) => sum(attempts, ({ answers }) => answers.length))} answers`,
  },
  {
    name: 'marks of those taking part',
    run: checkMarks,
    seen: ({ stages }) => `${sum(stages, ({ marks }) => marks.length)} marks`,
  },
  {
    name: 'exam marks from the answers',
    run: checkExamMarks,
    seen: ({ stages }) => marksFrom(stages, 'exam'),
  },
  {
    name: 'show marks from the event log',
    run: checkShows,
    seen: ({ stages }) =>
      `${sum(stages, ({ show }) => show?.events.length ?? 0)} events, ${marksFrom(stages, 'show')}`,
  },
  {
    name: 'cuts from the marks',
    run: checkCuts,
    seen: ({ stages }) => `${stages.filter(({ cut }) => cut !== null).length} cuts`,
  },
  {
    name: 're-check as drawn and closed',
    run: checkRecheck,
    seen: ({ recheck }) => `${recheck?.findings.length ?? 0} findings`,
  },
  { name: 'standings from the marks', run: checkStandings, seen: versions },
  { name: 'awards from the standings', run: checkAwards, seen: versions },
  { name: 'notice by the calendar', run: checkNotices, seen: versions },
  {
    name: 'certificates from the awards',
    run: checkCertificates,
    seen: ({ certificates }) => `${certificates.length} certificates`,
  },
  {
    name: 'acts as audited',
    run: checkActs,
    seen: ({ results }) => `${results.length} sealed versions`,
  },
  { name: 'audit rows unchanged', run: checkAudit, seen: ({ audit }) => `${audit.length} rows` },
];

const sum = <T>(items: readonly T[], count: (item: T) => number): number =>
  items.reduce((total, item) => total + count(item), 0);

const marksFrom = (stages: ContestRecord['stages'], wanted: string): string =>
  `${sum(stages, ({ marks }) => marks.filter(({ source }) => source === wanted).length)} marks`;

function versions({ results }: ContestRecord): string {
  return `${results.length} sealed versions`;
}

/**
 * Computes a contest again from its record with the rules alone, no server and no database: papers from seeds, marks
 * from answers and event logs, then cuts, standings, awards, notice days and certificates, and compares. Any JSON
 * value may be given; what cannot be read is a failed check, never an exception.
 */
export function verifyRecord(record: unknown): Verification {
  const format = (record as { format?: unknown } | null)?.format;
  if (format !== RECORD_FORMAT) {
    const detail = `not a record of ${RECORD_FORMAT}: ${JSON.stringify(format) ?? 'no format'}`;
    return { ok: false, checks: [{ name: 'format', ok: false, detail }] };
  }
  const checks = CHECKS.map(({ name, run, seen }): Check => {
    try {
      const faults = [...run(record as ContestRecord)];
      if (faults.length === 0) return { name, ok: true, detail: seen(record as ContestRecord) };
      const more = faults.length > 1 ? ` (and ${faults.length - 1} more)` : '';
      return { name, ok: false, detail: `${faults[0]!}${more}` };
    } catch (error) {
      return { name, ok: false, detail: `cannot be read: ${(error as Error).message}` };
    }
  });
  return { ok: checks.every((check) => check.ok), checks };
}
