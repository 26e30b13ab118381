import type { RoundKind } from '@leitai/rules/show';
import type { Language } from '../../../words/language.ts';

type Sheet = readonly (readonly string[])[];

const zhChoice: Sheet = [
  ['题干', '答案', '选项', '分值', '解析'],
  ['安全生产月是每年的几月', '6 月', '5 月|6 月|9 月', '', '自 2002 年起'],
];
const zhTiers: Sheet = [
  ['题干', '答案', '选项', '分值', '解析'],
  ['简述灭火的四种方法', '冷却、窒息、隔离、抑制', '', '20', ''],
];
const enChoice: Sheet = [
  ['Question', 'Answer', 'Options', 'Points', 'Explanation'],
  ['Which month is Safety Month', 'June', 'May|June|September', '', 'since 2002'],
];
const enTiers: Sheet = [
  ['Question', 'Answer', 'Options', 'Points', 'Explanation'],
  ['Name four ways to put out a fire', 'cool, smother, isolate, inhibit', '', '20', ''],
];

/** A heading row and a question, as a sheet for this kind of round looks. */
const zh: Readonly<Record<RoundKind, Sheet>> = {
  mandatory: zhChoice,
  teamMandatory: zhChoice,
  buzzer: zhChoice,
  risk: zhTiers,
  assigned: zhTiers,
  decider: zhChoice,
  speed: zhChoice,
  wager: [
    ['题干', '答案', '选项', '解析'],
    ['三大球不包括哪一项', '乒乓球', '足球|篮球|排球|乒乓球', ''],
  ],
  audience: [
    ['题干', '答案', '选项', '解析'],
    ['劳动节是几月几日', '5 月 1 日', '5 月 1 日|5 月 4 日|6 月 1 日', ''],
  ],
  cardRaise: [
    ['题干', '答案', '选项', '分值', '解析'],
    ['电气火灾应先切断电源', '对', '', '', '选项留空即为“对”“错”两张牌'],
  ],
  estimate: [
    ['题干', '答案', '单位', '分值', '解析'],
    ['本航站楼登机口一共有多少个', '128', '个', '', ''],
  ],
  video: [
    ['题干', '要点', '答案', '解析'],
    ['找出片中的违章行为', '未戴安全帽|未系安全带|跨越警戒线', '共三处', ''],
  ],
  charades: [
    ['组名', '词语', '解析'],
    ['第一组', '安全帽、灭火器、行李牌', ''],
  ],
  rapid: [
    ['组名', '题干', '答案'],
    ['第一组', '火警电话', '119'],
    ['第一组', '急救电话', '120'],
    ['第二组', '交通事故报警电话', '122'],
  ],
};

const en: Readonly<Record<RoundKind, Sheet>> = {
  mandatory: enChoice,
  teamMandatory: enChoice,
  buzzer: enChoice,
  risk: enTiers,
  assigned: enTiers,
  decider: enChoice,
  speed: enChoice,
  wager: [
    ['Question', 'Answer', 'Options', 'Explanation'],
    ['Which is no big ball game', 'table tennis', 'football|basketball|volleyball|table tennis', ''],
  ],
  audience: [
    ['Question', 'Answer', 'Options', 'Explanation'],
    ['When is Labour Day', '1 May', '1 May|4 May|1 June', ''],
  ],
  cardRaise: [
    ['Question', 'Answer', 'Options', 'Points', 'Explanation'],
    ['Cut the power first in an electrical fire', '对', '', '', 'no options: the cards 对 and 错'],
  ],
  estimate: [
    ['Question', 'Answer', 'Unit', 'Points', 'Explanation'],
    ['How many gates has this terminal', '128', 'gates', '', ''],
  ],
  video: [
    ['Question', 'Points to find', 'Answer', 'Explanation'],
    ['Find what is against the rules', 'no helmet|no belt|over the line', 'three', ''],
  ],
  charades: [
    ['Group', 'Words', 'Explanation'],
    ['First', 'helmet|extinguisher|luggage tag', ''],
  ],
  rapid: [
    ['Group', 'Question', 'Answer'],
    ['First', 'fire brigade', '119'],
    ['First', 'ambulance', '120'],
    ['Second', 'traffic police', '122'],
  ],
};

export const samples = (language: Language): Readonly<Record<RoundKind, Sheet>> =>
  language === 'zh' ? zh : en;
