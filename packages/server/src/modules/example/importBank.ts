import { basename, dirname } from 'node:path';
import type { Platform } from '../../platform/platform.ts';
import { publishBank } from '../bank/index.ts';
import { readUnits } from '../org/index.ts';
import { refuseTakenBank } from './importSeasonFolder.ts';
import { FolderFault } from './readFiles.ts';
import { readBankFile } from './readFolder.ts';

/**
 * Publishes one question bank (`leitai/bank@1`) for a unit and everything below it; the root unit when none is named.
 * Answers how many questions it holds. Throws `FolderFault` with file, place and rule.
 */
export async function importBank(
  { db, clock }: Platform,
  path: string,
  unitCode: string | undefined,
): Promise<number> {
  const file = basename(path);
  const bank = await readBankFile(dirname(path), file);
  await db.transaction().execute(async (tx) => {
    const units = await readUnits(tx);
    const unit = units.find(({ code, parentId }) =>
      unitCode === undefined ? parentId === null : code === unitCode,
    );
    if (unit === undefined)
      throw new FolderFault(file, '', `there is no unit ${unitCode ?? 'at all'} to keep it`);
    await refuseTakenBank(tx, bank.code);
    await publishBank(tx, { ...bank, unitId: unit.id, unitPath: unit.path }, 'system', clock.now());
  });
  return bank.questions.length;
}
