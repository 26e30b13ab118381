import type { BankQuestion, QuestionType } from '@leitai/rules';
import { sql } from 'kysely';
import type { Database, Tx } from '../../platform/database.ts';

export interface BankRow {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly unitPath: string;
  readonly unitName: string;
  readonly questions: number;
  readonly publishedAt: Date;
}

const select = (db: Database | Tx) =>
  db
    .selectFrom('bank')
    .innerJoin('unit', 'unit.id', 'bank.unit_id')
    .select([
      'bank.id',
      'bank.code',
      'bank.title',
      'unit.path as unitPath',
      'unit.name as unitName',
      'bank.published_at as publishedAt',
      sql<number>`(select count(*) from question where bank_id = bank.id)`.as('questions'),
    ]);

export const readBankRows = (db: Database | Tx): Promise<BankRow[]> =>
  select(db).orderBy('bank.code').execute();

export const readBankRow = (db: Database | Tx, bankId: string): Promise<BankRow | undefined> =>
  select(db).where('bank.id', '=', bankId).executeTakeFirst();

/** Scope of a bank: the path of the unit that keeps it. */
export async function bankPaths(db: Database | Tx, bankId: string): Promise<readonly string[]> {
  const bank = await readBankRow(db, bankId);
  return bank === undefined ? [] : [bank.unitPath];
}

/** A unit uses its own banks and those of units above and below: a code does not open another's bank. */
const within = (bankPath: string, unitPath: string): boolean =>
  unitPath.startsWith(bankPath) || bankPath.startsWith(unitPath);

/** Titles by bank code, for use at a unit; absent is a code that no bank has, and one of a bank out of its reach. */
export async function readBankTitles(
  db: Database | Tx,
  codes: readonly string[],
  unitPath: string,
): Promise<Readonly<Record<string, string>>> {
  if (codes.length === 0) return {};
  const banks = await select(db).where('bank.code', 'in', codes).execute();
  const usable = banks.filter((bank) => within(bank.unitPath, unitPath));
  return Object.fromEntries(usable.map(({ code, title }) => [code, title]));
}

/** Questions of a bank by number, keys and explanations included: for its keepers and for grading only. */
export async function readQuestions(db: Database | Tx, bankId: string): Promise<BankQuestion[]> {
  const rows = await db
    .selectFrom('question')
    .select([
      'no',
      sql<QuestionType>`type`.as('type'),
      'stem',
      sql<string[]>`options`.as('options'),
      sql<number[]>`key`.as('key'),
      'explanation',
      sql<Record<string, string | number>>`tags`.as('tags'),
    ])
    .where('bank_id', '=', bankId)
    .orderBy('no')
    .execute();
  return rows.map((row) => Object.freeze(row));
}

interface KeptBank {
  readonly unitPath: string;
  readonly questions: readonly BankQuestion[];
}

/** Published banks never change, so a bank read once stays in memory as long as its database connection. */
const kept = new WeakMap<Database, Map<string, KeptBank>>();

/**
 * Questions by bank code, frozen, for use at a unit; keys included: never send them before submission. Absent is a code
 * that no bank has, and one whose unit lies neither above nor below: its code does not open another's bank.
 */
export async function readBanks(
  db: Database,
  codes: readonly string[],
  unitPath: string,
): Promise<Readonly<Record<string, readonly BankQuestion[]>>> {
  const found: Record<string, readonly BankQuestion[]> = {};
  for (const code of new Set(codes)) {
    const bank = await readBank(db, code);
    if (bank !== undefined && within(bank.unitPath, unitPath)) found[code] = bank.questions;
  }
  return found;
}

async function readBank(db: Database, code: string): Promise<KeptBank | undefined> {
  const cache = kept.get(db) ?? new Map<string, KeptBank>();
  kept.set(db, cache);
  const known = cache.get(code);
  if (known !== undefined) return known;
  const row = await select(db).where('bank.code', '=', code).executeTakeFirst();
  if (row === undefined) return undefined;
  const bank = { unitPath: row.unitPath, questions: Object.freeze(await readQuestions(db, row.id)) };
  cache.set(code, bank);
  return bank;
}
