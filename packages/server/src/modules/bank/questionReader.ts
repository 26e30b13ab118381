import type { BankQuestion, QuestionType } from '@leitai/rules';
import type { SheetFault } from '../../platform/sheet/fault.ts';
import { RowReader } from '../../platform/sheet/rowReader.ts';
import { OPTION_COLUMNS, type ColumnKey } from './columns.ts';

export type QuestionFaultCode =
  | 'text.tooLong'
  | 'question.type'
  | 'question.options'
  | 'question.optionGap'
  | 'question.optionTwice'
  | 'question.answer'
  | 'question.answerOne'
  | 'question.answerSeveral'
  | 'question.difficulty'
  | 'question.twice';
export type QuestionFault = SheetFault<QuestionFaultCode>;

const STEM_LENGTH = 2000;
const OPTION_LENGTH = 500;
const TAG_LENGTH = 80;

const TYPES: Readonly<Record<QuestionType, RegExp>> = {
  single: /^(单选|单项选择|单选择)题?$/,
  multiple: /^(多选|多项选择|不定项选?择?)题?$/,
  trueFalse: /^(判断|是非|对错)题?$/,
};
const YES = /^(对|正确|√|✓|✔|是|t|true|yes|y)$/i;
const NO = /^(错|错误|×|✗|✘|x|否|f|false|no|n)$/i;
const DIFFICULTIES = ['易', '中', '难'];

/** One row as a question; null, with faults noted, for a row that is none. */
export class QuestionReader extends RowReader<ColumnKey, QuestionFaultCode> {
  question(no: number): BankQuestion | null {
    const stem = this.#long('stem', STEM_LENGTH);
    const options = this.#options();
    const answer = this.text('answer')?.normalize('NFKC').trim() ?? null;
    const explanation = this.blank('explanation') ? '' : this.#long('explanation', STEM_LENGTH);
    const tags = this.#tags();
    if (stem === null || options === null || answer === null || explanation === null || tags === null)
      return null;
    const type = this.#type(options, answer);
    if (type === null) return null;
    const key = type === 'trueFalse' ? this.#truth(options, answer) : this.#choice(type, options, answer);
    if (key === null) return null;
    return { no, type, stem, options: type === 'trueFalse' ? [] : options, key, explanation, tags };
  }

  /** As the sheet says it; without the column or in an empty cell, what options and answer make of it. */
  #type(options: readonly string[], answer: string): QuestionType | null {
    if (!this.blank('type')) {
      const text = this.text('type')?.normalize('NFKC') ?? null;
      if (text === null) return null;
      const type = (Object.keys(TYPES) as QuestionType[]).find((one) => TYPES[one].test(text));
      return type ?? this.fault('type', 'question.type', text, ['单选', '多选', '判断']);
    }
    if (options.length === 0 || truthOf(answer) !== null) return 'trueFalse';
    return lettersOf(answer).length > 1 ? 'multiple' : 'single';
  }

  #options(): readonly string[] | null {
    const texts = OPTION_COLUMNS.map(({ key }) => (this.blank(key) ? '' : this.#long(key, OPTION_LENGTH)));
    if (texts.includes(null)) return null;
    const last = texts.findLastIndex((text) => text !== '');
    const options = texts.slice(0, last + 1) as string[];
    const gap = options.indexOf('');
    if (gap >= 0) return this.fault(OPTION_COLUMNS[gap]!.key, 'question.optionGap');
    const twice = options.findIndex((text, i) => options.indexOf(text) < i);
    return twice < 0
      ? options
      : this.fault(OPTION_COLUMNS[twice]!.key, 'question.optionTwice', options[twice]!);
  }

  #choice(type: 'single' | 'multiple', options: readonly string[], answer: string): number[] | null {
    if (options.length < 2) return this.fault(OPTION_COLUMNS[options.length]!.key, 'question.options');
    const letters = lettersOf(answer);
    const whole = options.findIndex((option) => option.normalize('NFKC').trim() === answer);
    const key = letters.length > 0 ? letters : whole >= 0 ? [whole] : [];
    if (key.length === 0 || key.some((index) => index >= options.length))
      return this.fault('answer', 'question.answer', answer);
    if (type === 'single' && key.length > 1) return this.fault('answer', 'question.answerOne', answer);
    if (type === 'multiple' && key.length < 2) return this.fault('answer', 'question.answerSeveral', answer);
    return key;
  }

  /** 对 or 错; or the letter of an option that says so. */
  #truth(options: readonly string[], answer: string): number[] | null {
    const letters = lettersOf(answer);
    const text = letters.length === 1 && options.length > 0 ? (options[letters[0]!] ?? '') : answer;
    const truth = truthOf(text.normalize('NFKC').trim());
    return truth === null ? this.fault('answer', 'question.answer', answer, ['对', '错']) : [truth ? 1 : 0];
  }

  #tags(): BankQuestion['tags'] | null {
    const tags: Record<string, string | number> = {};
    for (const key of ['chapter', 'article'] as const) {
      if (this.blank(key)) continue;
      const text = this.#long(key, TAG_LENGTH);
      if (text === null) return null;
      tags[key] = text;
    }
    if (this.blank('difficulty')) return tags;
    const text = this.text('difficulty')?.normalize('NFKC') ?? null;
    if (text === null) return null;
    const difficulty = /^[1-5]$/.test(text) ? Number(text) : 1 + DIFFICULTIES.indexOf(text);
    return difficulty === 0
      ? this.fault('difficulty', 'question.difficulty', text, [...DIFFICULTIES, '1', '5'])
      : { ...tags, difficulty };
  }

  #long(key: ColumnKey, most: number): string | null {
    const text = this.text(key);
    return text !== null && [...text].length > most ? this.fault(key, 'text.tooLong', text) : text;
  }
}

const truthOf = (text: string): boolean | null => (YES.test(text) ? true : NO.test(text) ? false : null);

/** Option indexes of `ACD`, `A、C、D` or `a,c`; ascending, each once. Empty: it is no list of letters. */
function lettersOf(answer: string): number[] {
  const letters = answer.toUpperCase().replaceAll(/[\s,;、，；/|]/g, '');
  if (!/^[A-J]+$/.test(letters)) return [];
  return [...new Set([...letters].map((letter) => letter.charCodeAt(0) - 65))].toSorted((a, b) => a - b);
}
