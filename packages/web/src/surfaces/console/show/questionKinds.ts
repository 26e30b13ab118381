import type { QuestionItem, RapidItem, RoundKind } from '@leitai/rules/show';

/** What a question of this kind of round consists of, beside its words and its explanation. */
export interface QuestionShape {
  /** A question may be without words of its own: the list is the question. */
  readonly list: 'hits' | 'words' | 'items' | null;
  readonly answer: boolean;
  readonly options: boolean;
  /** Worth something other than the round's points; of a risk question the value that it belongs to. */
  readonly points: boolean;
  readonly unit: boolean;
}

const spoken: QuestionShape = { list: null, answer: true, options: true, points: true, unit: false };
const plain: QuestionShape = { ...spoken, points: false };

export const questionShapes: Readonly<Record<RoundKind, QuestionShape>> = {
  mandatory: spoken,
  teamMandatory: spoken,
  buzzer: spoken,
  risk: spoken,
  assigned: spoken,
  decider: spoken,
  cardRaise: spoken,
  speed: spoken,
  estimate: { ...spoken, options: false, unit: true },
  wager: plain,
  audience: plain,
  video: { list: 'hits', answer: true, options: false, points: false, unit: false },
  charades: { list: 'words', answer: false, options: false, points: false, unit: false },
  rapid: { list: 'items', answer: false, options: false, points: false, unit: false },
};

/** The two cards of a question without options. */
const CARDS = ['对', '错'];

/** Kinds whose answers are compared with the options by the program. */
const COMPARED: readonly RoundKind[] = ['cardRaise', 'speed', 'wager', 'audience'];

/** The answer is none of the options, so that what a phone sends in can only be judged by a human. */
export function answerIsNoOption(kind: RoundKind, item: Pick<QuestionItem, 'answer' | 'options'>): boolean {
  if (!COMPARED.includes(kind) || item.answer === '') return false;
  const options = item.options?.length ? item.options : kind === 'cardRaise' ? CARDS : [];
  return options.length > 0 && !options.includes(item.answer);
}

const CARD_WORDS: Readonly<Record<string, string>> = {
  正确: '对',
  错误: '错',
  '√': '对',
  '×': '错',
  '✓': '对',
};

/** An answer given by its letter, as question banks have it, in the words of the option. */
export function answerInWords(kind: RoundKind, answer: string, options: readonly string[]): string {
  if (!COMPARED.includes(kind)) return answer;
  if (kind === 'cardRaise' && options.length === 0) return CARD_WORDS[answer] ?? answer;
  if (options.includes(answer) || !/^[A-La-l]$/.test(answer.normalize('NFKC'))) return answer;
  return options[answer.normalize('NFKC').toUpperCase().charCodeAt(0) - 65] ?? answer;
}

/** `what is asked＝answer`; a wide sign parts them where there are both, and what is asked may have one of its own. */
export function rapidItem(line: string): RapidItem {
  const wide = line.lastIndexOf('＝');
  const at = wide < 0 ? line.indexOf('=') : wide;
  if (at < 0) return { stem: line.trim(), answer: '' };
  return { stem: line.slice(0, at).trim(), answer: line.slice(at + 1).trim() };
}
