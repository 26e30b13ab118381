import type { BankQuestion } from '@leitai/rules';
import { audit } from '../../platform/audit.ts';
import { json, type Tx } from '../../platform/database.ts';

export interface NewBank {
  readonly unitId: string;
  readonly unitPath: string;
  readonly code: string;
  readonly title: string;
  readonly questions: readonly BankQuestion[];
}

/** Stores a bank for good; a taken code ends the transaction with a unique violation. The audit row holds no keys. */
export async function publishBank(tx: Tx, bank: NewBank, actor: string, at: number): Promise<void> {
  const { id } = await tx
    .insertInto('bank')
    .values({ unit_id: bank.unitId, code: bank.code, title: bank.title, published_at: new Date(at) })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (let from = 0; from < bank.questions.length; from += 1000)
    await tx
      .insertInto('question')
      .values(
        bank.questions.slice(from, from + 1000).map((question) => ({
          bank_id: id,
          no: question.no,
          type: question.type,
          stem: question.stem,
          options: json(question.options),
          key: json(question.key),
          explanation: question.explanation,
          tags: json(question.tags),
        })),
      )
      .execute();
  await audit(tx, at, {
    actor,
    action: 'bank.publish',
    object: `bank:${id}`,
    unitPath: bank.unitPath,
    detail: { code: bank.code, title: bank.title, questions: bank.questions.length },
  });
}
