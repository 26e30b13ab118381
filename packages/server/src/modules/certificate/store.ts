import { sql } from 'kysely';
import { json, type Database, type Tx } from '../../platform/database.ts';

/** Frozen when issued: a later change of a title or a unit's name does not reach the paper. */
export interface CertificatePayload {
  readonly holder: string;
  readonly team: string;
  readonly unitName: string;
  readonly contestTitle: string;
  readonly award: string;
  readonly issuer: string;
}

export interface StoredCertificate extends CertificatePayload {
  readonly id: string;
  readonly no: string;
  readonly contestId: string;
  readonly entryId: string;
  readonly entrantId: string | null;
  readonly issuedAt: number;
  readonly revoked: boolean;
}

const select = (db: Database | Tx) =>
  db
    .selectFrom('certificate')
    .select([
      'id',
      'no',
      'contest_id',
      'entry_id',
      'entrant_id',
      sql<CertificatePayload>`payload`.as('payload'),
      'issued_at',
      'revoked_at',
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];

const stored = (row: Row): StoredCertificate => ({
  ...row.payload,
  id: row.id,
  no: row.no,
  contestId: row.contest_id,
  entryId: row.entry_id,
  entrantId: row.entrant_id,
  issuedAt: row.issued_at.getTime(),
  revoked: row.revoked_at !== null,
});

/** Certificates of a contest in the order of their numbers. */
export const readCertificates = async (db: Database | Tx, contestId: string): Promise<StoredCertificate[]> =>
  (await select(db).where('contest_id', '=', contestId).orderBy('issued_at').orderBy('no').execute()).map(
    stored,
  );

export async function readCertificate(
  db: Database | Tx,
  by: { readonly id: string } | { readonly no: string },
): Promise<StoredCertificate | undefined> {
  const query = 'id' in by ? select(db).where('id', '=', by.id) : select(db).where('no', '=', by.no);
  const row = await query.executeTakeFirst();
  return row && stored(row);
}

/** The highest running number among certificates whose number starts with `prefix`; 0 when there is none. */
export async function lastNumber(tx: Tx, prefix: string): Promise<number> {
  const { rows } = await sql<{ last: number | null }>`
    select max(split_part(substr(no, ${prefix.length + 1}), '-', 1)::int) as last
    from certificate where starts_with(no, ${prefix}) and substr(no, ${prefix.length + 1}) ~ '^[0-9]{4,9}-[0-9A-Z]$'`.execute(
    tx,
  );
  return rows[0]?.last ?? 0;
}

export interface NewCertificate {
  readonly no: string;
  readonly entryId: string;
  readonly entrantId: string | null;
  readonly payload: CertificatePayload;
}

export async function insertCertificates(
  tx: Tx,
  contestId: string,
  certificates: readonly NewCertificate[],
  at: number,
): Promise<void> {
  // PostgreSQL takes 65,535 parameters a statement; ours are six a row.
  for (let i = 0; i < certificates.length; i += 1000)
    await tx
      .insertInto('certificate')
      .values(
        certificates.slice(i, i + 1000).map((certificate) => ({
          no: certificate.no,
          contest_id: contestId,
          entry_id: certificate.entryId,
          entrant_id: certificate.entrantId,
          payload: json(certificate.payload),
          issued_at: new Date(at),
        })),
      )
      .execute();
}
