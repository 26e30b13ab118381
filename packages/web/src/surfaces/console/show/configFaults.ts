import {
  validateConfig,
  type ConfigProblem,
  type ConfigProblemCode,
  type DeciderRound,
  type ShowConfig,
} from '@leitai/rules/show';
import { deciderFields, everyRound, fieldsOf, type Field } from './roundFields.ts';
import type { Round } from './showConfig.ts';

/** What is only not there yet: it is saved as it is, the start of the show asks for it. */
const UNFINISHED: readonly ConfigProblemCode[] = [
  'show.config.tooFew',
  'show.config.wordsMissing',
  'show.config.hitsMissing',
  'show.config.itemsMissing',
];

export const isUnfinished = ({ code }: ConfigProblem): boolean => UNFINISHED.includes(code);

const LONGEST_SEC = 86_400;
const MOST = 1_000;
const MOST_ROUNDS = 20;
const MOST_OPTIONS = 12;

/** Every fault of a draft: those of the rules, and what the server would not take for its size. */
export const faultsOf = (config: ShowConfig): ConfigProblem[] => {
  const rounds = config.rounds.flatMap((round, i) =>
    sizes(round, [...fieldsOf[round.kind], ...everyRound], `rounds.${i}`),
  );
  const decider =
    config.decider.rule === 'none'
      ? []
      : sizes(config.decider.round, deciderFields[config.decider.rule], 'decider.round');
  return [
    ...validateConfig(config),
    ...rounds,
    ...decider,
    ...tooMany('rounds', config.rounds.length, MOST_ROUNDS),
  ];
};

const tooMany = (path: string, given: number, max: number): ConfigProblem[] =>
  given > max ? [{ path, code: 'show.config.tooMany', facts: { max, given } }] : [];

function sizes(round: Round | DeciderRound, fields: readonly Field[], path: string): ConfigProblem[] {
  const values = round as unknown as Readonly<Record<string, unknown>>;
  const most = ({ is }: Field): number | null =>
    is === 'seconds' || is === 'secondsOrNone' ? LONGEST_SEC : is.startsWith('whole') ? MOST : null;
  return [
    ...(round.title.trim() === '' ? [{ path: `${path}.title`, code: 'show.config.missing' } as const] : []),
    ...fields.flatMap((field) => {
      const max = most(field);
      const value = values[field.name];
      return max !== null && typeof value === 'number' ? tooMany(`${path}.${field.name}`, value, max) : [];
    }),
    ...round.questions.flatMap(({ options }, i) =>
      tooMany(`${path}.questions.${i}.options`, options?.length ?? 0, MOST_OPTIONS),
    ),
  ];
}

/** Faults at a setting and inside it (`rounds.2.values` and `rounds.2.values.0`). */
export const faultsAt = (faults: readonly ConfigProblem[], path: string): readonly ConfigProblem[] =>
  faults.filter((fault) => fault.path === path || fault.path.startsWith(`${path}.`));

/** Where a fault is shown: a part of the show, perhaps one of its settings or questions. */
export interface FaultPlace {
  /** The round's id, `decider`, or `show`. */
  readonly part: string;
  readonly title: string | null;
  /** Name of the setting; `null` for a question or for the part as a whole. */
  readonly setting: string | null;
  /** Number of the question, from 1. */
  readonly question: number | null;
}

export function placeOf(config: ShowConfig, path: string): FaultPlace {
  const [, at, inRound] = /^rounds\.(\d+)\.(.*)$/.exec(path) ?? [];
  const round = config.rounds[Number(at)];
  const [, inDecider] = /^decider\.round\.(.*)$/.exec(path) ?? [];
  const rest = inRound ?? inDecider ?? path;
  const [, no] = /^questions\.(\d+)/.exec(rest) ?? [];
  const setting = rest.split('.')[0] ?? '';
  return {
    part: round?.id ?? (inDecider === undefined ? 'show' : 'decider'),
    title: round?.title ?? null,
    setting: setting === 'questions' ? null : setting,
    question: no === undefined ? null : Number(no) + 1,
  };
}

/** Settings only: a wrong or a missing question changes no printed rule. */
export const settingFaults = (faults: readonly ConfigProblem[], path: string): readonly ConfigProblem[] =>
  faultsAt(faults, path).filter((fault) => !isUnfinished(fault) && !/\.questions(\.|$)/.test(fault.path));
