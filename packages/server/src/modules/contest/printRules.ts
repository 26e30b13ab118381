import type { RuleSheet } from '@leitai/contract';
import { ruleSheet } from '@leitai/rules';
import type { Static } from 'typebox';
import type { Database } from '../../platform/database.ts';
import { readBankTitles } from '../bank/index.ts';
import { presentSheet } from './present.ts';
import type { ContestRow } from './store.ts';

/** The printed rules 竞赛规则 of a contest, banks by their titles; null while it is only planned. */
export async function printRules(
  db: Database,
  contest: ContestRow,
): Promise<Static<typeof RuleSheet> | null> {
  const { settings, title, unitPath } = contest;
  if (settings === null) return null;
  const codes = settings.stages.flatMap((stage) =>
    stage.kind === 'exam' ? stage.exam.draws.map(({ bank }) => bank) : [],
  );
  const banks = await readBankTitles(db, codes, unitPath);
  return presentSheet(contest, ruleSheet(settings, title, banks));
}
