import { createHash } from 'node:crypto';
import { canonical } from '../../platform/audit.ts';

/** SHA-256, hex, of canonical JSON: nobody confirms or seals what they did not see. */
export const fingerprint = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(canonical(value)))
    .digest('hex');
