import { can, covers, ok, refuse, type Grant } from '@leitai/rules';
import type { HandlersOf } from '../../platform/http/handler.ts';
import type { Platform } from '../../platform/platform.ts';
import { presentBank, presentLine } from './present.ts';
import { readBankRow, readBankRows, readQuestions } from './store.ts';

/** A union may draw from its own banks and from those of the unions above it; the keys are a question of `bank.manage`. */
const mayDraw = (grants: readonly Grant[], bankPath: string): boolean =>
  can(grants, 'bank.read', bankPath) ||
  grants.some((grant) => can([grant], 'bank.read', grant.unitPath) && covers(bankPath, grant.unitPath));

export function bankRoutes({ db }: Platform): HandlersOf<'bank.list' | 'bank.get'> {
  return {
    'bank.list': async ({ staff }) => {
      const banks = await readBankRows(db);
      return ok({ banks: banks.filter(({ unitPath }) => mayDraw(staff.grants, unitPath)).map(presentLine) });
    },
    'bank.get': async ({ params }) => {
      const bank = await readBankRow(db, params.bankId);
      return bank === undefined
        ? refuse('notFound')
        : ok(presentBank(bank, await readQuestions(db, bank.id)));
    },
  };
}
