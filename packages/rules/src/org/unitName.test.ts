import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { normaliseUnitName, resolveUnit, unitIndex, type NamedUnit } from './index.ts';

const units: NamedUnit[] = [
  {
    id: 'u1',
    name: '中国东方航空股份有限公司北京分公司',
    short: '东航北京',
    aliases: ['东航(北京)', 'CEAIR Beijing'],
  },
  { id: 'u2', name: '北京首钢矿业有限公司工会', short: '首钢矿业', aliases: ['矿业公司'] },
  { id: 'u3', name: '朝外街道总工会', short: '朝外', aliases: ['矿业公司'] },
  { id: 'u4', name: '首钢', short: '首钢集团', aliases: [] },
  { id: 'u5', name: '首钢集团有限公司', short: '首钢', aliases: [] },
];
const index = unitIndex(units);

it('PF-31 writings of one name come to the same', () => {
  const written = ['东航（北京）', '东航【北京】', ' 东航 ( 北京 ) ', '东航〔北京〕\u3000'];
  expect(new Set(written.map(normaliseUnitName))).toEqual(new Set(['东航(北京)']));
  for (const name of [...written, 'ｃｅａｉｒ　beijing'])
    expect(resolveUnit(name, index)).toEqual({ kind: 'found', id: 'u1' });
});

it('PF-31 a name of several units is never guessed', () => {
  expect(resolveUnit('矿业公司', index)).toEqual({ kind: 'ambiguous', ids: ['u2', 'u3'] });
});

it('PF-31 an official name goes before the short name of another', () => {
  expect(resolveUnit('首钢', index)).toEqual({ kind: 'found', id: 'u4' });
});

it('PF-31 an unknown name gets the nearest, three at most, and an empty one none', () => {
  const near = resolveUnit('东方航空北京分公司', index);
  expect(near).toMatchObject({ kind: 'unknown' });
  expect(near.kind === 'unknown' && near.suggestions[0]).toBe('u1');
  expect(resolveUnit('  ', index)).toEqual({ kind: 'unknown', suggestions: [] });
  const all = resolveUnit('首钢矿业工会公司东航朝外', index);
  expect(all.kind === 'unknown' && all.suggestions.length).toBe(3);
});

it('PF-31 every name of the registry finds its unit or says it is shared', () => {
  const name = fc.string({
    unit: fc.constantFrom('北', '京', '总', '工', '会', 'A', ' '),
    minLength: 1,
    maxLength: 5,
  });
  const registry = fc.uniqueArray(fc.record({ name, short: name }), { maxLength: 20 });
  fc.assert(
    fc.property(registry, (rows) => {
      const own = rows.map((row, i): NamedUnit => ({ ...row, id: `u${i}`, aliases: [] }));
      const built = unitIndex(own);
      for (const unit of own.filter((u) => normaliseUnitName(u.name) !== '')) {
        const match = resolveUnit(unit.name, built);
        if (match.kind === 'found') expect(match.id).toBe(unit.id);
        else expect(match.kind === 'ambiguous' && match.ids.includes(unit.id)).toBe(true);
      }
    }),
    { seed: 31, numRuns: 200 },
  );
});
