import { expect, it } from 'vitest';
import { draw, type Mark } from '../standings/index.ts';
import { resultRows, resultRuleOf, templates, type ContestSettings, type StageField } from './index.ts';

const { settings } = templates.find(({ code }) => code === 'skill-contest')!;
const mark = (entry: string, score: string): Mark => ({
  entry,
  entrant: null,
  score,
  elapsedMs: null,
  decider: null,
  status: 'scored',
});
const field = (scores: Record<string, string>): StageField => ({
  marks: Object.entries(scores).map(([entry, score]) => mark(entry, score)),
  entries: Object.keys(scores),
});
const theory = field({ a: '80', b: '60', c: '80', d: '50', e: '50' });
const stage = field({ a: '100', b: '150', c: '100' });
const rows = (of: ContestSettings, lots: string | null = null) => {
  const result = resultRows(of, [theory, stage], lots === null ? null : draw(theory.entries, lots));
  if (!result.ok) return result.refusal;
  return result.value.map((one) => one.map(({ entry, place, total }) => [entry, place, total].join(' ')));
};

it('SK-31 SK-32 the exam before counts in the final; who went out keeps the place of the exam', () => {
  expect(rows(settings)).toEqual([
    ['a 1 80.00', 'c 1 80.00', 'b 3 60.00', 'd 4 50.00', 'e 4 50.00'],
    ['b 1 70.50', 'a 2 59.00', 'c 2 59.00'],
  ]);
});

it('SK-31 settings that do not name a result mean the last stage alone', () => {
  const { result: _, sharedPlaces: __, recheck: ___, ...old } = settings;
  expect(resultRuleOf(old)).toEqual({ from: 'lastStage' });
  expect(rows(old)).toEqual([
    ['a 1 80.00', 'c 1 80.00', 'b 3 60.00', 'd 4 50.00', 'e 4 50.00'],
    ['b 1 150', 'a 2 100', 'c 2 100'],
  ]);
});

it('SK-73 without shared places lots decide in the final and among those who went out before it', () => {
  const single = { ...settings, sharedPlaces: false };
  expect(rows(single)).toEqual({
    code: 'result.tieUndecided',
    facts: { place: 4, entries: ['d', 'e'] },
  });
  const [first, last] = rows(single, 'seed') as string[][];
  const order = draw(theory.entries, 'seed').order;
  const byLot = (...ids: string[]) => ids.sort((x, y) => order.indexOf(x) - order.indexOf(y));
  expect(last!.map((line) => line.slice(0, 3))).toEqual([
    'b 1',
    ...byLot('a', 'c').map((id, i) => `${id} ${i + 2}`),
  ]);
  expect(first!.slice(3).map((line) => line.slice(0, 3))).toEqual(
    byLot('d', 'e').map((id, i) => `${id} ${i + 4}`),
  );
});
