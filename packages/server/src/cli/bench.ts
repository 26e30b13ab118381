import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT } from '../platform/embedded/dataFolder.ts';
import { StartFault } from '../platform/fault.ts';
import type { Command } from './command.ts';

const FOLDER = join(CHECKOUT, 'bench');

/** Runs `bench/NAME.ts`, which prints one JSON line a figure. */
export const command: Command = {
  words: ['NAME'],
  flags: {},
  run: async ({ words }) => {
    const names = existsSync(FOLDER)
      ? readdirSync(FOLDER)
          .filter((file) => file.endsWith('.ts'))
          .map((file) => file.slice(0, -3))
      : [];
    const name = words[0]!;
    if (!names.includes(name)) {
      throw new StartFault('usage', {
        text: `There is no bench ${name}; these exist: ${names.join(', ') || 'none'}.`,
        chinese: `没有名为 ${name} 的测量；现有：${names.join('、') || '无'}。`,
      });
    }
    const child = spawn(process.execPath, [join(FOLDER, `${name}.ts`)], { stdio: 'inherit', cwd: CHECKOUT });
    const [code] = (await once(child, 'close')) as [number | null];
    return code ?? 1;
  },
};
