import {
  CONFIG_PROBLEMS,
  deciderDefault,
  presets,
  roundDefaults,
  roundVariants,
  validateConfig,
  type ProgrammeRound,
  type QuestionItem,
  type ShowConfig,
} from '@leitai/rules/show';
import { describe, expect, it } from 'vitest';
import { consoleRoundsEn } from '../../../words/consoleRounds.en.ts';
import { consoleRoundsZh } from '../../../words/consoleRounds.zh.ts';
import { consoleShowEn } from '../../../words/consoleShow.en.ts';
import { consoleShowZh } from '../../../words/consoleShow.zh.ts';
import { refusalsEn } from '../../../words/refusals.en.ts';
import { refusalsZh } from '../../../words/refusals.zh.ts';
import { faultsAt, faultsOf, isUnfinished, placeOf, settingFaults } from './configFaults.ts';
import { begun, changed, redone, undone } from './draftHistory.ts';
import { readNumber } from './NumberField.tsx';
import { applied, copied, printedOf, roundFrom, withPreset } from './programme.ts';
import { deciderFields, everyRound, fieldsOf, inForce, type Field } from './roundFields.ts';

const zh: Readonly<Record<string, string>> = { ...consoleShowZh, ...consoleRoundsZh };
const en: Readonly<Record<string, string>> = { ...consoleShowEn, ...consoleRoundsEn };
const kinds = Object.keys(roundDefaults) as (keyof typeof roundDefaults)[];
const teams = [
  { id: 'a', name: '甲' },
  { id: 'b', name: '乙' },
];
const question = (id: string): QuestionItem => ({
  id,
  stem: id,
  answer: '1',
  hits: ['a'],
  words: ['a'],
  items: [{ stem: 'a', answer: 'b' }],
  points: '10',
});
const full = (kind: keyof typeof roundDefaults, change: object = {}): ShowConfig => ({
  ...presets['std-3']('赛', teams, {}),
  rounds: [
    {
      ...roundDefaults[kind],
      questions: Array.from({ length: 6 }, (_, i) => question(`q${i}`)),
      ...change,
    } as unknown as ProgrammeRound,
  ],
});

/** The names of the words that a field asks for. */
function keysOf({ name, ...field }: Field): string[] {
  const key = `round.${name}`;
  switch (field.is) {
    case 'oneOf':
      return [key, ...field.words.map((word) => `${key}.${word}`)];
    case 'secondsOrNone':
    case 'wholeOrNone':
    case 'pointsOrNone':
      return [key, `round.none.${name}`];
    case 'help':
      return [key, ...['allowed', 'void', 'penalty', 'points'].map((one) => `${key}.${one}`)];
    case 'foul':
      return [key, ...['voidAndPenalty', 'twoStrike', 'lockout', 'points'].map((one) => `${key}.${one}`)];
    case 'steal':
      return [
        key,
        ...['points', 'wrongPenalty', 'firstLoses', 'windowSec', 'nobody', 'nothing', 'rightForFirst'].map(
          (one) => `${key}.${one}`,
        ),
      ];
    case 'delay':
      return [key, 'round.minMs', 'round.maxMs'];
    default:
      return [key];
  }
}

describe('words', () => {
  it.each([...Object.entries(fieldsOf), ...Object.entries(deciderFields), ['every', everyRound] as const])(
    'QZ-20 every setting of %s, and every choice in it, has words in both languages',
    (_, fields) => {
      const keys = fields.flatMap(keysOf);
      expect(keys.filter((key) => !zh[key] || !en[key])).toEqual([]);
    },
  );

  it('every kind of round has a name, and every fault of a configuration its words, in both languages', () => {
    expect(kinds.filter((kind) => !zh[`roundKind.${kind}`] || !en[`roundKind.${kind}`])).toEqual([]);
    expect(CONFIG_PROBLEMS.filter((code) => !(code in refusalsZh) || !(code in refusalsEn))).toEqual([]);
  });
});

describe('settings and their faults', () => {
  it.each(kinds)('QZ-20 every setting of %s is offered by the editor', (kind) => {
    const offered = new Set([...fieldsOf[kind], ...everyRound].map(({ name }) => name));
    const own = ['kind', 'id', 'title'];
    expect(
      Object.keys(roundDefaults[kind]).filter((name) => !offered.has(name) && !own.includes(name)),
    ).toEqual([]);
  });

  it.each(kinds)('a wrong value of %s is a fault at its own field, and only there', (kind) => {
    for (const { name, is } of [...fieldsOf[kind], ...everyRound]) {
      const wrong: Readonly<Partial<Record<Field['is'], unknown>>> = {
        points: '十',
        pointsOrNone: '1e3',
        penalty: 'x',
        late: '-1',
        values: ['10', 'x'],
        seconds: Number.NaN,
        secondsOrNone: 2.5,
        whole: 0,
        wholeOrNone: -1,
        wholeOrZero: Number.NaN,
        help: { rule: 'penalty', points: '' },
        foul: { rule: 'twoStrike', points: '' },
        delay: { minMs: 2_000, maxMs: 500 },
        steal: { ...roundVariants['risk-steal'].round.steal, windowSec: Number.NaN },
      };
      if (!(is in wrong)) continue;
      const faults = faultsOf(full(kind, { [name]: wrong[is] })).filter((fault) => !isUnfinished(fault));
      expect(faultsAt(faults, `rounds.0.${name}`), name).not.toEqual([]);
      // Questions may say that they fit no value; no other setting is blamed.
      expect(
        settingFaults(faults, 'rounds.0').filter(({ path }) => !path.startsWith(`rounds.0.${name}`)),
        name,
      ).toEqual([]);
    }
  });

  it('what the server would not take for its size is a fault too', () => {
    expect(faultsOf(full('speed', { timeLimitSec: 86_401 }))).toMatchObject([
      { path: 'rounds.0.timeLimitSec', code: 'show.config.tooMany' },
    ]);
    expect(faultsOf(full('speed', { title: ' ' }))).toMatchObject([
      { path: 'rounds.0.title', code: 'show.config.missing' },
    ]);
    const options = Array.from({ length: 13 }, (_, i) => `${i}`);
    expect(faultsOf(full('speed', { questions: [{ ...question('q'), options }] }))).toMatchObject([
      { path: 'rounds.0.questions.0.options', code: 'show.config.tooMany' },
    ]);
  });

  it('a fault is placed by its round, its setting or the number of its question', () => {
    const config = full('risk');
    const { id, title } = config.rounds[0]!;
    expect(placeOf(config, 'rounds.0.values.1')).toEqual({
      part: id,
      title,
      setting: 'values',
      question: null,
    });
    expect(placeOf(config, 'rounds.0.questions.2.points')).toEqual({
      part: id,
      title,
      setting: null,
      question: 3,
    });
    expect(placeOf(config, 'decider.round.questions').part).toBe('decider');
    expect(placeOf(config, 'baseScore')).toEqual({
      part: 'show',
      title: null,
      setting: 'baseScore',
      question: null,
    });
    const faults = [{ path: 'rounds.10.points', code: 'show.config.notDecimal' }] as const;
    expect(faultsAt(faults, 'rounds.1')).toEqual([]);
  });

  it('a setting without effect is not asked for', () => {
    const names = (change: object) =>
      inForce(full('buzzer', change).rounds[0]!, fieldsOf.buzzer).map(({ name }) => name);
    expect(names({})).not.toContain('failuresToAudience');
    expect(names({})).toContain('foul');
    expect(names({ afterWrong: 'reopen', interruptReading: true })).toContain('failuresToAudience');
    expect(names({ interruptReading: true })).not.toContain('foul');
  });

  it('a number is read as it was typed, and nothing is made of what is none', () => {
    expect(readNumber('１５', false)).toBe(15);
    expect(readNumber(' 2.5', false)).toBe(2.5);
    expect(readNumber('', true)).toBe(null);
    for (const text of ['', '十', '1e3', '5秒', '0x1', '1 2'])
      expect(readNumber(text, false), text).toBeNaN();
  });
});

describe('the programme', () => {
  const config: ShowConfig = {
    ...presets['std-3']('赛', teams, { mandatory: [question('m')], risk: [question('r')] }),
    tableOrder: 'listed',
    stream: '/live.m3u8',
    decider: { rule: 'suddenDeath', round: { ...deciderDefault, questions: [question('d')] } },
  };

  it('QZ-20 every variant can be added beside what is there, and applied with the questions kept', () => {
    for (const { round } of Object.values(roundVariants)) {
      const added = { ...config, rounds: [...config.rounds, roundFrom(round, config)] };
      expect(validateConfig(added).filter((fault) => !isUnfinished(fault))).toEqual([]);
      const { id: _, title: _title, ...settings } = round;
      const before = full(round.kind).rounds[0]!;
      const { id, title, questions } = before;
      expect(applied(before, round)).toEqual({ ...settings, id, title, questions });
    }
  });

  it('what differs from the usual rules is marked in print, of every variant that differs', () => {
    const marked = (name: keyof typeof roundVariants) =>
      printedOf(roundVariants[name].round, config).flatMap(({ line, usual }) => (usual ? [] : [line.zh]));
    expect(marked('mandatory-60s')).toEqual(['读题结束后计时，限时 60 秒']);
    expect(marked('rapid-40s')).toEqual([]);
  });

  it('a copy has the settings under an id of its own, and no questions', () => {
    const copy = copied(config.rounds[0]!, config);
    expect(copy).toEqual({ ...config.rounds[0]!, id: 'mandatory2', questions: [] });
    const two = { ...config, rounds: [...config.rounds, copy] };
    expect(copied(copy, two).id).toBe('mandatory3');
  });

  it('a preset takes over the questions of its kinds, names what leaves, and keeps what is the show’s own', () => {
    const { config: next, kept, lost } = withPreset(config, 'civil-code');
    expect(next.rounds.map(({ kind, questions }) => [kind, questions.length])).toEqual([
      ['mandatory', 1],
      ['buzzer', 0],
      ['audience', 0],
    ]);
    expect(kept.map(({ id }) => id)).toEqual(['mandatory', 'buzzer']);
    expect(lost.map(({ id }) => id)).toEqual(['risk']);
    const { teams: own, tableOrder, decider, stream, order } = next;
    expect({ own, tableOrder, decider, stream, order }).toEqual({
      own: config.teams,
      tableOrder: 'listed',
      decider: config.decider,
      stream: '/live.m3u8',
      order: config.order,
    });
  });
});

describe('taking back', () => {
  const at = { rounds: [{ points: '1', title: 'x' }] };
  const points = (value: string) => ({ rounds: [{ ...at.rounds[0]!, points: value }] });

  it('typing on in one field is one step; another field is another', () => {
    let history = changed(begun(at), points('12'));
    history = changed(history, points('123'));
    history = changed(history, { rounds: [{ points: '123', title: 'y' }] });
    expect(history.past).toHaveLength(2);
    expect(undone(history).now).toEqual(points('123'));
    expect(undone(undone(history)).now).toBe(at);
    expect(redone(redone(undone(undone(history)))).now).toEqual(history.now);
  });

  it('a change after taking back forgets what was taken back; an end is an end', () => {
    const history = changed(undone(changed(begun(at), points('2'))), points('3'));
    expect(history.future).toEqual([]);
    expect(redone(history).now).toEqual(points('3'));
    expect(undone(undone(history)).now).toBe(at);
  });

  it('turning a switch twice is two steps', () => {
    const on = changed(begun({ a: false }), { a: true });
    expect(changed(on, { a: false }).past).toHaveLength(2);
  });
});
