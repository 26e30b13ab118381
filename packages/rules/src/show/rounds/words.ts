import { never, type Words } from '../../kernel/index.ts';
import type {
  AnswerRules,
  BuzzerRound,
  FoulRule,
  HelpRule,
  Penalty,
  RoundConfig,
  StartDelay,
} from '../roundConfig.ts';

/** The printed words of settings that several kinds of round share; each setting is described here once. */
export const seconds = (n: number): Words => ({ zh: `答题限时 ${n} 秒`, en: `${n} s to answer` });

const taken = (penalty: Penalty, zh: string, en: string): Words =>
  penalty === '0'
    ? { zh: `${zh}不扣分`, en: `${en}: no deduction` }
    : penalty === 'same'
      ? { zh: `${zh}扣除同等分值`, en: `${en}: the same points are lost` }
      : { zh: `${zh} −${penalty} 分`, en: `${en} −${penalty}` };

export const right = (points: string): Words => ({ zh: `答对 +${points} 分`, en: `right +${points}` });

/** "同等分值" is printed as a number when every question of the round is worth the same. */
export const wrong = (round: RoundConfig & { wrongPenalty: Penalty }): Words => {
  const one =
    'points' in round && round.questions.every((q) => q.points === undefined || q.points === round.points);
  return taken(round.wrongPenalty === 'same' && one ? round.points : round.wrongPenalty, '答错', 'wrong');
};

export const late = (rules: AnswerRules): Words =>
  rules.latePenalty === 'asWrong'
    ? { zh: '超时或答案不完整按答错处理', en: 'late or incomplete counts as wrong' }
    : taken(rules.latePenalty, '超时', 'late');

export const begin = (rules: AnswerRules): Words[] =>
  rules.beginWithinSec === null
    ? []
    : [{ zh: `${rules.beginWithinSec} 秒内须开始作答`, en: `begin within ${rules.beginWithinSec} s` }];

export const finish: Words = {
  zh: '答毕须说“回答完毕”，其后补充无效',
  en: 'say “回答完毕” when done; nothing after it counts',
};

export function help(rule: HelpRule): Words {
  switch (rule.rule) {
    case 'allowed':
      return { zh: '队友可以补充', en: 'team-mates may add' };
    case 'void':
      return { zh: '队友不得提示，提示则本题作废', en: 'help from a team-mate voids the question' };
    case 'penalty':
      return { zh: `队友不得提示，提示扣 ${rule.points} 分`, en: `help from a team-mate −${rule.points}` };
    default:
      return never(rule);
  }
}

export function foul(rule: FoulRule): Words {
  switch (rule.rule) {
    case 'voidAndPenalty':
      return {
        zh: `提前抢答为犯规，扣 ${rule.points} 分且本题作废`,
        en: `an early press is a foul: −${rule.points} and the question is void`,
      };
    case 'twoStrike':
      return {
        zh: `提前抢答为犯规，首次取消该队本题资格，再犯另扣 ${rule.points} 分，其他队继续`,
        en: `an early press is a foul: first out of this question, from the second also −${rule.points}; the others go on`,
      };
    case 'lockout':
      return {
        zh: '开始之前抢答器锁定，提前按下无效',
        en: 'buzzers are locked before the start; early presses do nothing',
      };
    default:
      return never(rule);
  }
}

export const audienceOnFail = (on: boolean): Words[] =>
  on ? [{ zh: '未答对的题转为观众题', en: 'a failed question goes to the audience' }] : [];

export const pressWindow = (sec: number | null): Words[] =>
  sec === null ? [] : [{ zh: `${sec} 秒内抢答`, en: `${sec} s to press` }];

export const seats = (seats: number | null): Words[] =>
  seats === null ? [] : [{ zh: `每队 ${seats} 名选手`, en: `${seats} members a team` }];

export const choice = (values: readonly string[], sec: number | null): Words[] => [
  {
    zh: `分值 ${values.join('/')} 分任选，选定不得更改`,
    en: `choose ${values.join('/')}; no change afterwards`,
  },
  ...(sec === null ? [] : [{ zh: `${sec} 秒内选定`, en: `${sec} s to choose` }]),
];

/** A random delay between "开始" and the opening. */
export const startDelay = (delay: StartDelay | null): Words[] =>
  delay === null
    ? []
    : [
        {
          zh: `宣布“开始”后随机等待 ${delay.minMs}–${delay.maxMs} 毫秒方可抢答`,
          en: `the buzzers open at a random moment ${delay.minMs}–${delay.maxMs} ms after “开始”`,
        },
      ];

export const mediaOnBuzz = (rule: BuzzerRound['mediaOnBuzz']): Words =>
  rule === 'pause'
    ? {
        zh: '抢答时暂停播放，再次开抢时接着播放',
        en: 'a clip stops at the buzz and goes on when the buzzers open again',
      }
    : { zh: '抢答时继续播放', en: 'a clip runs on at the buzz' };

export const placeOnly: Words = {
  zh: '只定名次，不改变已公布的得分',
  en: 'it decides the place only and changes no score',
};

export const turns = (turns: number): Words => ({ zh: `每队 ${turns} 轮`, en: `turns per team: ${turns}` });

export const perTeam = (turns: number): Words => ({
  zh: `每队 ${turns} 题`,
  en: `questions per team: ${turns}`,
});
