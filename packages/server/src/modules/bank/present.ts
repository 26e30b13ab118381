import type { Endpoints, ReplyOf } from '@leitai/contract';
import type { BankQuestion } from '@leitai/rules';
import { presentFaults } from '../../platform/sheet/fault.ts';
import type { BankRow } from './store.ts';
import type { Uploaded } from './uploadBank.ts';

/** Rows of a checked sheet that are shown before it is published. */
const PREVIEW = 50;

export const presentLine = (bank: BankRow, keeps: boolean) => ({
  id: bank.id,
  code: bank.code,
  title: bank.title,
  unitName: bank.unitName,
  questions: bank.questions,
  publishedAt: bank.publishedAt.getTime(),
  keeps,
});

const presentQuestion = ({ no, type, stem, options, key, explanation, tags }: BankQuestion) => ({
  no,
  type,
  stem,
  options: [...options],
  key: [...key],
  explanation,
  tags: { ...tags },
});

/** With keys: only for who may manage the bank. */
export const presentBank = (bank: BankRow, questions: readonly BankQuestion[]) => ({
  id: bank.id,
  code: bank.code,
  title: bank.title,
  unitName: bank.unitName,
  publishedAt: bank.publishedAt.getTime(),
  questions: questions.map(presentQuestion),
});

export const presentReport = ({
  committed,
  faults,
  questions,
}: Uploaded): ReplyOf<Endpoints['bank.import']> => ({
  committed,
  questions: questions.length,
  ...presentFaults(faults),
  preview: questions.slice(0, PREVIEW).map(presentQuestion),
});
