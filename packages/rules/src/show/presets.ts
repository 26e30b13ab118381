import type {
  AnswerRules,
  BuzzerRound,
  CharadesRound,
  DeciderSettings,
  MandatoryRound,
  ProgrammeRound,
  QuestionItem,
  RiskRound,
  RoundConfig,
  ShowConfig,
  Team,
  VideoRound,
} from './config.ts';
import type { PresetName } from './presetTitles.ts';

/** Rounds with the defaults of QZ §2.3; spread over them to change a setting. */
const spoken: AnswerRules = {
  timeLimitSec: 30,
  beginWithinSec: null,
  wrongPenalty: '0',
  latePenalty: 'asWrong',
  help: { rule: 'void' },
};

export const mandatoryDefault: Omit<MandatoryRound, 'questions'> = {
  ...spoken,
  kind: 'mandatory',
  id: 'mandatory',
  title: '必答题',
  points: '10',
  turnsPerTeam: 3,
  turnOrder: 'seatBySeat',
  seats: 3,
  audienceOnFail: true,
};

export const videoDefault: Omit<VideoRound, 'questions'> = {
  kind: 'video',
  id: 'video',
  title: '视频题',
  timeLimitSec: 60,
  perHit: '10',
  turnsPerTeam: 1,
};

export const charadesDefault: Omit<CharadesRound, 'questions'> = {
  kind: 'charades',
  id: 'charades',
  title: '你比我猜',
  timeLimitSec: 90,
  perWord: '10',
  passes: 2,
  turnsPerTeam: 1,
  wordsOn: 'screen',
};

export const buzzerDefault: Omit<BuzzerRound, 'questions'> = {
  ...spoken,
  kind: 'buzzer',
  id: 'buzzer',
  title: '抢答题',
  points: '10',
  wrongPenalty: 'same',
  help: { rule: 'allowed' },
  order: 'arrival',
  pressWindowSec: 15,
  nobody: 'audience',
  foul: { rule: 'voidAndPenalty', points: '10' },
  interruptReading: false,
  afterWrong: 'audience',
  failuresToAudience: null,
};

export const riskDefault: Omit<RiskRound, 'questions'> = {
  ...spoken,
  kind: 'risk',
  id: 'risk',
  title: '风险题',
  values: ['10', '20', '30'],
  order: 'lowFirst',
  turnsPerTeam: 1,
  timeLimitSec: 60,
  wrongPenalty: 'same',
  help: { rule: 'allowed' },
  declineAllowed: true,
  chooseSec: null,
  audienceOnFail: false,
};

/** Questions of each round by the round's id; `decider` turns sudden death on. */
export type QuestionSets = Readonly<Record<string, readonly QuestionItem[]>>;

type Template = ProgrammeRound extends infer R
  ? R extends RoundConfig
    ? Omit<R, 'questions'>
    : never
  : never;

function show(
  name: string,
  teams: readonly Team[],
  sets: QuestionSets,
  rounds: readonly Template[],
): ShowConfig {
  const withQuestions = rounds.map((round) => ({ ...round, questions: sets[round.id] ?? [] }));
  const spare = sets['decider'] ?? [];
  const decider: DeciderSettings =
    spare.length === 0
      ? { rule: 'none' }
      : {
          rule: 'suddenDeath',
          round: {
            kind: 'decider',
            id: 'decider',
            title: '加赛题',
            timeLimitSec: 30,
            pressWindowSec: 15,
            foul: 'void',
            questions: spare,
          },
        };
  return {
    name,
    teams,
    tableOrder: teams.every((team) => team.table !== undefined) ? 'listed' : 'draw',
    baseScore: '100',
    floor: null,
    rounds: withQuestions,
    decider,
    placesThatMatter: [1, 2, 3],
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
    show(name, teams, sets, [
      mandatoryDefault,
      buzzerDefault,
      { kind: 'audience', id: 'audience', title: '观众题' },
    ]),
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
