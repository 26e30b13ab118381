import type { AwardRule, NoticeRule } from '../awards/types.ts';
import type { Words } from '../kernel/index.ts';

const ROUNDING = {
  halfUp: { zh: '四舍五入取整', en: 'rounded half-up' },
  floor: { zh: '舍去小数取整', en: 'rounded down' },
  ceil: { zh: '进位取整', en: 'rounded up' },
} as const satisfies Record<AwardRule['rounding'], Words>;

const tiers = (rule: AwardRule): Words => {
  const unit = rule.kind === 'count' ? { zh: '名', en: '' } : { zh: '%', en: '%' };
  const list = {
    zh: rule.tiers.map(({ name, value }) => `${name}${value}${unit.zh}`).join('、'),
    en: rule.tiers.map(({ name, value }) => `${name} ${value}${unit.en}`).join(', '),
  };
  if (rule.kind === 'count') return { zh: `设${list.zh}。`, en: `Prizes: ${list.en}.` };
  const least = rule.minOne ? { zh: '，不足1名的按1名计', en: ', at least one each' } : { zh: '', en: '' };
  return {
    zh: `按计名次的数量设${list.zh}，名额${ROUNDING[rule.rounding].zh}${least.zh}。`,
    en: `Prizes as a share of those placed: ${list.en}, ${ROUNDING[rule.rounding].en}${least.en}.`,
  };
};

/** The lines of a rule sheet on awards (SK-97). */
export const awardLines = (rule: AwardRule): Words[] =>
  rule.tiers.length === 0
    ? [{ zh: '不设奖项。', en: 'No prizes are given.' }]
    : [
        tiers(rule),
        rule.boundaryTie === 'promote'
          ? {
              zh: '各等次末位名次并列的，均授予较高等次。',
              en: 'Those level at the last place of a tier all receive it.',
            }
          : {
              zh: '各等次末位名次并列的，加赛决定后授奖。',
              en: 'Those level at the last place of a tier play a decider before prizes are given.',
            },
      ];

/** The line of a rule sheet on the public notice (SE-30, SE-31). */
export const noticeLines = ({
  unit,
  length,
  firstDayCountsBeforeHour: hour,
  shorterReason,
}: NoticeRule): Words[] => {
  const days =
    unit === 'workday'
      ? {
          zh: `${length}个工作日（按国务院办公厅节假日安排计算）`,
          en: `${length} working days by the State Council's calendar`,
        }
      : { zh: `${length}个自然日`, en: `${length} calendar days` };
  const first =
    hour === null
      ? { zh: '发布当日不计入', en: 'the day of posting does not count' }
      : {
          zh: `${hour}时前发布的，发布当日计入`,
          en: `the day of posting counts if posted before ${hour}:00`,
        };
  const line = {
    zh: `结果公示${days.zh}，${first.zh}。`,
    en: `Results are posted for ${days.en}; ${first.en}.`,
  };
  if (shorterReason === undefined) return [line];
  return [
    line,
    {
      zh: `公示期缩短的理由：${shorterReason}。`,
      en: `Reason for the shorter notice: ${shorterReason}.`,
    },
  ];
};
