import type { NoticeView } from '@leitai/contract';
import type { ResultState } from '@leitai/rules';
import type { Static } from 'typebox';
import { json, type Database, type Tx } from '../../platform/database.ts';
import type { Line } from '../standings/index.ts';
import type { AwardView } from './computeResult.ts';

export type Notice = Static<typeof NoticeView>;

/** A sealed version; a correction adds the next one, it never changes this (SK-84). */
export interface StoredResult {
  readonly version: number;
  readonly state: Exclude<ResultState, 'provisional'>;
  readonly standings: Line[];
  readonly awards: AwardView[];
  readonly fingerprint: string;
  readonly sealedAt: number;
  readonly sealedBy: string;
  readonly notice: Notice | null;
  readonly finalAt: number | null;
}

/** All versions, the first first. */
export async function readResults(db: Database | Tx, contestId: string): Promise<StoredResult[]> {
  const rows = await db
    .selectFrom('result')
    .selectAll()
    .where('contest_id', '=', contestId)
    .orderBy('version')
    .execute();
  return rows.map((row) => ({
    version: row.version,
    state: row.state as StoredResult['state'],
    standings: row.standings as unknown as Line[],
    awards: row.awards as unknown as AwardView[],
    fingerprint: row.fingerprint,
    sealedAt: row.sealed_at.getTime(),
    sealedBy: row.sealed_by,
    notice: row.notice as unknown as Notice | null,
    finalAt: row.final_at?.getTime() ?? null,
  }));
}

/** The version that stands: the last one. */
export const readResult = async (db: Database | Tx, contestId: string): Promise<StoredResult | undefined> =>
  (await readResults(db, contestId)).at(-1);

export async function insertResult(
  tx: Tx,
  contestId: string,
  result: Pick<StoredResult, 'version' | 'standings' | 'awards' | 'fingerprint' | 'sealedAt' | 'sealedBy'>,
): Promise<void> {
  await tx
    .insertInto('result')
    .values({
      contest_id: contestId,
      version: result.version,
      state: 'sealed',
      standings: json(result.standings),
      awards: json(result.awards),
      fingerprint: result.fingerprint,
      sealed_at: new Date(result.sealedAt),
      sealed_by: result.sealedBy,
    })
    .execute();
}

/** For the notice module, which checks that the step is due and audits it. */
export async function setNoticed(tx: Tx, contestId: string, version: number, notice: Notice): Promise<void> {
  await tx
    .updateTable('result')
    .set({ state: 'noticed', notice: json(notice) })
    .where('contest_id', '=', contestId)
    .where('version', '=', version)
    .execute();
}

/** For the notice module, which checks that the step is due and audits it. */
export async function setFinal(tx: Tx, contestId: string, version: number, at: number): Promise<void> {
  await tx
    .updateTable('result')
    .set({ state: 'final', final_at: new Date(at) })
    .where('contest_id', '=', contestId)
    .where('version', '=', version)
    .execute();
}
