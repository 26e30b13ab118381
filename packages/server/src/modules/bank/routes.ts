import { can, covers, ok, refuse, type Grant } from '@leitai/rules';
import type { HandlersOf } from '../../platform/http/handler.ts';
import type { Platform } from '../../platform/platform.ts';
import { readUnits } from '../org/index.ts';
import { presentBank, presentLine, presentReport } from './present.ts';
import { readBankRow, readBankRows, readQuestions } from './store.ts';
import { uploadBank } from './uploadBank.ts';
import { writeTemplate } from './writeTemplate.ts';

/** A union may draw from its own banks and from those of the unions above it; the keys are a question of `bank.manage`. */
const mayDraw = (grants: readonly Grant[], bankPath: string): boolean =>
  can(grants, 'bank.read', bankPath) ||
  grants.some((grant) => can([grant], 'bank.read', grant.unitPath) && covers(bankPath, grant.unitPath));

type Names = 'bank.list' | 'bank.get' | 'bank.template' | 'bank.import';

export function bankRoutes(platform: Platform): HandlersOf<Names> {
  const { db } = platform;
  return {
    'bank.list': async ({ staff: { grants } }) => {
      const banks = (await readBankRows(db)).filter(({ unitPath }) => mayDraw(grants, unitPath));
      return ok({ banks: banks.map((bank) => presentLine(bank, can(grants, 'bank.manage', bank.unitPath))) });
    },
    'bank.get': async ({ params }) => {
      const bank = await readBankRow(db, params.bankId);
      return bank === undefined
        ? refuse('notFound')
        : ok(presentBank(bank, await readQuestions(db, bank.id)));
    },
    'bank.template': async () => ok({ fileName: '题库模板.xlsx', bytes: await writeTemplate() }),
    'bank.import': async ({ params, query, upload, staff }) => {
      if (upload === undefined) return refuse('request.invalid', { field: 'file' });
      const unit = (await readUnits(db)).find(({ id }) => id === params.unitId);
      if (unit === undefined) return refuse('notFound');
      const bank = { unitId: unit.id, unitPath: unit.path, code: query.code, title: query.title };
      const uploaded = await uploadBank(platform, bank, upload, {
        dryRun: query.dryRun ?? false,
        by: staff.username,
      });
      return uploaded.ok ? ok(presentReport(uploaded.value)) : uploaded;
    },
  };
}
