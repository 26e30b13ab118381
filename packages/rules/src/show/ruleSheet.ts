import type { Words } from '../kernel/index.ts';
import type { ShowConfig } from './config.ts';
import { orderPrinted } from './order.ts';
import type { RoundConfig } from './roundConfig.ts';
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
  ties(config),
];

/** What equal totals lead to. */
function ties({ decider, placesThatMatter, ties }: ShowConfig): Words {
  const rest =
    ties === 'lot'
      ? { zh: '由抽签定名次，种子留存', en: 'placed by lot with a stored seed' }
      : { zh: '并列', en: 'share the place' };
  return decider.rule === 'none'
    ? {
        zh: `总分相同的队${ties === 'lot' ? '' : '名次'}${rest.zh}`,
        en: `equal totals ${ties === 'lot' ? 'are ' : ''}${rest.en}`,
      }
    : {
        zh: `第 ${placesThatMatter.join('、')} 名并列时加赛，其余${rest.zh}`,
        en: `ties at place ${placesThatMatter.join(', ')} go to a decider, others ${ties === 'lot' ? 'are ' : ''}${rest.en}`,
      };
}

/** The lines of one round, with those settings that every kind has. */
export const roundPrinted = (round: RoundConfig, config: ShowConfig): Words[] => [
  ...(round.practice ? [{ zh: '练习，不计分', en: 'for practice, without points' }] : []),
  ...rulesOf(round, config).printed(round),
  ...(round.eliminate === 0
    ? []
    : [
        {
          zh: `本轮结束后总分最低的 ${round.eliminate} 队退出比赛，界线上并列的队都留下；退出的队名次在后，先退出者更后`,
          en: `after the round those with the lowest totals leave the show (${round.eliminate}), of a tie at the line nobody; who left stands behind, the earlier the further`,
        },
      ]),
];

/** The rules as they are printed (竞赛规则): the settings in words, so that paper and program cannot differ. */
export function ruleSheet(config: ShowConfig): RuleSheetSection[] {
  const rounds = config.decider.rule === 'none' ? config.rounds : [...config.rounds, config.decider.round];
  return [
    section(null, { zh: '总则', en: 'General' }, general(config)),
    ...rounds.map((round) =>
      section(round.id, { zh: round.title, en: round.title }, roundPrinted(round, config)),
    ),
  ];
}
