import type { BankQuestion } from '@leitai/rules';
import type { BankRow } from './store.ts';

export const presentLine = (bank: BankRow) => ({
  id: bank.id,
  code: bank.code,
  title: bank.title,
  questions: bank.questions,
  publishedAt: bank.publishedAt.getTime(),
});

/** With keys: only for who may manage the bank. */
export const presentBank = (bank: BankRow, questions: readonly BankQuestion[]) => ({
  id: bank.id,
  code: bank.code,
  title: bank.title,
  questions: questions.map(({ no, type, stem, options, key, explanation, tags }) => ({
    no,
    type,
    stem,
    options: [...options],
    key: [...key],
    explanation,
    tags: { ...tags },
  })),
});
