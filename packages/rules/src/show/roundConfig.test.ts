import { describe, expect, it } from 'vitest';
import type { ShowConfig } from './config.ts';
import { questions, riskQuestions, sets, teams } from './given.testing.ts';
import { presets } from './presets.ts';
import type { ProgrammeRound } from './roundConfig.ts';
import { deciderDefault, roundDefaults } from './roundDefaults.ts';
import { roundVariants } from './roundVariants.ts';
import { ruleSheet } from './ruleSheet.ts';
import { validateConfig } from './validate.ts';

const std = (): ShowConfig => presets['std-3']('x', teams(3), sets(3));
const text = (config: ShowConfig, round: string): string =>
  ruleSheet(config).find((section) => section.round === round)?.text.zh ?? '';

/** Every kind of round by its default, with questions. */
const each = (Object.keys(roundDefaults) as ProgrammeRound['kind'][]).map(
  (kind) => [kind, { ...roundDefaults[kind], questions: sets(3)[kind] ?? [] } as ProgrammeRound] as const,
);
const one = (round: object): ShowConfig => ({ ...std(), rounds: [round as ProgrammeRound] });
const faults = (config: ShowConfig): [string, string][] =>
  validateConfig(config).map(({ path, code }) => [path, code]);
const offer = {
  rule: 'offer',
  points: '10',
  wrongPenalty: '0',
  firstLoses: '10',
  windowSec: 10,
  nobody: 'nothing',
} as const;
const clip = questions('b', 2, { media: { kind: 'video', url: '/clip.mp4' } });

describe('every kind of round', () => {
  it.each(each)('QZ-20 %s has a default that is valid and printable', (kind, round) => {
    expect(faults(one(round))).toEqual([]);
    expect(text(one(round), kind)).toMatch(new RegExp(`^${round.title}：.+。$`));
  });

  it.each(Object.entries(roundVariants))(
    'QZ-20 the variant %s is valid, and its sheet is its own',
    (_name, { round }) => {
      const points = 'values' in round ? round.values : [undefined];
      const list = points.flatMap((p) =>
        (sets(3)[round.kind] ?? []).map((q) =>
          p === undefined ? q : { ...q, id: `${q.id}/${p}`, points: p },
        ),
      );
      const config = one({ ...round, questions: list });
      expect(faults(config)).toEqual([]);
      const usual = text(one({ ...roundDefaults[round.kind], questions: list }), round.kind);
      if (JSON.stringify(round) !== JSON.stringify(roundDefaults[round.kind]))
        expect(text(config, round.id)).not.toBe(usual.replace(roundDefaults[round.kind].title, round.title));
    },
  );

  const changes: [ProgrammeRound['kind'], object[]][] = [
    [
      'mandatory',
      [
        { points: '5' },
        { turnsPerTeam: 2 },
        { turnOrder: 'teamByTeam' },
        { seats: 4 },
        { seats: null },
        { steal: offer },
        { audienceOnFail: false },
        { beginWithinSec: 5 },
        { help: { rule: 'allowed' } },
        { latePenalty: '3' },
        { practice: true },
        { eliminate: 1 },
        { timeLimitSec: 9 },
        { wrongPenalty: 'same' },
      ],
    ],
    [
      'mandatory',
      Object.entries({
        points: '7',
        wrongPenalty: '3',
        firstLoses: '4',
        windowSec: 5,
        nobody: 'rightForFirst',
      }).map(([key, value]) => ({ steal: { ...offer, [key]: value } })),
    ],
    [
      'teamMandatory',
      [
        { points: '5' },
        { turnsPerTeam: 2 },
        { turnOrder: 'teamByTeam' },
        { steal: offer },
        { audienceOnFail: false },
      ],
    ],
    ['video', [{ timeLimitSec: 9 }, { perHit: '5' }, { turnsPerTeam: 2 }]],
    [
      'charades',
      [{ timeLimitSec: 9 }, { perWord: '5' }, { passes: 1 }, { turnsPerTeam: 2 }, { wordsOn: 'host' }],
    ],
    ['rapid', [{ timeLimitSec: 9 }, { perItem: '5' }, { wrongPenalty: '5' }, { turnsPerTeam: 2 }]],
    [
      'buzzer',
      [
        { startDelay: { minMs: 1, maxMs: 2 } },
        { startDelay: { minMs: 1, maxMs: 3 } },
        { questions: clip },
        { questions: clip, mediaOnBuzz: 'goOn' },
      ],
    ],
    [
      'risk',
      [
        { values: ['10', '20'] },
        { order: 'table' },
        { order: 'highFirst' },
        { declineAllowed: false },
        { chooseSec: 10 },
        { steal: offer },
        { audienceOnFail: true },
        { turnsPerTeam: 2 },
      ],
    ],
    [
      'assigned',
      [
        { values: ['10', '20'] },
        { chooseSec: 10 },
        { steal: offer },
        { askerGains: true },
        { audienceOnFail: true },
        { turnsPerTeam: 2 },
      ],
    ],
    ['cardRaise', [{ timeLimitSec: 9 }, { points: '5' }, { wrongPenalty: 'same' }, { wrongIsOut: true }]],
    ['estimate', [{ timeLimitSec: 9 }, { points: '5' }, { exactBonus: '5' }, { wrongIsOut: true }]],
    [
      'speed',
      [
        { timeLimitSec: 9 },
        { points: '30' },
        { floorPoints: '5' },
        { wrongPenalty: '5' },
        { wrongIsOut: true },
      ],
    ],
    ['wager', [{ timeLimitSec: 9 }, { most: '30' }, { stakeSec: null }, { wrongIsOut: true }]],
    ['audience', [{ timeLimitSec: 9 }]],
  ];
  it.each(changes)('QZ-20 every setting of %s shows on the sheet, in both languages', (kind, list) => {
    const usual = each.find(([k]) => k === kind)![1];
    for (const language of ['zh', 'en'] as const) {
      const sheets = [{}, ...list].map(
        (change) => ruleSheet(one({ ...usual, ...change })).find((s) => s.round === kind)!.text[language],
      );
      expect(new Set(sheets).size).toBe(sheets.length);
    }
  });

  it('QZ-22 a taker that loses nothing is printed so, not as −0', () => {
    const steal = { ...roundVariants['risk-steal'].round.steal, wrongPenalty: '0' };
    const sheet = ruleSheet(kind('risk', { steal })).find((s) => s.round === 'risk')!.text;
    expect(sheet.zh).toContain('答对 +10 分，答错不扣分');
    expect(sheet.zh + sheet.en).not.toContain('−0');
  });

  it('QZ-33 QZ-50 every setting of the show and of its deciders shows', () => {
    const base = {
      ...std(),
      decider: { rule: 'suddenDeath', round: { ...deciderDefault, questions: questions('d', 6) } },
    } as const;
    const shown = (config: ShowConfig): string =>
      ruleSheet(config)
        .map((s) => s.text.zh + s.text.en)
        .join('');
    const round = (change: object, rule: string): ShowConfig =>
      ({ ...base, decider: { rule, round: { ...base.decider.round, ...change } } }) as ShowConfig;
    const heats = ['earlier', 'lot', 'again', 'jury'] as const;
    const all: ShowConfig[] = [
      base,
      { ...base, ties: 'lot' },
      { ...base, decider: { rule: 'none' } },
      { ...base, decider: { rule: 'none' }, ties: 'lot' },
      { ...base, baseScore: '0' },
      { ...base, floor: '0' },
      { ...base, tableOrder: 'draw' },
      { ...base, placesThatMatter: [1] },
      ...heats.map((deadHeat) => ({
        ...base,
        order: { rule: 'compensated', capMs: 20, maxOneWayMs: 150, deadHeat } as const,
      })),
      { ...base, order: { rule: 'compensated', capMs: 30, maxOneWayMs: 150, deadHeat: 'lot' } },
      { ...base, order: { rule: 'compensated', capMs: 20, maxOneWayMs: 100, deadHeat: 'lot' } },
      round({ startDelay: { minMs: 1, maxMs: 2 } }, 'suddenDeath'),
      round({ foul: 'lockout' }, 'suddenDeath'),
      round({ pressWindowSec: 5 }, 'suddenDeath'),
      round({ timeLimitSec: 5 }, 'suddenDeath'),
      ...['extraRound', 'risk'].flatMap((rule) => [
        round({}, rule),
        round({ turnsPerTeam: 2 }, rule),
        round({ timeLimitSec: 5 }, rule),
      ]),
      round({ points: '5' }, 'extraRound'),
      round({ values: ['10'] }, 'risk'),
    ];
    expect(new Set(all.map(shown)).size).toBe(all.length);
  });
});

const kind = (name: ProgrammeRound['kind'], change: object): ShowConfig =>
  one({ ...each.find(([k]) => k === name)![1], ...change });

const decided = (rule: string, change: object): ShowConfig =>
  ({
    ...std(),
    decider: {
      rule,
      round: {
        ...deciderDefault,
        questions: riskQuestions(1).map((q) => ({ ...q, id: `d${q.id}` })),
        ...change,
      },
    },
  }) as ShowConfig;

describe('validateConfig names the field', () => {
  it.each<[string, ShowConfig, string, string]>([
    [
      'a turn without items',
      kind('rapid', { questions: questions('q', 3) }),
      'rounds.0.questions.0.items',
      'show.config.itemsMissing',
    ],
    [
      'a word for a number',
      kind('estimate', { questions: questions('q', 3) }),
      'rounds.0.questions.0.answer',
      'show.config.notANumber',
    ],
    [
      'points that rise',
      kind('speed', { floorPoints: '30' }),
      'rounds.0.floorPoints',
      'show.config.wrongOrder',
    ],
    [
      'an offer for no time',
      kind('risk', { steal: { ...offer, windowSec: 0 } }),
      'rounds.0.steal.windowSec',
      'show.config.notWhole',
    ],
    [
      'a negative loss',
      kind('mandatory', { steal: { ...offer, firstLoses: '-1' } }),
      'rounds.0.steal.firstLoses',
      'show.config.notDecimal',
    ],
    [
      'points twice',
      kind('assigned', { askerGains: true, steal: offer }),
      'rounds.0.steal.rule',
      'show.config.notAnOption',
    ],
    [
      'a value twice',
      kind('assigned', { values: ['10', '10', '20', '30'] }),
      'rounds.0.values.1',
      'show.config.duplicate',
    ],
    ['a stake below nothing', kind('wager', { most: '-1' }), 'rounds.0.most', 'show.config.notDecimal'],
    ['half a team out', kind('cardRaise', { eliminate: 0.5 }), 'rounds.0.eliminate', 'show.config.notWhole'],
    ['everybody out', kind('cardRaise', { eliminate: 3 }), 'rounds.0.eliminate', 'show.config.tooMany'],
    [
      'a delay that ends before it begins',
      kind('buzzer', { startDelay: { minMs: 9, maxMs: 1 } }),
      'rounds.0.startDelay.maxMs',
      'show.config.wrongOrder',
    ],
    [
      'a page for a stream',
      { ...std(), stream: 'https://example.org/live' },
      'stream',
      'show.config.notAnAddress',
    ],
    [
      'one question for two tied teams',
      decided('extraRound', { questions: questions('d', 1) }),
      'decider.round.questions',
      'show.config.tooFew',
    ],
    [
      'a decider question of no tier',
      decided('risk', { values: ['10', '20'] }),
      'decider.round.questions.2.points',
      'show.config.notAnOption',
    ],
  ])('%s', (_name, config, path, code) => {
    expect(faults(config)).toContainEqual([path, code]);
  });
});
