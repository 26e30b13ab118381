import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { verifyRecord, type ContestRecord, type Verification } from '../modules/record/index.ts';
import { StartFault } from '../platform/fault.ts';
import { fromCaller } from './caller.ts';
import { say, type Command } from './command.ts';
import { reasonOf } from './house.ts';

/** Computes a contest again from its record: no server, no database. Exit code 1 when something does not come out. */
export const command: Command = {
  words: ['FILE'],
  flags: {},
  run: async ({ words }) => {
    const file = resolve(fromCaller(), words[0]!);
    const { ok, checks } = read(file);
    for (const check of checks) say(`${check.ok ? '✓' : '✗'} ${check.name}: ${check.detail}`);
    say(ok ? 'Everything comes out as recorded. 复算一致。' : 'The record does not come out. 复算不一致。');
    return ok ? 0 : 1;
  },
};

function read(file: string): Verification {
  try {
    return verifyRecord(JSON.parse(readFileSync(file, 'utf8')) as ContestRecord);
  } catch (error) {
    throw new StartFault('fileUnreadable', { file, why: reasonOf(error) });
  }
}
