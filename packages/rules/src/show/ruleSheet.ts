import type { Words } from '../kernel/index.ts';
import type { ShowConfig } from './config.ts';
import { orderPrinted } from './order.ts';
import { rulesOf } from './rounds/index.ts';

export interface RuleSheetSection {
  /** The round's id, or `null` for the rules of the whole show. */
  readonly round: string | null;
  readonly title: Words;
  readonly lines: readonly Words[];
  /** The lines as one printed sentence. */
  readonly text: Words;
}

const section = (round: string | null, title: Words, lines: readonly Words[]): RuleSheetSection => ({
  round,
  title,
  lines,
  text: {
    zh: `${title.zh}：${lines.map((line) => line.zh).join('；')}。`,
    en: `${title.en}: ${lines.map((line) => line.en).join('; ')}.`,
  },
});

const general = (config: ShowConfig): Words[] => [
  { zh: `${config.teams.length} 支代表队参赛`, en: `${config.teams.length} teams` },
  config.tableOrder === 'draw'
    ? { zh: '台号由抽签决定', en: 'tables are drawn by lot' }
    : { zh: '台号按编排确定', en: 'tables are as listed' },
  { zh: `每队基础分 ${config.baseScore} 分`, en: `base score ${config.baseScore}` },
  config.floor === null
    ? { zh: '总分可以为负', en: 'totals may be negative' }
    : { zh: `总分扣至 ${config.floor} 分为止`, en: `no deduction takes a total below ${config.floor}` },
  orderPrinted(config.order),
  {
    zh: '现场由主持人和裁判裁定，有异议由领队在赛后提出复议',
    en: 'the host and the judges rule on the spot; the leader may ask for reconsideration after the match',
  },
  config.decider.rule === 'none'
    ? { zh: '总分相同名次并列', en: 'equal totals share the place' }
    : {
        zh: `第 ${config.placesThatMatter.join('、')} 名并列时加赛，其余并列`,
        en: `ties at place ${config.placesThatMatter.join(', ')} go to a decider, others share the place`,
      },
];

/** The rules as they are printed (竞赛规则): the settings in words, so that paper and program cannot differ. */
export function ruleSheet(config: ShowConfig): RuleSheetSection[] {
  const rounds = config.decider.rule === 'none' ? config.rounds : [...config.rounds, config.decider.round];
  return [
    section(null, { zh: '总则', en: 'General' }, general(config)),
    ...rounds.map((round) =>
      section(round.id, { zh: round.title, en: round.title }, rulesOf(round, config).printed(round)),
    ),
  ];
}
