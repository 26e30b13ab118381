import { fewUnits, testHouse, type TestHouse } from '@leitai/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readBanks } from '../bank/index.ts';
import { importBank } from './index.ts';

const FILE = new URL('../../../../../examples/beijing-2025/banks/civil-code.yaml', import.meta.url).pathname;

let test: TestHouse;
beforeAll(async () => {
  test = await testHouse();
  await fewUnits(test);
});
afterAll(() => test.close());

it('a single bank is published for a unit and those below it, once', async () => {
  const { platform } = test.house;
  await expect(importBank(platform, FILE, 'nobody')).rejects.toThrow('no unit nobody');
  expect(await importBank(platform, FILE, 'a')).toBeGreaterThanOrEqual(120);
  expect(Object.keys(await readBanks(platform.db, ['civil-code'], '/r/a/x/'))).toEqual(['civil-code']);
  expect(await readBanks(platform.db, ['civil-code'], '/r/b/')).toEqual({});
  await expect(importBank(platform, FILE, 'a')).rejects.toThrow('is taken');
  await expect(importBank(platform, `${FILE}.missing`, 'a')).rejects.toThrow('is missing');
});
