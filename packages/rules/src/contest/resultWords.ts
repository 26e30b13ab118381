import type { Words } from '../kernel/index.ts';
import type { RecheckRule, ResultComponent, WeightedResult } from '../standings/types.ts';
import { fullScoreOf, placesAreShared, recheckRuleOf, resultRuleOf } from './resultRule.ts';
import type { ContestSettings } from './types.ts';

const ORDER = {
  shared: { zh: '总成绩相同的不再比较', en: 'equal totals are not compared further' },
  lastComponent: {
    zh: '总成绩相同的，最后一项成绩高者在前，仍相同的该项用时短者在前',
    en: 'equal totals are parted by the score of the last part, then by its shorter time',
  },
  componentOrder: {
    zh: '总成绩相同的，按上列顺序逐项比较成绩，高者在前',
    en: 'equal totals are parted by the scores of the parts in the order listed',
  },
} as const satisfies Record<WeightedResult['ties'], Words>;

function componentLine(settings: ContestSettings, component: ResultComponent): Words {
  const { stage, weightPct, passMark } = component;
  const name = settings.stages[stage - 1]?.name ?? `${stage}`;
  const full = fullScoreOf(settings, component) ?? '100';
  const pass =
    passMark === null ? { zh: '', en: '' } : { zh: `，合格线${passMark}分`, en: `, pass mark ${passMark}` };
  const scale =
    full === '100'
      ? { zh: '满分100分', en: 'of 100 points' }
      : { zh: `满分${full}分折合为100分`, en: `its ${full} points taken as 100` };
  return {
    zh: `${name}占${weightPct}%，${scale.zh}${pass.zh}。`,
    en: `${name} counts ${weightPct} %, ${scale.en}${pass.en}.`,
  };
}

function weightedLines(settings: ContestSettings, rule: WeightedResult): Words[] {
  const { places } = rule;
  const rounded =
    places === 0
      ? { zh: '取整数', en: 'to a whole number' }
      : { zh: `保留${places}位小数`, en: `to ${places} decimal places` };
  return [
    ...rule.components.map((component) => componentLine(settings, component)),
    {
      zh: `总成绩为各项折合后的加权之和，只在最后四舍五入${rounded.zh}；缺任何一项成绩的不计名次。`,
      en: `The total is the weighted sum, rounded half-up once at the end ${rounded.en}; an entry without a mark in any part has no place.`,
    },
    { zh: `${ORDER[rule.ties].zh}。`, en: `Order: ${ORDER[rule.ties].en}.` },
  ];
}

/** The lines of a rule sheet on the result of the whole contest (SK-31…34, SK-73). */
export const resultLines = (settings: ContestSettings): Words[] => {
  const rule = resultRuleOf(settings);
  const last = settings.stages.at(-1)?.name ?? '';
  return [
    ...(rule.from === 'lastStage'
      ? [
          {
            zh: `竞赛名次以${last}的成绩为准，其他阶段的成绩不计入。`,
            en: `The places are those of ${last} alone; the scores of other stages do not count.`,
          },
        ]
      : weightedLines(settings, rule)),
    placesAreShared(settings)
      ? { zh: '最终名次允许并列。', en: 'Final places may be shared.' }
      : {
          zh: '最终名次不并列：仍相同的，公开抽签排定，抽签种子存档备查。',
          en: 'Final places are not shared: those still level draw lots from a seed that is kept.',
        },
  ];
};

/** The lines of a rule sheet on the re-check (SK-80…84). */
export function recheckLines(settings: ContestSettings): Words[] {
  const rule: RecheckRule = recheckRuleOf(settings);
  if (rule.rule === 'off')
    return [{ zh: '不另设成绩复核。', en: 'There is no separate re-check of scores.' }];
  const top =
    'pct' in rule.top
      ? { zh: `名次在前${rule.top.pct}%的`, en: `the best ${rule.top.pct} %` }
      : { zh: `前${rule.top.count}名`, en: `the first ${rule.top.count}` };
  return [
    {
      zh: `成绩复核：${top.zh}全部复核，其余随机抽检${rule.samplePct}%（不足1份的按1份计）。`,
      en: `Re-check: ${top.en} all, and a random ${rule.samplePct} % of the others, rounded up.`,
    },
    {
      zh: `抽检错误率超过${rule.fullIfErrorRateOverPct}%的，对全部成绩进行复核；复核记录关闭前不公布成绩。`,
      en: `With errors above ${rule.fullIfErrorRateOverPct} % every score is re-checked; nothing is published before the record is closed.`,
    },
  ];
}
