import type { QuestionItem, ShowConfig, Team } from './config.ts';
import type { PresetName } from './presetTitles.ts';
import type { DeciderSettings } from './roundConfig.ts';
import {
  audienceDefault,
  buzzerDefault,
  charadesDefault,
  deciderDefault,
  mandatoryDefault,
  riskDefault,
  type RoundTemplate,
  videoDefault,
} from './roundDefaults.ts';

/** Questions of each round by the round's id; `decider` turns sudden death on. */
export type QuestionSets = Readonly<Record<string, readonly QuestionItem[]>>;

function show(
  name: string,
  teams: readonly Team[],
  sets: QuestionSets,
  rounds: readonly RoundTemplate[],
): ShowConfig {
  const withQuestions = rounds.map((round) => ({ ...round, questions: sets[round.id] ?? [] }));
  const spare = sets['decider'] ?? [];
  const decider: DeciderSettings =
    spare.length === 0
      ? { rule: 'none' }
      : { rule: 'suddenDeath', round: { ...deciderDefault, questions: spare } };
  return {
    name,
    teams,
    tableOrder: teams.every((team) => team.table !== undefined) ? 'listed' : 'draw',
    baseScore: '100',
    floor: null,
    order: { rule: 'arrival' },
    rounds: withQuestions,
    decider,
    placesThatMatter: [1, 2, 3],
    ties: 'shared',
    stream: null,
  };
}

type Preset = (name: string, teams: readonly Team[], sets: QuestionSets) => ShowConfig;

/** Whole shows by name (QZ §2.7). Tables are drawn unless every team brings one. */
export const presets = {
  /** 必答 → 抢答 → 风险. */
  'std-3': (name, teams, sets) => show(name, teams, sets, [mandatoryDefault, buzzerDefault, riskDefault]),
  /** 东航: 必答 → 视频 → 你比我猜 → 抢答 → 风险, six teams. */
  'ceair-ground': (name, teams, sets) =>
    show(name, teams, sets, [mandatoryDefault, videoDefault, charadesDefault, buzzerDefault, riskDefault]),
  /** 朝外民法典: 必答 → 抢答 → 观众, eight teams. */
  'civil-code': (name, teams, sets) =>
    show(name, teams, sets, [mandatoryDefault, buzzerDefault, audienceDefault]),
  /** Teams press while the host reads; after a wrong answer the others may press again. */
  'interrupt-reading': (name, teams, sets) =>
    show(name, teams, sets, [
      mandatoryDefault,
      {
        ...buzzerDefault,
        interruptReading: true,
        foul: { rule: 'lockout' },
        afterWrong: 'reopen',
        pressWindowSec: 3,
        nobody: 'void',
      },
      riskDefault,
    ]),
  /** First foul out of the question, second −20; two failures to the audience; help −10. */
  'two-strike-foul': (name, teams, sets) =>
    show(name, teams, sets, [
      { ...mandatoryDefault, help: { rule: 'penalty', points: '10' } },
      {
        ...buzzerDefault,
        foul: { rule: 'twoStrike', points: '20' },
        afterWrong: 'reopen',
        failuresToAudience: 2,
      },
      { ...riskDefault, values: ['20', '40', '60'] },
    ]),
} as const satisfies Readonly<Record<PresetName, Preset>>;
