import { never, type Words } from '../kernel/index.ts';
import { isPreset, presetTitles } from '../show/presetTitles.ts';
import { awardLines, noticeLines } from './awardWords.ts';
import { cutLines, standingLines } from './standingWords.ts';
import { examLines } from './examWords.ts';
import { recheckLines, resultLines } from './resultWords.ts';
import type { BankTitles, ContestSettings, StageSettings } from './types.ts';

export interface RuleSection {
  readonly heading: Words;
  readonly lines: readonly Words[];
}

function kindLines(stage: StageSettings, banks: BankTitles): Words[] {
  switch (stage.kind) {
    case 'exam':
      return examLines(stage.exam, banks);
    case 'show': {
      const { preset } = stage;
      const title: Words = isPreset(preset) ? presetTitles[preset] : { zh: preset, en: preset };
      return [
        {
          zh: `采用现场竞赛方式，赛制为“${title.zh}”，各环节规则另列。`,
          en: `Held live on stage in the format "${title.en}"; the rules of its rounds are listed separately.`,
        },
      ];
    }
    default:
      return never(stage);
  }
}

const rankedLine = ({ ranked }: ContestSettings): Words =>
  ranked.kind === 'team'
    ? { zh: `以队为单位参赛，每队${ranked.size}人。`, en: `Teams of ${ranked.size} take part.` }
    : { zh: '以个人为单位参赛。', en: 'Entrants take part as individuals.' };

const stagesLine = ({ stages }: ContestSettings): Words => {
  const names = stages.map(({ name }) => name);
  return {
    zh: `竞赛设${names.join('、')}，共${names.length}个阶段。`,
    en: `The contest has ${names.length} ${names.length === 1 ? 'stage' : 'stages'}: ${names.join(', ')}.`,
  };
};

/**
 * The printed rules 竞赛规则, made from the settings and the titles of what they name: what is printed is what is played, and each setting
 * is described once. A show's rounds are printed by the show's own rules.
 */
export function ruleSheet(settings: ContestSettings, title: string, banks: BankTitles): RuleSection[] {
  return [
    { heading: { zh: '竞赛名称', en: 'Contest' }, lines: [{ zh: `${title}。`, en: `${title}.` }] },
    {
      heading: { zh: '参赛与赛程', en: 'Entry and stages' },
      lines: [rankedLine(settings), stagesLine(settings)],
    },
    ...settings.stages.map((stage) => ({
      heading: { zh: stage.name, en: `Stage: ${stage.name}` },
      lines: [
        ...kindLines(stage, banks),
        ...standingLines(stage.standing, settings.ranked.kind === 'team' && stage.kind === 'exam'),
        ...(stage.cut === undefined ? [] : cutLines(stage.cut)),
      ],
    })),
    {
      heading: { zh: '竞赛成绩', en: 'Result' },
      lines: [...resultLines(settings), ...recheckLines(settings)],
    },
    { heading: { zh: '奖项设置', en: 'Awards' }, lines: awardLines(settings.award) },
    { heading: { zh: '结果公示', en: 'Public notice' }, lines: noticeLines(settings.notice) },
  ];
}
