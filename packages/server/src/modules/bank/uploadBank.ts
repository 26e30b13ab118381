import { ok, refuse, type Result } from '@leitai/rules';
import { isUniqueViolation } from '../../platform/database.ts';
import type { Upload } from '../../platform/http/handler.ts';
import type { Platform } from '../../platform/platform.ts';
import { readSheet } from '../../platform/sheet/readSheet.ts';
import { checkQuestions, type CheckedQuestions } from './checkQuestions.ts';
import { publishBank, type NewBank } from './publishBank.ts';

/** Questions of one sheet. */
export const MAX_QUESTIONS = 8000;

export type Uploaded = CheckedQuestions & { readonly committed: boolean };

/**
 * Publishes the questions of a sheet as a bank: all of them or none, for good. With faults, or with `dryRun`, nothing is
 * stored. Refuses what `readSheet` refuses, `import.noRows`, and `bank.codeTaken`.
 */
export async function uploadBank(
  { db, clock }: Platform,
  bank: Omit<NewBank, 'questions'>,
  upload: Upload,
  { dryRun, by }: { readonly dryRun: boolean; readonly by: string },
): Promise<Result<Uploaded>> {
  const sheet = await readSheet(upload, MAX_QUESTIONS);
  if (!sheet.ok) return sheet;
  const checked = checkQuestions(sheet.value);
  const { faults, questions } = checked;
  if (faults.length === 0 && questions.length === 0) return refuse('import.noRows');
  const taken = await db.selectFrom('bank').select('id').where('code', '=', bank.code).executeTakeFirst();
  if (taken !== undefined) return refuse('bank.codeTaken', { code: bank.code });
  if (faults.length > 0 || dryRun) return ok({ committed: false, ...checked });
  try {
    await db.transaction().execute((tx) => publishBank(tx, { ...bank, questions }, by, clock.now()));
  } catch (error) {
    if (isUniqueViolation(error)) return refuse('bank.codeTaken', { code: bank.code });
    throw error;
  }
  return ok({ committed: true, ...checked });
}
