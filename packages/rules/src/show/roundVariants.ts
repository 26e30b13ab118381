import type { Words } from '../kernel/index.ts';
import {
  assignedDefault,
  buzzerDefault,
  cardRaiseDefault,
  mandatoryDefault,
  rapidDefault,
  riskDefault,
  type RoundTemplate,
  teamMandatoryDefault,
} from './roundDefaults.ts';

/** A round as one real rule sheet has it. */
export interface RoundVariant {
  readonly title: Words;
  readonly round: RoundTemplate;
}

const help10 = { rule: 'penalty', points: '10' } as const;

/** The variants of QZ §2.3 by name, with the sheet each comes from: what a round editor offers beside the defaults. */
export const roundVariants = {
  // [S43]
  'mandatory-wrong-10': {
    title: { zh: '必答题：答错扣 10 分', en: 'Mandatory: wrong −10' },
    round: { ...mandatoryDefault, wrongPenalty: '10' },
  },
  // [S49]
  'mandatory-20s': {
    title: { zh: '必答题：限时 20 秒', en: 'Mandatory: 20 s' },
    round: { ...mandatoryDefault, timeLimitSec: 20 },
  },
  // [S51]
  'mandatory-60s': {
    title: { zh: '必答题：限时 60 秒', en: 'Mandatory: 60 s' },
    round: { ...mandatoryDefault, timeLimitSec: 60 },
  },
  // [S49] [S53]
  'mandatory-help-10': {
    title: { zh: '必答题：队友提示扣 10 分', en: 'Mandatory: help from a mate −10' },
    round: { ...mandatoryDefault, help: help10 },
  },
  // [S46], with the default as the first tier
  'mandatory-tier-20': {
    title: { zh: '必答题：第二档，20 分', en: 'Mandatory: second tier, 20 points' },
    round: { ...mandatoryDefault, id: 'mandatory-20', points: '20' },
  },
  // [S46]
  'mandatory-tier-30': {
    title: { zh: '必答题：第三档，30 分', en: 'Mandatory: third tier, 30 points' },
    round: { ...mandatoryDefault, id: 'mandatory-30', points: '30' },
  },
  // [S51] [S50] [S44]
  'team-10': {
    title: { zh: '共答题：10 分', en: 'Team question: 10 points' },
    round: { ...teamMandatoryDefault, points: '10' },
  },
  // QZ §2.3, 10 (or 20)
  'buzzer-20': {
    title: { zh: '抢答题：20 分', en: 'Buzzer: 20 points' },
    round: { ...buzzerDefault, points: '20' },
  },
  // [S53]
  'buzzer-begin-10s': {
    title: { zh: '抢答题：10 秒内开始作答', en: 'Buzzer: begin within 10 s' },
    round: { ...buzzerDefault, beginWithinSec: 10 },
  },
  // [S54]
  'buzzer-nobody-3s': {
    title: { zh: '抢答题：3 秒无人抢答作废', en: 'Buzzer: void when nobody presses in 3 s' },
    round: { ...buzzerDefault, pressWindowSec: 3, nobody: 'void' },
  },
  // [S51] [S54]
  'buzzer-interrupt': {
    title: { zh: '抢答题：读题中可抢', en: 'Buzzer: press while the host reads' },
    round: { ...buzzerDefault, interruptReading: true, foul: { rule: 'lockout' } },
  },
  // [S54]
  'buzzer-reopen': {
    title: { zh: '抢答题：答错他队可再抢', en: 'Buzzer: others may press after a wrong answer' },
    round: { ...buzzerDefault, afterWrong: 'reopen' },
  },
  // [S49]
  'buzzer-two-strikes': {
    title: {
      zh: '抢答题：两次犯规扣 20 分，两队答错转观众',
      en: 'Buzzer: second foul −20, two failures to the audience',
    },
    round: {
      ...buzzerDefault,
      foul: { rule: 'twoStrike', points: '20' },
      afterWrong: 'reopen',
      failuresToAudience: 2,
    },
  },
  // [S42]
  'buzzer-lockout': {
    title: { zh: '抢答题：提前按下无效', en: 'Buzzer: early presses do nothing' },
    round: { ...buzzerDefault, foul: { rule: 'lockout' } },
  },
  // [S46] [S49]
  'risk-20-40-60': {
    title: { zh: '风险题：20/40/60 分', en: 'Risk: 20/40/60' },
    round: { ...riskDefault, values: ['20', '40', '60'] },
  },
  // [S50]
  'risk-10-30-50': {
    title: { zh: '风险题：10/30/50 分，高分先选', en: 'Risk: 10/30/50, highest score first' },
    round: { ...riskDefault, values: ['10', '30', '50'], order: 'highFirst' },
  },
  // QZ-21 [S50]
  'risk-high-first': {
    title: { zh: '风险题：高分先选', en: 'Risk: highest score first' },
    round: { ...riskDefault, order: 'highFirst' },
  },
  // QZ-21 [S49]
  'risk-low-first': {
    title: { zh: '风险题：低分先选', en: 'Risk: lowest score first' },
    round: { ...riskDefault, order: 'lowFirst' },
  },
  // QZ-21 [S43]
  'risk-table': {
    title: { zh: '风险题：按台号选题，不得弃选', en: 'Risk: in table order, no declining' },
    round: { ...riskDefault, order: 'table', declineAllowed: false },
  },
  // QZ §2.3, 60–120 s
  'risk-120s': {
    title: { zh: '风险题：限时 120 秒', en: 'Risk: 120 s' },
    round: { ...riskDefault, timeLimitSec: 120 },
  },
  // QZ-22 [S58]
  'risk-steal': {
    title: { zh: '风险题：答错可由他队接答', en: 'Risk: another team may take a failed question' },
    round: {
      ...riskDefault,
      steal: {
        rule: 'offer',
        points: '10',
        wrongPenalty: '0',
        firstLoses: '10',
        windowSec: 10,
        nobody: 'rightForFirst',
      },
    },
  },
  // [S51]
  assigned: {
    title: { zh: '指定题：为下一台指定分值', en: 'Assigned: the value is chosen for the next table' },
    round: assignedDefault,
  },
  // QZ-22 [S44]
  'assigned-asker-gains': {
    title: { zh: '指定题：未答对由指定方得分', en: 'Assigned: the chooser gains a failed question' },
    round: { ...assignedDefault, askerGains: true },
  },
  // [S42]
  'rapid-40s': {
    title: { zh: '速答题：40 秒，至多 15 小题', en: 'Rapid: 40 s, up to 15 items' },
    round: rapidDefault,
  },
  // [S54]
  'cards-3s': {
    title: { zh: '判断举牌：3 秒，三人一致', en: 'Cards: 3 s, the three must agree' },
    round: cardRaiseDefault,
  },
  // 站立式淘汰
  'cards-standing': {
    title: { zh: '判断举牌：答错离席，留至最后者胜', en: 'Cards: a wrong team is out, the last one stands' },
    round: { ...cardRaiseDefault, id: 'standing', title: '站立淘汰', timeLimitSec: 10, wrongIsOut: true },
  },
} as const satisfies Readonly<Record<string, RoundVariant>>;

export type RoundVariantName = keyof typeof roundVariants;
