import { expect, it } from 'vitest';
import { NOTICE_PRESETS } from '../awards/index.ts';
import { LATE_PRESETS } from '../exam/index.ts';
import { ruleSheet, templates, theoryWarning, validateSettings, type ContestSettings } from './index.ts';

const ground = templates.find(({ code }) => code === 'ground-service')!.settings;
const [preliminary, semiFinal, final] = ground.stages;
const banks = { 'ground-service': '地面服务与航空安全题库' };
const text = (settings: ContestSettings, language: 'zh' | 'en' = 'zh') =>
  ruleSheet(settings, '地面服务技能竞赛', banks)
    .flatMap(({ heading, lines }) => [heading[language], ...lines.map((line) => line[language])])
    .join('\n');

it('SK-30 every template may be published as it is', () => {
  expect(templates.map(({ code }) => code)).toEqual([
    'ground-service',
    'civil-code-quiz',
    'skill-theory',
    'skill-contest',
  ]);
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
    '竞赛成绩',
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

const weigh = (over: object, component: object = {}): ContestSettings => ({
  ...ground,
  result: {
    from: 'weighted',
    components: [
      { stage: 1, weightPct: '25', passMark: '60', fullScore: null, ...component },
      { stage: 2, weightPct: '55', passMark: null, fullScore: null },
      { stage: 3, weightPct: '20', passMark: null, fullScore: '200' },
    ],
    places: 2,
    ties: 'shared',
    ...over,
  },
});
const recheck = (over: object): ContestSettings => ({
  ...ground,
  recheck: { rule: 'on', top: { pct: '30' }, samplePct: '15', fullIfErrorRateOverPct: '5', ...over },
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
  ['late limit', first({ exam: { ...exam, lateMin: 15 } })],
  ['late limit of none', first({ exam: { ...exam, lateMin: 0 } })],
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
  ['short notice', { ...ground, notice: { ...ground.notice, length: 3, shorterReason: '赛程紧' } }],
  ['result', weigh({})],
  ['no shared places', { ...ground, sharedPlaces: false }],
  ['re-check', recheck({})],
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

it.each<[string, ContestSettings, ContestSettings]>([
  ['weight', weigh({}), weigh({}, { weightPct: '26' })],
  ['pass mark', weigh({}), weigh({}, { passMark: null })],
  ['stage', weigh({}), weigh({}, { stage: 4 })],
  ['places', weigh({}), weigh({ places: 0 })],
  ['order of equals', weigh({}), weigh({ ties: 'lastComponent' })],
  ['order by components', weigh({ ties: 'lastComponent' }), weigh({ ties: 'componentOrder' })],
  ['share re-checked', recheck({}), recheck({ top: { pct: '20' } })],
  ['number re-checked', recheck({}), recheck({ top: { count: 10 } })],
  ['sample', recheck({}), recheck({ samplePct: '20' })],
  ['error rate', recheck({}), recheck({ fullIfErrorRateOverPct: '3' })],
])('SK-32 SK-80 another %s of the result prints another rule sheet', (_, one, other) => {
  expect(text(other)).not.toBe(text(one));
  expect(text(other, 'en')).not.toBe(text(one, 'en'));
});

it('SK-33 the rule sheet prints what each component is taken from, members added up', () => {
  const printed = text(weigh({}));
  expect(printed).toContain('初赛占25%，满分300分折合为100分，合格线60分');
  expect(printed).toContain('决赛占20%，满分200分折合为100分');
});

it('SK-43 the rule sheet prints who is late', () => {
  expect(text(first({ exam: { ...exam, lateMin: 20 } }))).toContain('迟到超过20分钟的不得参加考试');
  expect(text(first({ exam: { ...exam, lateMin: 0 } }))).toContain('开考时间一到即停止入场');
});

it('SK-32 SK-33 faults of the result rule are named: weights, stages, full scores', () => {
  const bad = (over: object, component: object = {}) => validateSettings(weigh(over, component));
  expect(bad({})).toEqual([]);
  expect(bad({}, { weightPct: '25.01' })).toEqual([{ field: 'result.components', code: 'notHundred' }]);
  expect(bad({}, { weightPct: '0' })).toContainEqual({
    field: 'result.components[0].weightPct',
    code: 'outOfRange',
  });
  expect(bad({}, { stage: 4 })).toEqual([{ field: 'result.components[0].stage', code: 'outOfRange' }]);
  expect(bad({}, { stage: 2 })).toEqual([{ field: 'result.components[1].stage', code: 'duplicate' }]);
  expect(bad({}, { fullScore: '100' })).toEqual([
    { field: 'result.components[0].fullScore', code: 'misplaced' },
  ]);
  expect(bad({}, { passMark: '101' })).toEqual([
    { field: 'result.components[0].passMark', code: 'outOfRange' },
  ]);
  const component = { passMark: null, fullScore: null };
  expect(bad({ components: [{ ...component, stage: 3, weightPct: '100' }] })).toEqual([
    { field: 'result.components[0].fullScore', code: 'required' },
  ]);
  expect(bad({ components: [{ ...component, stage: 1, weightPct: '100' }] })).toEqual([
    { field: 'result.components', code: 'required' },
  ]);
});

it('SK-32 theory above 30 % is worth a warning, never a refusal', () => {
  const of = (pct: string): ContestSettings =>
    weigh({
      components: [
        { stage: 2, weightPct: pct, passMark: null, fullScore: null },
        { stage: 3, weightPct: String(100 - Number(pct)), passMark: null, fullScore: '200' },
      ],
    });
  expect(theoryWarning(of('30'))).toBeNull();
  expect(theoryWarning(of('31'))).toEqual({ pct: '31', cap: '30' });
  expect(validateSettings(of('31'))).toEqual([]);
  expect(theoryWarning(weigh({}))).toEqual({ pct: '80', cap: '30' });
  expect(theoryWarning(ground)).toBeNull();
});

it('SK-80 faults of the re-check rule are named', () => {
  expect(validateSettings(recheck({ samplePct: '101', top: { count: 0 } }))).toEqual([
    { field: 'recheck.top.count', code: 'outOfRange' },
    { field: 'recheck.samplePct', code: 'outOfRange' },
  ]);
  expect(validateSettings(recheck({ top: { pct: 'x' } }))).toEqual([
    { field: 'recheck.top.pct', code: 'notDecimal' },
  ]);
});

it('SE-30 a notice below five working days or seven days needs a reason, and only then has one', () => {
  const notice = (over: object) => validateSettings({ ...ground, notice: { ...ground.notice, ...over } });
  const days = { unit: 'calendarDay' };
  const required = [{ field: 'notice.shorterReason', code: 'required' }];
  expect(notice({ length: 4 })).toEqual(required);
  expect(notice({ length: 4, shorterReason: ' ' })).toEqual(required);
  expect(notice({ length: 4, shorterReason: '决赛后即日表彰' })).toEqual([]);
  expect(notice({ ...days, length: 6 })).toEqual(required);
  expect(notice({ shorterReason: '多余' })).toEqual([{ field: 'notice.shorterReason', code: 'misplaced' }]);
  for (const preset of NOTICE_PRESETS) expect(notice(preset)).toEqual([]);
});

it('SK-43 a late limit out of range is named', () => {
  expect(validateSettings(first({ exam: { ...exam, lateMin: -1 } }))).toEqual([
    { field: 'stages[0].exam.lateMin', code: 'outOfRange' },
  ]);
  for (const lateMin of [...LATE_PRESETS, null])
    expect(validateSettings(first({ exam: { ...exam, lateMin } }))).toEqual([]);
});
