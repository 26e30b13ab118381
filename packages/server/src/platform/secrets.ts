import { randomBytes } from 'node:crypto';
import type { Database } from './database.ts';
import type { Platform } from './platform.ts';

/** Reads the keys of this installation, making the missing ones; safe when two processes start at once. */
export async function loadSecrets(db: Database): Promise<Platform['secrets']> {
  const names = ['ticket', 'session', 'screen'] as const;
  await db
    .insertInto('secret')
    .values(names.map((name) => ({ name, value: randomBytes(32).toString('hex') })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const rows = await db.selectFrom('secret').select(['name', 'value']).execute();
  const value = (name: string): string => rows.find((row) => row.name === name)!.value;
  return { ticket: value('ticket'), session: value('session'), screen: value('screen') };
}
