import {
  presets,
  roundDefaults,
  ruleSheet,
  type PresetName,
  type ProgrammeRound,
  type RoundTemplate,
  type ShowConfig,
} from '@leitai/rules/show';
import type { Words } from '@leitai/rules';

const idsOf = ({ rounds, decider }: ShowConfig): ReadonlySet<string> =>
  new Set([...rounds.map(({ id }) => id), ...(decider.rule === 'none' ? [] : [decider.round.id])]);

function freeId(wanted: string, taken: ReadonlySet<string>): string {
  let id = wanted;
  for (let n = 2; taken.has(id); n += 1) id = `${wanted}${n}`;
  return id;
}

/** A round with the settings of a template and without questions, under an id of its own. */
export const roundFrom = (template: RoundTemplate, config: ShowConfig): ProgrammeRound =>
  ({ ...template, id: freeId(template.kind, idsOf(config)), questions: [] }) as unknown as ProgrammeRound;

/** The settings of a round once more: no question is asked twice in a show. */
export const copied = (round: ProgrammeRound, config: ShowConfig): ProgrammeRound => ({
  ...round,
  id: freeId(round.kind, idsOf(config)),
  questions: [],
});

/** Other settings for the same round: its name, place and questions stay. */
export const applied = (round: ProgrammeRound, template: RoundTemplate): ProgrammeRound =>
  ({
    ...template,
    id: round.id,
    title: round.title,
    questions: round.questions,
  }) as unknown as ProgrammeRound;

/** The printed lines of a template, each with whether the usual round of its kind has it too. */
export function printedOf(
  template: RoundTemplate,
  config: ShowConfig,
): { readonly line: Words; readonly usual: boolean }[] {
  const lines = (one: RoundTemplate): readonly Words[] =>
    ruleSheet({
      ...config,
      rounds: [{ ...one, questions: [] } as unknown as ProgrammeRound],
      decider: { rule: 'none' },
    })[1]!.lines;
  const usual = new Set(lines(roundDefaults[template.kind]).map(({ zh }) => zh));
  return lines(template).map((line) => ({ line, usual: usual.has(line.zh) }));
}

export interface PresetChange {
  readonly config: ShowConfig;
  /** Rounds of now whose questions go over into the preset. */
  readonly kept: readonly ProgrammeRound[];
  /** Rounds of now that have no counterpart: they leave with their questions. */
  readonly lost: readonly ProgrammeRound[];
}

/**
 * The programme of a preset in place of the present one. Teams, tables, the order of presses, the decider and the
 * picture are this show's own and stay; a round takes over the questions of the first round of its kind.
 */
export function withPreset(config: ShowConfig, name: PresetName): PresetChange {
  const preset = presets[name](config.name, config.teams, {});
  const kept: ProgrammeRound[] = [];
  const rounds = preset.rounds.map((round) => {
    const same = config.rounds.find((one) => one.kind === round.kind && !kept.includes(one));
    if (same === undefined) return round;
    kept.push(same);
    return { ...round, questions: same.questions };
  });
  const { baseScore, floor, placesThatMatter, ties } = preset;
  return {
    config: { ...config, baseScore, floor, placesThatMatter, ties, rounds: rounds.map(distinct(config)) },
    kept,
    lost: config.rounds.filter((one) => !kept.includes(one)),
  };
}

/** The decider keeps its id, whatever the preset calls its rounds. */
const distinct =
  ({ decider }: ShowConfig) =>
  (round: ProgrammeRound): ProgrammeRound =>
    decider.rule !== 'none' && decider.round.id === round.id ? { ...round, id: `${round.id}2` } : round;
