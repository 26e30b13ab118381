import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const text = readFileSync(new URL('../../../docs/bad-input.md', import.meta.url), 'utf8');
const rows = text
  .split('\n')
  .filter((line) => line.startsWith('|') && !/^\| input|^\|-/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, input, refusal, test]) => ({ input: input!, refusal: refusal!, test: test! }));

it.each(rows)('docs/bad-input.md: $input', ({ refusal, test }) => {
  const [, path, title] = /^`([\w./]+)` (.+)$/.exec(test)!;
  const source = readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8').replaceAll("\\'", "'");
  expect(source).toContain(title);
  for (const [, code] of refusal.matchAll(/`([\w.]+)`/g))
    expect(source).toMatch(new RegExp(`['":]${code}\\b`));
});

it('has a row for everything', () => expect(rows.length).toBeGreaterThan(45));
