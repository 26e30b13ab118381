import { QUESTION_TYPES } from '@leitai/rules';
import { Type } from 'typebox';
import type { Endpoint } from './endpoint.ts';
import { Closed, Code, Id, Ms, SheetFault, Text, Words } from './shapes.ts';

/** A question with its key, for keepers of a bank only. `key`: option indexes from 0; `[1]` a true statement. */
export const BankQuestionView = Closed({
  no: Type.Integer(),
  type: Words(QUESTION_TYPES),
  stem: Type.String(),
  options: Type.Array(Type.String()),
  key: Type.Array(Type.Integer()),
  explanation: Type.String(),
  tags: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
});

export const BankReport = Closed({
  committed: Type.Boolean(),
  questions: Type.Integer(),
  faults: Type.Array(SheetFault),
  /** Faults beyond the first 200. */
  moreFaults: Type.Integer(),
  /** The first questions as they were understood. */
  preview: Type.Array(BankQuestionView),
});

const ParamsUnit = Closed({ unitId: Id });
const keep = { who: 'staff', action: 'bank.manage', of: 'unit', at: 'params.unitId' } as const;

export const bankEndpoints = {
  'bank.list': {
    method: 'GET',
    path: '/api/banks',
    summary: 'Question banks of the caller’s units and of the units above them',
    access: { who: 'filtered', action: 'bank.read' },
    reply: Closed({
      banks: Type.Array(
        Closed({
          id: Id,
          code: Code,
          title: Type.String(),
          unitName: Type.String(),
          questions: Type.Integer(),
          publishedAt: Ms,
          /** Whether the caller may see its questions and keys. */
          keeps: Type.Boolean(),
        }),
      ),
    }),
  },
  'bank.get': {
    method: 'GET',
    path: '/api/banks/:bankId',
    summary: 'A bank with keys and explanations, for its keepers only',
    access: { who: 'staff', action: 'bank.manage', of: 'bank', at: 'params.bankId' },
    params: Closed({ bankId: Id }),
    reply: Closed({
      id: Id,
      code: Code,
      title: Type.String(),
      unitName: Type.String(),
      publishedAt: Ms,
      questions: Type.Array(BankQuestionView),
    }),
  },
  'bank.template': {
    method: 'GET',
    path: '/api/units/:unitId/banks/template',
    summary: 'The XLSX sheet to fill in, one question a row',
    access: keep,
    params: ParamsUnit,
    reply: { file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  },
  'bank.import': {
    method: 'POST',
    path: '/api/units/:unitId/banks',
    summary:
      'Publish a question bank from XLSX or CSV: all questions or none, for good; `dryRun` only checks',
    access: keep,
    params: ParamsUnit,
    query: Closed({ code: Code, title: Text(120), dryRun: Type.Optional(Type.Boolean()) }),
    body: 'file',
    reply: BankReport,
  },
} as const satisfies Record<string, Endpoint>;
