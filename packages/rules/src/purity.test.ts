import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const IMPURE = [
  /\bDate\.now\b/,
  /\bnew Date\b/,
  /\bDate\.(?:UTC|parse)\(/,
  /\bMath\.random\b/,
  /\bperformance\.now\b/,
  /\bset(?:Timeout|Interval)\(/,
  /\bfetch\(/,
  /\bprocess\.\w/,
  /['"]node:/,
  /\bparseFloat\b/,
  /\.toFixed\(/,
];

/** Files that may, and what for. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  /** Civil dates, from times that come in as data. */
  'kernel/civil.ts': ['new Date', 'Date.UTC('],
  /** decimal.js's own, exact. */
  'kernel/decimal.ts': ['.toFixed('],
};

it('rules read no clock, no chance, no network, no process and no floats', () => {
  const files = globSync('**/*.ts', { cwd: import.meta.dirname }).filter(
    (file) => !file.endsWith('.test.ts'),
  );
  expect(files.length).toBeGreaterThan(30);
  const found = files.flatMap((file) => {
    const text = readFileSync(`${import.meta.dirname}/${file}`, 'utf8');
    return IMPURE.flatMap((pattern) => pattern.exec(text)?.[0] ?? [])
      .filter((word) => !(ALLOWED[file] ?? []).includes(word))
      .map((word) => `${word} in ${file}`);
  });
  expect(found).toEqual([]);
});
