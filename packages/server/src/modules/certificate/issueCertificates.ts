import { certificateNo, ok, refuse, type Result } from '@leitai/rules';
import { sql } from 'kysely';
import { audit } from '../../platform/audit.ts';
import type { Platform } from '../../platform/platform.ts';
import { readResult, type StoredResult } from '../awards/index.ts';
import { lockContest, type ContestRow } from '../contest/index.ts';
import { readSeason } from '../season/index.ts';
import { readField, type FieldEntry } from '../standings/index.ts';
import {
  insertCertificates,
  lastNumber,
  readCertificates,
  type NewCertificate,
  type StoredCertificate,
} from './store.ts';

/** Numbers are given one issuing at a time: two contests may share the beginning of theirs. */
const LOCK = 7_310_003;

/**
 * Issues a certificate for every award of a final result: one a member of a team, one a person, and one for the entry
 * itself when it has no members. Numbers run by place, entry and seat. What has been issued stays; asking again
 * issues only what is missing. Refuses `certificate.notFinal`.
 */
export async function issueCertificates(
  { db, clock }: Platform,
  contestId: string,
  actor: string,
): Promise<Result<StoredCertificate[]>> {
  return db.transaction().execute(async (tx) => {
    const contest = await lockContest(tx, contestId);
    if (contest === undefined) return refuse('notFound');
    const result = await readResult(tx, contestId);
    if (result?.state !== 'final')
      return refuse('certificate.notFinal', { state: result?.state ?? 'provisional' });

    await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tx);
    const issued = await readCertificates(tx, contestId);
    const has = new Set(issued.map(({ entryId, entrantId }) => `${entryId}/${entrantId}`));
    const missing = wanted(contest, result, await readField(tx, contestId)).filter(
      ({ entryId, entrantId }) => !has.has(`${entryId}/${entrantId}`),
    );
    if (missing.length === 0) return ok(issued);

    const { year } = (await readSeason(tx, contest.seasonId))!;
    const prefix = certificateNo(year, contest.code, 0).slice(0, -'0000-X'.length);
    const last = await lastNumber(tx, prefix);
    const numbered = missing.map((certificate, i) => ({
      ...certificate,
      no: certificateNo(year, contest.code, last + i + 1),
    }));
    // One moment for both: the record ties the certificates to their audit row by it.
    const at = clock.now();
    await insertCertificates(tx, contestId, numbered, at);
    await audit(tx, at, {
      actor,
      action: 'certificate.issue',
      object: `contest:${contestId}`,
      unitPath: contest.unitPath,
      detail: { count: numbered.length, first: numbered[0]!.no, last: numbered.at(-1)!.no },
    });
    return ok(await readCertificates(tx, contestId));
  });
}

function wanted(
  contest: ContestRow,
  { awards }: StoredResult,
  field: ReadonlyMap<string, FieldEntry>,
): Omit<NewCertificate, 'no'>[] {
  const inOrder = [...awards].sort(
    (a, b) => a.place - b.place || field.get(a.entryId)!.no - field.get(b.entryId)!.no,
  );
  return inOrder.flatMap((award): Omit<NewCertificate, 'no'>[] => {
    const entry = field.get(award.entryId)!;
    const shared = { contestTitle: contest.title, award: award.tier, issuer: contest.unitName };
    if (entry.members.length === 0) {
      const payload = { ...shared, holder: award.name, team: '', unitName: award.unitName };
      return [{ entryId: entry.id, entrantId: null, payload }];
    }
    const team = contest.settings?.ranked.kind === 'team' ? award.name : '';
    return entry.members.map((member) => ({
      entryId: entry.id,
      entrantId: member.entrantId,
      payload: { ...shared, holder: member.name, team, unitName: member.unitName },
    }));
  });
}
