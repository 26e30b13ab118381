import type { HostActType } from './command.ts';
import type { Desk } from './desk.ts';

const EVERYBODY = ['takeConsole'] as const;
/** Not "开始", which opens the buzzers: it is the host's word alone (QZ-30). */
const CLOCKS = ['startClock', 'finishAnswer', 'pause', 'resume'] as const;
const SCORES = ['adjust', 'reverse', 'fileProtest'] as const;
/** The jury also stops the show to confer, and deducts (QZ-23). */
const RULINGS = [
  'judge',
  'judgeWord',
  'judgeHits',
  'judgeTeams',
  'settleDeadHeat',
  'voidQuestion',
  'undo',
  'adjust',
  'reverse',
  'fileProtest',
  'ruleProtest',
  'pause',
  'resume',
] as const;

const ACTS: Readonly<Record<Exclude<Desk, 'host' | 'remote'>, readonly HostActType[]>> = {
  timekeeper: [...EVERYBODY, ...CLOCKS],
  scorekeeper: [...EVERYBODY, ...SCORES],
  jury: [...EVERYBODY, ...RULINGS],
};

/** Whether a desk may do this kind of act at all; when it may, is `decide`'s business. */
export const deskMay = (desk: Desk, type: HostActType): boolean =>
  desk === 'host' || desk === 'remote' || ACTS[desk].includes(type);

/** Answers are for those who ask and those who rule. */
export const deskKnows = (desk: Desk): boolean => desk === 'host' || desk === 'remote' || desk === 'jury';

/** What comes next is for those who ask. */
export const deskForesees = (desk: Desk): boolean => desk === 'host' || desk === 'remote';
