import { expect, it } from 'vitest';
import { ruleSheet, templates, validateSettings, type ContestSettings } from './index.ts';

const ground = templates.find(({ code }) => code === 'ground-service')!.settings;
const [preliminary, semiFinal, final] = ground.stages;
const banks = { 'ground-service': '地面服务与航空安全题库' };
const text = (settings: ContestSettings, language: 'zh' | 'en' = 'zh') =>
  ruleSheet(settings, '地面服务技能竞赛', banks)
    .flatMap(({ heading, lines }) => [heading[language], ...lines.map((line) => line[language])])
    .join('\n');

it('SK-30 every template may be published as it is', () => {
  expect(templates.map(({ code }) => code)).toEqual(['ground-service', 'civil-code-quiz', 'skill-theory']);
  for (const { settings } of templates) expect(validateSettings(settings)).toEqual([]);
});

it('SK-30 SK-72 a stage before the last needs a cut, the last has none, later cuts are not wider', () => {
  const cut = { count: 12, tiesGoThrough: true };
  const { cut: _, ...open } = preliminary!;
  expect(
    validateSettings({ ...ground, stages: [open, { ...semiFinal!, name: '初赛' }, { ...final!, cut }] }),
  ).toEqual([
    { field: 'stages[0].cut', code: 'required' },
    { field: 'stages[2].cut', code: 'misplaced' },
    { field: 'stages[1].name', code: 'duplicate' },
  ]);
  expect(validateSettings({ ...ground, stages: [preliminary!, { ...semiFinal!, cut }, final!] })).toEqual([
    { field: 'stages[1].cut.count', code: 'outOfRange' },
  ]);
  expect(validateSettings({ ...ground, stages: [] })).toEqual([{ field: 'stages', code: 'required' }]);
});

it('OQ-10 a fault deep in a stage is named by its path', () => {
  if (preliminary!.kind !== 'exam') throw new Error('exam expected');
  const broken = {
    ...preliminary!,
    exam: { ...preliminary!.exam, durationSec: 0 },
    standing: { ...preliminary!.standing, tieBreakers: ['decider', 'decider'] as const },
  };
  expect(validateSettings({ ...ground, stages: [broken, semiFinal!, final!] })).toEqual([
    { field: 'stages[0].exam.durationSec', code: 'outOfRange' },
    { field: 'stages[0].standing.tieBreakers[1]', code: 'duplicate' },
  ]);
});

it('QZ-20 a preset that no rules belong to is refused', () => {
  const stages = [preliminary!, semiFinal!, { ...final!, preset: 'std-4' } as typeof final & object];
  expect(validateSettings({ ...ground, stages })).toEqual([{ field: 'stages[2].preset', code: 'unknown' }]);
});

it('SK-97 SE-30 awards and notices out of range are named', () => {
  const award = { ...ground.award, tiers: [{ name: '', value: '1.5' }] };
  expect(
    validateSettings({
      ...ground,
      ranked: { kind: 'team', size: 0 },
      award,
      notice: { ...ground.notice, length: 0 },
    }),
  ).toEqual([
    { field: 'ranked.size', code: 'outOfRange' },
    { field: 'award.tiers[0].name', code: 'required' },
    { field: 'award.tiers[0].value', code: 'outOfRange' },
    { field: 'notice.length', code: 'outOfRange' },
  ]);
  const tiers = ['60', '50'].map((value, i) => ({ name: `${i}`, value }));
  expect(validateSettings({ ...ground, award: { ...award, kind: 'ratio', tiers } })).toEqual([
    { field: 'award.tiers', code: 'tooMuch' },
  ]);
});

it('SK-30 the rule sheet names every stage and each section once, in plain official words', () => {
  const sheet = ruleSheet(ground, '地面服务技能竞赛', banks);
  expect(sheet.map(({ heading }) => heading.zh)).toEqual([
    '竞赛名称',
    '参赛与赛程',
    '初赛',
    '复赛',
    '决赛',
    '奖项设置',
    '结果公示',
  ]);
  for (const { settings } of templates)
    for (const { lines } of ruleSheet(settings, '竞赛', {})) {
      expect(new Set(lines.map(({ zh }) => zh)).size).toBe(lines.length);
      for (const { zh, en } of lines) {
        expect(zh).toMatch(/。$/);
        expect(en).toMatch(/\.$/);
        expect(zh + en).not.toMatch(/[!！]|undefined|NaN/);
      }
    }
});

it('SK-6B SK-72 SK-97 SE-31 the rule sheet prints what is played', () => {
  const printed = text(ground);
  for (const words of [
    '每队3人',
    '满分100分，限时10分钟',
    '多项选择题5道，每道5分',
    '少选且无错选得一半分',
    '前9名进入下一阶段，与末位名次并列的一并进入',
    '一等奖1名、二等奖2名、三等奖3名',
    '公示5个工作日',
    '9时前发布的，发布当日计入',
  ])
    expect(printed).toContain(words);
});

if (preliminary?.kind !== 'exam') throw new Error('exam expected');
const exam = preliminary.exam;
const draw = exam.draws[0]!;
const { standing } = preliminary;
const first = (over: object): ContestSettings => ({
  ...ground,
  stages: [{ ...preliminary, ...over }, semiFinal!, final!],
});

it.each<[string, ContestSettings]>([
  ['ranked', { ...ground, ranked: { kind: 'person' } }],
  ['team size', { ...ground, ranked: { kind: 'team', size: 4 } }],
  ['stage name', first({ name: '预赛' })],
  ['duration', first({ exam: { ...exam, durationSec: 90 } })],
  ['bank', first({ exam: { ...exam, draws: [{ ...draw, bank: 'x' }] } })],
  ['count', first({ exam: { ...exam, draws: [{ ...draw, count: 11 }] } })],
  ['chapter', first({ exam: { ...exam, draws: [{ ...draw, chapter: '安保' }] } })],
  ['points', first({ exam: { ...exam, draws: [{ ...draw, points: '2.5' }] } })],
  ['multiple', first({ exam: { ...exam, multiple: 'halfPointPerRight' } })],
  ['questions', first({ exam: { ...exam, shuffleQuestions: false } })],
  ['options', first({ exam: { ...exam, shuffleOptions: false } })],
  ['team score', first({ standing: { ...standing, teamScore: 'best' } })],
  ['places', first({ standing: { ...standing, places: 0 } })],
  ['tie-breakers', first({ standing: { ...standing, tieBreakers: ['bestMember'] } })],
  ['no tie-breakers', first({ standing: { ...standing, tieBreakers: [] } })],
  ['cut', first({ cut: { count: 8, tiesGoThrough: true } })],
  ['ties at the cut', first({ cut: { count: 9, tiesGoThrough: false } })],
  [
    'preset',
    { ...ground, stages: [preliminary, semiFinal!, { ...final!, preset: 'std-3' } as typeof final & object] },
  ],
  ['award', { ...ground, award: { ...ground.award, kind: 'ratio' } }],
  ['boundary', { ...ground, award: { ...ground.award, boundaryTie: 'tieBreak' } }],
  ['no awards', { ...ground, award: { ...ground.award, tiers: [] } }],
  ['notice unit', { ...ground, notice: { ...ground.notice, unit: 'calendarDay' } }],
  ['notice length', { ...ground, notice: { ...ground.notice, length: 7 } }],
  ['notice hour', { ...ground, notice: { ...ground.notice, firstDayCountsBeforeHour: 8 } }],
  ['notice day', { ...ground, notice: { ...ground.notice, firstDayCountsBeforeHour: null } }],
])('SK-30 another %s prints another rule sheet, in both languages', (_, settings) => {
  expect(text(settings)).not.toBe(text(ground));
  expect(text(settings, 'en')).not.toBe(text(ground, 'en'));
});

it('SK-30 banks and presets are printed by their titles, never by their codes', () => {
  for (const language of ['zh', 'en'] as const) {
    const printed = text(ground, language);
    expect(printed).toContain('地面服务与航空安全题库');
    expect(printed).not.toMatch(/ground-service|ceair-ground/);
  }
  expect(text(ground)).toContain('赛制为“五环节：必答、视频、你比我猜、抢答、风险”');
  expect(text(first({ exam: { ...exam, draws: [{ ...draw, bank: 'gone' }] } }))).toContain('题库“gone”');
});

it('SK-97 rounding and minOne of a share are printed', () => {
  const ratio = { ...ground, award: { ...ground.award, kind: 'ratio' as const } };
  const other = (over: object) => text({ ...ratio, award: { ...ratio.award, ...over } });
  expect(
    new Set([text(ratio), other({ rounding: 'floor' }), other({ rounding: 'ceil' }), other({ minOne: true })])
      .size,
  ).toBe(4);
});
