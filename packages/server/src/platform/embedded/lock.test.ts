import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { StartFault } from '../fault.ts';
import { holderOf, lockFolder } from './lock.ts';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'leitai-lock-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const holding = (): Promise<{ pid: number; kill: () => Promise<unknown> }> => {
  const script = `
    const { lockFolder } = await import(${JSON.stringify(new URL('./lock.ts', import.meta.url).href)});
    lockFolder(${JSON.stringify(folder)});
    console.log('held');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const kill = (): Promise<unknown> => {
    child.kill('SIGKILL');
    return once(child, 'exit');
  };
  return once(child.stdout, 'data').then(() => ({ pid: child.pid!, kill }));
};

it('two on one data folder: the second is told who runs there', async () => {
  const other = await holding();
  expect(holderOf(folder)).toBe(other.pid);
  expect(() => lockFolder(folder)).toThrow(StartFault);
  expect(() => lockFolder(folder)).toThrow(new RegExp(`process ${other.pid}`));
  await other.kill();
  expect(holderOf(folder)).toBeNull();
  const release = lockFolder(folder);
  expect(holderOf(folder)).toBe(process.pid);
  release();
  expect(readdirSync(folder)).toEqual([]);
});

it('a number that another process has now is not the one that locked', () => {
  writeFileSync(
    join(folder, 'leitai.lock'),
    JSON.stringify({ pid: process.pid, birth: 'an earlier boot/1' }),
  );
  expect(holderOf(folder)).toBe(process.platform === 'linux' ? null : process.pid);
  if (process.platform === 'linux') lockFolder(folder)();
});

it('a lock file that holds nothing is set aside', () => {
  writeFileSync(join(folder, 'leitai.lock'), '');
  lockFolder(folder)();
  expect(readdirSync(folder)).toEqual([]);
});
