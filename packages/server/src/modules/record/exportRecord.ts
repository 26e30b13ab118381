import { ok, refuse, type Result } from '@leitai/rules';
import { audit } from '../../platform/audit.ts';
import type { Tx } from '../../platform/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { readResults } from '../awards/index.ts';
import { readCertificates } from '../certificate/index.ts';
import { readContest, readStages, stageEntries, type ContestRow, type StageRow } from '../contest/index.ts';
import { holidayYears } from '../notice/index.ts';
import { readRecheck } from '../recheck/index.ts';
import { readSeason } from '../season/index.ts';
import { readCut, readField, readLots } from '../standings/index.ts';
import { RECORD_FORMAT, type ContestRecord, type RecordStage } from './format.ts';
import { readAttempts, readAudit, readBanks, readMarks, readShow } from './store.ts';

/**
 * The full record of a contest as one JSON value, from one snapshot of the database (docs/record.md). It holds keys
 * and answers, so it waits until no stage is open. The export itself is audited (DP-24); `actor` is a user name.
 * Refuses `notFound`, `record.notStarted`, `record.stageOpen {stage}`.
 */
export async function exportRecord(
  { db, clock }: Platform,
  contestId: string,
  actor = 'operator',
): Promise<Result<ContestRecord>> {
  const contest = await readContest(db, contestId);
  if (contest === undefined) return refuse('notFound');
  if (contest.settings === null || contest.startedAt === null) return refuse('record.notStarted');
  const open = (await readStages(db, contestId)).find(({ status }) => status === 'open');
  if (open !== undefined) return refuse('record.stageOpen', { stage: open.name });
  const now = clock.now();
  await db.transaction().execute((tx) =>
    audit(tx, now, {
      actor,
      action: 'contest.export',
      object: `contest:${contestId}`,
      unitPath: contest.unitPath,
      detail: { format: RECORD_FORMAT },
    }),
  );
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => ok(await read(tx, (await readContest(tx, contestId))!, now)));
}

async function read(tx: Tx, contest: ContestRow, generatedAt: number): Promise<ContestRecord> {
  const stages: RecordStage[] = [];
  for (const stage of await readStages(tx, contest.id)) stages.push(await readStageRecord(tx, stage));
  const codes = stages.flatMap(({ settings }) =>
    settings.kind === 'exam' ? settings.exam.draws.map(({ bank }) => bank) : [],
  );
  const results = await readResults(tx, contest.id);
  const years = new Set(
    results.flatMap(({ notice }) => notice?.days.map((day) => Number(day.slice(0, 4))) ?? []),
  );
  const season = (await readSeason(tx, contest.seasonId))!;
  const certificates = await readCertificates(tx, contest.id);
  return {
    format: RECORD_FORMAT,
    generatedAt,
    contest: {
      id: contest.id,
      code: contest.code,
      title: contest.title,
      tier: contest.tier,
      status: contest.status,
      season: { code: season.code, title: season.title, year: season.year },
      unit: { name: contest.unitName, path: contest.unitPath },
      startedAt: contest.startedAt?.getTime() ?? null,
      settings: contest.settings!,
    },
    entries: [...(await readField(tx, contest.id)).values()].map((entry) => ({
      ...entry,
      members: entry.members.map(({ entrantId, ...member }) => ({ id: entrantId, ...member })),
    })),
    banks: await readBanks(tx, codes),
    stages,
    results,
    lots: await readLots(tx, contest.id),
    recheck: await readRecheck(tx, contest.id),
    calendar: holidayYears().filter(({ year }) => years.has(year)),
    certificates: certificates.map(({ id: _id, contestId: _contestId, ...certificate }) => certificate),
    audit: await readAudit(tx, contest.id),
  };
}

const readStageRecord = async (tx: Tx, stage: StageRow): Promise<RecordStage> => ({
  id: stage.id,
  ordinal: stage.ordinal,
  kind: stage.kind,
  name: stage.name,
  status: stage.status,
  settings: stage.settings,
  opensAt: stage.opensAt?.getTime() ?? null,
  closesAt: stage.closesAt?.getTime() ?? null,
  startsAt: stage.startsAt?.getTime() ?? null,
  entries: await stageEntries(tx, stage.id),
  attempts: await readAttempts(tx, stage.id),
  show: await readShow(tx, stage.id),
  marks: await readMarks(tx, stage.id),
  cut: (await readCut(tx, stage.id)) ?? null,
});
