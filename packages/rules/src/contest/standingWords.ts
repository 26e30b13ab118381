import type { CutRule, StandingRule, TieBreaker } from '../standings/types.ts';
import type { Words } from '../kernel/index.ts';

const TEAM = {
  sum: { zh: '团体成绩为到考队员成绩之和。', en: 'The team scores the sum of its members who took part.' },
  mean: {
    zh: '团体成绩为到考队员成绩的平均分。',
    en: 'The team scores the mean of its members who took part.',
  },
  best: { zh: '团体成绩取队员中的最高成绩。', en: "The team scores its best member's score." },
} as const satisfies Record<StandingRule['teamScore'], Words>;

const BREAKERS = {
  elapsedAsc: { zh: '用时短者在前', en: 'the shorter time' },
  bestMember: { zh: '单人最高成绩高者在前', en: 'the higher single score' },
  decider: {
    zh: '加赛名次在前者在前（加赛不改变原成绩）',
    en: 'the decider (which leaves the scores as they are)',
  },
} as const satisfies Record<TieBreaker, Words>;

const ties = (breakers: readonly TieBreaker[]): Words =>
  breakers.length === 0
    ? {
        zh: '成绩相同的名次并列，其后名次相应空出。',
        en: 'Equals share a place and the following places are skipped.',
      }
    : {
        zh: `成绩相同的，依次按以下办法排定：${breakers.map((b) => BREAKERS[b].zh).join('、')}；仍相同的名次并列，其后名次相应空出。`,
        en: `Equal scores are parted by ${breakers.map((b) => BREAKERS[b].en).join(', then ')}; those still equal share a place and the following places are skipped.`,
      };

/** The lines of a rule sheet on ranking (SK-60, SK-70…76); `ofMembers`: the team's score is made from members'. */
export const standingLines = (rule: StandingRule, ofMembers: boolean): Words[] => [
  ...(ofMembers ? [TEAM[rule.teamScore]] : []),
  rule.places === 0
    ? { zh: '成绩四舍五入取整数。', en: 'Scores are rounded half-up to whole numbers.' }
    : {
        zh: `成绩四舍五入保留${rule.places}位小数。`,
        en: `Scores are rounded half-up to ${rule.places} decimal places.`,
      },
  ties(rule.tieBreakers),
  { zh: '缺考、弃权或者取消资格的不计名次。', en: 'Absent and disqualified entries have no place.' },
];

/** The line on who goes on (SK-72). */
export const cutLines = ({ count, tiesGoThrough }: CutRule): Words[] => [
  tiesGoThrough
    ? {
        zh: `前${count}名进入下一阶段，与末位名次并列的一并进入。`,
        en: `The first ${count} go on, and everyone level with the last of them.`,
      }
    : {
        zh: `前${count}名进入下一阶段，末位名次并列的，加赛决定。`,
        en: `The first ${count} go on; those level at the cut play a decider.`,
      },
];
