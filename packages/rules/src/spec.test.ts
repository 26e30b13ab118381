import { existsSync, globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const here = import.meta.dirname;
const spec = readFileSync(`${here}/../SPEC.md`, 'utf8');
const rules = spec.split('\n').filter((line) => line.startsWith('- '));

const idsIn = (text: string): string[] => text.match(/\b(?:SK|OQ|SE|PF|DP|PG|QZ)-\d[0-9A-Z]{1,2}\b/g) ?? [];

/** A test's name: the string first in its brackets, with more arguments after it. */
const NAME = /\(\s*(?:'([^'\n]*)'|"([^"\n]*)"|`([^`]*)`)\s*,/g;
const named = globSync('**/*.test.ts', { cwd: here }).flatMap((file) =>
  [...readFileSync(`${here}/${file}`, 'utf8').matchAll(NAME)].flatMap((name) =>
    idsIn(name.slice(1).join('')).map((id) => ({ id, file })),
  ),
);
const cited = new Set(idsIn(rules.join('\n')));

it('every rulebook id of SPEC.md stands in the name of a test', () => {
  const tested = new Set(named.map(({ id }) => id));
  expect([...cited].filter((id) => !tested.has(id))).toEqual([]);
});

it('every rulebook id in the name of a test stands in SPEC.md', () => {
  expect(named.filter(({ id }) => !cited.has(id)).map(({ id, file }) => `${id} in ${file}`)).toEqual([]);
});

it('every rule of SPEC.md has its own number, an id and a file that is there', () => {
  const numbers = rules.map((line) => /^- (R-[a-z]+-\d+) /.exec(line)?.[1]);
  expect(numbers).not.toContain(undefined);
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(rules.filter((line) => idsIn(line).length === 0)).toEqual([]);
  const files = rules.map((line) => /`([a-zA-Z/]+\.ts)`$/.exec(line)?.[1] ?? line);
  expect(files.filter((file) => !existsSync(`${here}/${file}`))).toEqual([]);
});
