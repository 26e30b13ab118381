import type {
  AnswerRules,
  AssignedRound,
  AudienceRound,
  BuzzerRound,
  CardRaiseRound,
  CharadesRound,
  DeciderRound,
  EstimateRound,
  MandatoryRound,
  ProgrammeRound,
  RapidRound,
  RiskRound,
  SpeedRound,
  TeamMandatoryRound,
  VideoRound,
  WagerRound,
} from './roundConfig.ts';

type Bare<R> = R extends unknown ? Omit<R, 'questions'> : never;

/** A round without its questions. */
export type RoundTemplate = Bare<ProgrammeRound>;

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

export const mandatoryDefault: Bare<MandatoryRound> = {
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

export const teamMandatoryDefault: Bare<TeamMandatoryRound> = {
  ...spoken,
  kind: 'teamMandatory',
  ...plain,
  id: 'teamMandatory',
  title: '共答题',
  points: '20',
  timeLimitSec: 60,
  help: { rule: 'allowed' },
  turnsPerTeam: 1,
  turnOrder: 'seatBySeat',
  steal: noSteal,
  audienceOnFail: true,
};

export const videoDefault: Bare<VideoRound> = {
  kind: 'video',
  ...plain,
  id: 'video',
  title: '视频题',
  timeLimitSec: 60,
  perHit: '10',
  turnsPerTeam: 1,
};

export const charadesDefault: Bare<CharadesRound> = {
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

export const rapidDefault: Bare<RapidRound> = {
  kind: 'rapid',
  ...plain,
  id: 'rapid',
  title: '速答题',
  timeLimitSec: 40,
  perItem: '10',
  wrongPenalty: '0',
  turnsPerTeam: 1,
};

export const buzzerDefault: Bare<BuzzerRound> = {
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

export const riskDefault: Bare<RiskRound> = {
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

export const assignedDefault: Bare<AssignedRound> = {
  ...spoken,
  kind: 'assigned',
  ...plain,
  id: 'assigned',
  title: '指定题',
  values: ['10', '20', '30'],
  turnsPerTeam: 1,
  timeLimitSec: 60,
  wrongPenalty: 'same',
  help: { rule: 'allowed' },
  chooseSec: null,
  askerGains: false,
  steal: noSteal,
  audienceOnFail: false,
};

export const cardRaiseDefault: Bare<CardRaiseRound> = {
  kind: 'cardRaise',
  ...plain,
  id: 'cardRaise',
  title: '判断举牌',
  timeLimitSec: 3,
  points: '10',
  wrongPenalty: '0',
  wrongIsOut: false,
};

export const estimateDefault: Bare<EstimateRound> = {
  kind: 'estimate',
  ...plain,
  id: 'estimate',
  title: '估数题',
  timeLimitSec: 30,
  points: '10',
  exactBonus: '0',
  wrongIsOut: false,
};

export const speedDefault: Bare<SpeedRound> = {
  kind: 'speed',
  ...plain,
  id: 'speed',
  title: '计时答题',
  timeLimitSec: 20,
  points: '20',
  floorPoints: '10',
  wrongPenalty: '0',
  wrongIsOut: false,
};

export const wagerDefault: Bare<WagerRound> = {
  kind: 'wager',
  ...plain,
  id: 'wager',
  title: '押分题',
  timeLimitSec: 30,
  most: null,
  stakeSec: 30,
  wrongIsOut: false,
};

export const audienceDefault: Bare<AudienceRound> = {
  kind: 'audience',
  ...plain,
  id: 'audience',
  title: '观众题',
  timeLimitSec: null,
};

/** Fields that no rule of the decider reads stay at their defaults. */
export const deciderDefault: Bare<DeciderRound> = {
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
};

/** The round that is added by its kind. */
export const roundDefaults: {
  readonly [K in ProgrammeRound['kind']]: Bare<Extract<ProgrammeRound, { kind: K }>>;
} = {
  mandatory: mandatoryDefault,
  teamMandatory: teamMandatoryDefault,
  buzzer: buzzerDefault,
  risk: riskDefault,
  assigned: assignedDefault,
  video: videoDefault,
  charades: charadesDefault,
  rapid: rapidDefault,
  cardRaise: cardRaiseDefault,
  estimate: estimateDefault,
  speed: speedDefault,
  wager: wagerDefault,
  audience: audienceDefault,
};
