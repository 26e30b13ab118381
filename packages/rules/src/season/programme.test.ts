import { expect, it } from 'vitest';
import { validateProgramme, type Programme } from './index.ts';

const programme: Programme = {
  theme: '当好主人翁 建功新时代',
  targets: { contests: 200, workers: 2_000_000 },
  fields: ['a', 'b', 'c', 'd'].map((code) => ({
    code,
    name: `领域${code}`,
    short: code,
    directions: [1, 2, 3].map((n) =>
      n === 3
        ? { code: `${code}${n}`, name: null, toFill: true }
        : { code: `${code}${n}`, name: `方向${code}${n}` },
    ),
  })),
};

it('PG-01 four fields with twelve directions, some still to name, are in order', () => {
  expect(programme.fields.flatMap(({ directions }) => directions)).toHaveLength(12);
  expect(validateProgramme(programme)).toEqual([]);
});

it('PG-01 codes are unique in the whole programme; a missing name is named', () => {
  const [first, ...rest] = programme.fields;
  const broken: Programme = {
    ...programme,
    targets: { contests: -1, workers: 1.5 },
    fields: [{ ...first!, directions: [{ code: 'b1', name: null }] }, ...rest, { ...first!, directions: [] }],
  };
  expect(validateProgramme(broken)).toEqual([
    { field: 'targets.contests', code: 'outOfRange' },
    { field: 'targets.workers', code: 'outOfRange' },
    { field: 'fields[0].directions[0].name', code: 'required' },
    { field: 'fields[4].code', code: 'duplicate' },
    { field: 'fields[1].directions[0].code', code: 'duplicate' },
  ]);
});
