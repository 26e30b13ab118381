import type { Arguments, FlagTable } from '../platform/config.ts';

/** One `leitai` command: a file of this folder, named like it. */
export interface Command {
  /** Words after the command, for the help and for what is missing: `['FILE']`. */
  readonly words: readonly string[];
  readonly flags: FlagTable;
  /** Answers the exit code. */
  run(given: Arguments): Promise<number>;
}

/** A line for the person at the keyboard. */
export const say = (line: string): void => console.log(line);

export const counted = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
