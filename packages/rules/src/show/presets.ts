import type { QuestionItem, ShowConfig, Team } from './config.ts';
import type {
  AnswerRules,
  AudienceRound,
  BuzzerRound,
  CharadesRound,
  DeciderSettings,
  MandatoryRound,
  ProgrammeRound,
  RiskRound,
  RoundConfig,
  VideoRound,
} from './roundConfig.ts';
import type { PresetName } from './presetTitles.ts';

/** Rounds with the defaults of QZ §2.3; spread over them to change a setting. */
const spoken: AnswerRules = {
  timeLimitSec: 30,
  beginWithinSec: null,
  wrongPenalty: '0',
  latePenalty: 'asWrong',
  help: { rule: 'void' },
};

const plain = { practice: false, eliminate: 0 } as const;
const noSteal = { rule: 'off' } as const;

export const mandatoryDefault: Omit<MandatoryRound, 'questions'> = {
  ...spoken,
  kind: 'mandatory',
  ...plain,
  id: 'mandatory',
  title: '必答题',
  points: '10',
  turnsPerTeam: 3,
  turnOrder: 'seatBySeat',
  seats: 3,
  steal: noSteal,
  audienceOnFail: true,
};

export const videoDefault: Omit<VideoRound, 'questions'> = {
  kind: 'video',
  ...plain,
  id: 'video',
  title: '视频题',
  timeLimitSec: 60,
  perHit: '10',
  turnsPerTeam: 1,
};

export const charadesDefault: Omit<CharadesRound, 'questions'> = {
  kind: 'charades',
  ...plain,
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
  ...plain,
  id: 'buzzer',
  title: '抢答题',
  points: '10',
  wrongPenalty: 'same',
  help: { rule: 'allowed' },
  pressWindowSec: 15,
  nobody: 'audience',
  foul: { rule: 'voidAndPenalty', points: '10' },
  interruptReading: false,
  afterWrong: 'audience',
  failuresToAudience: null,
  startDelay: null,
  mediaOnBuzz: 'pause',
};

export const riskDefault: Omit<RiskRound, 'questions'> = {
  ...spoken,
  kind: 'risk',
  ...plain,
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
  steal: noSteal,
  audienceOnFail: false,
};

export const audienceDefault: Omit<AudienceRound, 'questions'> = {
  kind: 'audience',
  ...plain,
  id: 'audience',
  title: '观众题',
  timeLimitSec: null,
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
            ...plain,
            id: 'decider',
            title: '加赛题',
            timeLimitSec: 30,
            pressWindowSec: 15,
            startDelay: null,
            foul: 'void',
            points: '10',
            turnsPerTeam: 1,
            values: ['10', '20', '30'],
            questions: spare,
          },
        };
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
