import type { Database } from '../../platform/database.ts';
import { contestPaths } from '../contest/index.ts';
import { readCertificate } from './store.ts';

export { certificateRoutes } from './routes.ts';
export { readCertificate, readCertificates, type StoredCertificate } from './store.ts';

/** Scope of a certificate: the path of the unit that holds its contest. */
export async function certificatePaths(db: Database, certificateId: string): Promise<readonly string[]> {
  const certificate = await readCertificate(db, { id: certificateId });
  return certificate === undefined ? [] : contestPaths(db, certificate.contestId);
}
