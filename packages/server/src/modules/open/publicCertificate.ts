import { checkCertificateNo, ok, refuse, type Result } from '@leitai/rules';
import type { Endpoints, ReplyOf } from '@leitai/contract';
import type { Database } from '../../platform/database.ts';
import { readCertificate } from '../certificate/index.ts';

type View = ReplyOf<Endpoints['public.certificate']>;

/** Holder, unit, contest, award, date and whether it is valid (DP-20); a mistyped number does not reach the database. */
export async function publicCertificate(db: Database, typed: string): Promise<Result<View>> {
  if (!checkCertificateNo(typed)) return refuse('notFound');
  const certificate = await readCertificate(db, { no: typed.trim().toUpperCase() });
  if (certificate === undefined) return refuse('notFound');
  return ok({
    valid: !certificate.revoked,
    no: certificate.no,
    contestTitle: certificate.contestTitle,
    holder: certificate.holder,
    unitName: certificate.unitName,
    award: certificate.award,
    issuedAt: certificate.issuedAt,
  });
}
