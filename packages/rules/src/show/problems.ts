import { compare, type Decimal, isDecimal } from '../kernel/index.ts';
import type { ConfigProblem, ConfigProblemCode } from './config.ts';
import type { AnswerRules, RoundConfig, StartDelay } from './roundConfig.ts';

type Facts = Readonly<Record<string, unknown>>;

export const fault = (path: string, code: ConfigProblemCode, facts?: Facts): ConfigProblem[] => [
  facts === undefined ? { path, code } : { path, code, facts },
];

/** A whole number from `min` upwards. */
export const whole = (path: string, value: number | null, min = 1): ConfigProblem[] =>
  value === null || (Number.isInteger(value) && value >= min)
    ? []
    : fault(path, 'show.config.notWhole', { min });

/** A whole number from `min` to `max`. */
export const range = (path: string, value: number, min: number, max: number): ConfigProblem[] =>
  Number.isInteger(value) && value > max
    ? fault(path, 'show.config.tooMany', { max, given: value })
    : whole(path, value, min);

/** A plain decimal; `min` only if given. */
export const decimal = (path: string, value: string, min?: string): ConfigProblem[] =>
  isDecimal(value) && (min === undefined || compare(value, min) >= 0)
    ? []
    : fault(path, 'show.config.notDecimal', min === undefined ? undefined : { min });

export const penalty = (path: string, value: string): ConfigProblem[] =>
  value === 'same' ? [] : decimal(path, value, '0');

/** A hall does not wait longer without knowing for what. */
const LONGEST_DELAY_MS = 30_000;

export const startDelay = (delay: StartDelay | null, path: string): ConfigProblem[] =>
  delay === null
    ? []
    : [
        ...whole(`${path}.startDelay.minMs`, delay.minMs, 0),
        ...range(`${path}.startDelay.maxMs`, delay.maxMs, 0, LONGEST_DELAY_MS),
        ...(delay.maxMs < delay.minMs ? fault(`${path}.startDelay.maxMs`, 'show.config.wrongOrder') : []),
      ];

export const answerRules = (rules: AnswerRules, path: string): ConfigProblem[] => [
  ...whole(`${path}.timeLimitSec`, rules.timeLimitSec),
  ...whole(`${path}.beginWithinSec`, rules.beginWithinSec),
  ...penalty(`${path}.wrongPenalty`, rules.wrongPenalty),
  ...(rules.latePenalty === 'asWrong' ? [] : penalty(`${path}.latePenalty`, rules.latePenalty)),
  ...(rules.help.rule === 'penalty' ? decimal(`${path}.help.points`, rules.help.points, '0') : []),
];

/** Enough questions for the turns. */
export const enough = (round: RoundConfig, needed: number, path: string): ConfigProblem[] =>
  round.questions.length >= needed
    ? []
    : fault(`${path}.questions`, 'show.config.tooFew', { needed, given: round.questions.length });

const LISTS = {
  words: 'show.config.wordsMissing',
  hits: 'show.config.hitsMissing',
  items: 'show.config.itemsMissing',
} as const;

/** Every question must carry its list of words, hits or items. */
export const lists = (round: RoundConfig, key: keyof typeof LISTS, path: string): ConfigProblem[] =>
  round.questions.flatMap((question, index) =>
    question[key]?.length ? [] : fault(`${path}.questions.${index}.${key}`, LISTS[key]),
  );

/** Values to choose from. */
export const values = (round: { readonly values: readonly Decimal[] }, path: string): ConfigProblem[] => [
  ...tooFew(`${path}.values`, round.values.length, 1),
  ...round.values.flatMap((value, i) => decimal(`${path}.values.${i}`, value, '0')),
  ...round.values.flatMap((value, i) =>
    round.values.indexOf(value) < i
      ? fault(`${path}.values.${i}`, 'show.config.duplicate', { id: value })
      : [],
  ),
];

/** Every question belongs to one of the values. */
export const tiers = (
  round: RoundConfig & { readonly values: readonly Decimal[] },
  path: string,
): ConfigProblem[] =>
  round.questions.flatMap((question, i) =>
    option(`${path}.questions.${i}.points`, question.points ?? '', round.values),
  );

export const tooFew = (path: string, given: number, needed: number): ConfigProblem[] =>
  given >= needed ? [] : fault(path, 'show.config.tooFew', { needed, given });

/** Ids must be there, and each once. */
export function unique(ids: readonly { readonly path: string; readonly id: string }[]): ConfigProblem[] {
  const seen = new Set<string>();
  return ids.flatMap(({ path, id }) => {
    if (id === '') return fault(path, 'show.config.missing');
    if (seen.has(id)) return fault(path, 'show.config.duplicate', { id });
    seen.add(id);
    return [];
  });
}

const option = (path: string, value: string, among: readonly string[]): ConfigProblem[] =>
  among.includes(value) ? [] : fault(path, 'show.config.notAnOption', { value, among });
