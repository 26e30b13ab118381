import { describe, expect, it } from 'vitest';
import type { ShowConfig } from './config.ts';
import type { BuzzerRound } from './roundConfig.ts';
import { sets, teams } from './given.testing.ts';
import { presets } from './presets.ts';
import {
  buzzerDefault,
  charadesDefault,
  mandatoryDefault,
  riskDefault,
  videoDefault,
} from './roundDefaults.ts';
import { PRESETS, type PresetName } from './presetTitles.ts';
import { ruleSheet } from './ruleSheet.ts';
import { validateConfig } from './validate.ts';

const std = (): ShowConfig => presets['std-3']('x', teams(3), sets(3));
const text = (config: ShowConfig, round: string): string =>
  ruleSheet(config).find((section) => section.round === round)?.text.zh ?? '';
const withBuzzer = (change: Partial<BuzzerRound>): ShowConfig => ({
  ...std(),
  rounds: std().rounds.map((round) => (round.kind === 'buzzer' ? { ...round, ...change } : round)),
});

const titles = (name: PresetName): string[] =>
  presets[name]('x', teams(6), {}).rounds.map((round) => round.title);
const round = (config: ShowConfig, index: number, change: object): ShowConfig => ({
  ...config,
  rounds: config.rounds.map((r, i) => (i === index ? ({ ...r, ...change } as typeof r) : r)),
});

describe('presets', () => {
  it.each(PRESETS)('QZ §2.7 %s is valid, JSON and printable', (name) => {
    const values = name === 'two-strike-foul' ? ['20', '40', '60'] : ['10', '20', '30'];
    const risk = sets(8)['risk']!.map((q) => ({
      ...q,
      points: values[['10', '20', '30'].indexOf(q.points!)]!,
    }));
    const config: ShowConfig = presets[name]('x', teams(8), { ...sets(8), risk });
    expect(validateConfig(config)).toEqual([]);
    expect(JSON.parse(JSON.stringify(config))).toEqual(config);
    for (const { lines } of ruleSheet(config)) {
      expect(lines.length).toBeGreaterThan(0);
      expect(lines.every((line) => line.zh !== '' && line.en !== '')).toBe(true);
    }
  });

  it('QZ-20 the rounds start from the defaults of §2.3', () => {
    expect(mandatoryDefault).toMatchObject({
      points: '10',
      wrongPenalty: '0',
      timeLimitSec: 30,
      help: { rule: 'void' },
      audienceOnFail: true,
    });
    expect(buzzerDefault).toMatchObject({
      points: '10',
      wrongPenalty: 'same',
      timeLimitSec: 30,
      foul: { rule: 'voidAndPenalty', points: '10' },
      afterWrong: 'audience',
      nobody: 'audience',
    });
    expect(riskDefault).toMatchObject({
      values: ['10', '20', '30'],
      wrongPenalty: 'same',
      timeLimitSec: 60,
      declineAllowed: true,
    });
    expect(videoDefault).toMatchObject({ timeLimitSec: 60, perHit: '10' });
    expect(charadesDefault).toMatchObject({ timeLimitSec: 90, perWord: '10', passes: 2 });
    expect(std()).toMatchObject({ baseScore: '100', floor: null });
  });

  it('东航 plays 必答 → 视频 → 你比我猜 → 抢答 → 风险, 朝外 必答 → 抢答 → 观众', () => {
    expect(titles('ceair-ground')).toEqual(['必答题', '视频题', '你比我猜', '抢答题', '风险题']);
    expect(titles('civil-code')).toEqual(['必答题', '抢答题', '观众题']);
  });
});

describe('the printed rule sheet', () => {
  it('QZ-20 QZ-31 says what the settings do', () => {
    expect(text(std(), 'buzzer')).toBe(
      '抢答题：主持人宣布“开始”后抢答；15 秒内抢答；答对 +10 分；答错 −10 分；超时或答案不完整按答错处理；答题限时 30 秒；' +
        '答毕须说“回答完毕”，其后补充无效；队友可以补充；提前抢答为犯规，扣 10 分且本题作废；' +
        '答错转为观众题；无人抢答转为观众题。',
    );
    expect(text(withBuzzer({ foul: { rule: 'twoStrike', points: '20' } }), 'buzzer')).toContain(
      '再犯另扣 20 分',
    );
    expect(text(withBuzzer({ interruptReading: true }), 'buzzer')).not.toContain('犯规');
    expect(text(std(), 'risk')).toContain('答错扣除同等分值');
    expect(text(std(), 'mandatory')).toContain('答错不扣分');
  });

  it('every setting shows: a changed one changes the sheet', () => {
    const changes: Partial<BuzzerRound>[] = [
      { points: '20' },
      { pressWindowSec: 10 },
      { pressWindowSec: null },
      { nobody: 'void' },
      { foul: { rule: 'lockout' } },
      { interruptReading: true },
      { afterWrong: 'reopen' },
      { afterWrong: 'reopen', failuresToAudience: 2 },
      { afterWrong: 'void' },
      { wrongPenalty: '0' },
      { latePenalty: '5' },
      { timeLimitSec: 20 },
      { beginWithinSec: 10 },
      { help: { rule: 'penalty', points: '10' } },
    ];
    const sheets = changes.map((change) => text(withBuzzer(change), 'buzzer'));
    expect(new Set([text(std(), 'buzzer'), ...sheets]).size).toBe(changes.length + 1);
  });
});

describe('validateConfig names the field', () => {
  const ceair = presets['ceair-ground']('x', teams(3), sets(3));
  it.each<[string, ShowConfig, string, string]>([
    ['no team', { ...std(), teams: [] }, 'teams', 'show.config.tooFew'],
    [
      'the same team',
      { ...std(), teams: [...teams(2), { id: 'A', name: 'x', table: 9 }] },
      'teams.2.id',
      'show.config.duplicate',
    ],
    [
      'the same table',
      { ...std(), teams: [...teams(2), { id: 'Z', name: 'x', table: 1 }] },
      'teams.2.table',
      'show.config.duplicate',
    ],
    ['a float', { ...std(), baseScore: '1e2' }, 'baseScore', 'show.config.notDecimal'],
    ['negative points', round(std(), 1, { points: '-10' }), 'rounds.1.points', 'show.config.notDecimal'],
    ['no time', round(std(), 0, { timeLimitSec: 0 }), 'rounds.0.timeLimitSec', 'show.config.notWhole'],
    ['too few questions', round(std(), 0, { questions: [] }), 'rounds.0.questions', 'show.config.tooFew'],
    [
      'a question twice',
      round(std(), 1, { questions: sets(3)['mandatory'] }),
      'rounds.1.questions.0.id',
      'show.config.duplicate',
    ],
    [
      'a risk question of no tier',
      round(std(), 2, { values: ['10', '20'] }),
      'rounds.2.questions.6.points',
      'show.config.notAnOption',
    ],
    [
      'a clip without hits',
      round(ceair, 1, { questions: sets(3)['mandatory'] }),
      'rounds.1.questions.0.hits',
      'show.config.hitsMissing',
    ],
    [
      'no words',
      round(ceair, 2, { questions: sets(3)['mandatory'] }),
      'rounds.2.questions.0.words',
      'show.config.wordsMissing',
    ],
    ['a nameless round', round(std(), 0, { id: '' }), 'rounds.0.id', 'show.config.missing'],
  ])('%s', (_name, config, path, code) => {
    expect(validateConfig(config).map((problem) => [problem.path, problem.code])).toContainEqual([
      path,
      code,
    ]);
  });
});
