import type { DeciderRound, ProgrammeRound } from '@leitai/rules/show';

interface Named {
  readonly name: string;
  /** Another setting and its value without which this one has no effect. */
  readonly onlyIf?: readonly [name: string, value: unknown];
}

/** What an input of a setting is given. */
export interface FieldProps<T = unknown> {
  readonly value: T;
  readonly disabled: boolean;
  readonly set: (value: T) => void;
}

export type Field =
  | (Named & {
      readonly is:
        | 'points'
        | 'pointsOrNone'
        | 'penalty'
        | 'late'
        | 'seconds'
        | 'secondsOrNone'
        | 'whole'
        | 'wholeOrZero'
        | 'wholeOrNone'
        | 'yesNo'
        | 'values'
        | 'help'
        | 'foul'
        | 'steal'
        | 'delay';
    })
  | (Named & { readonly is: 'oneOf'; readonly words: readonly string[] });

const seconds = { name: 'timeLimitSec', is: 'seconds' } as const;
const points = { name: 'points', is: 'points' } as const;
const perTeam = { name: 'turnsPerTeam', is: 'whole' } as const;
const values = { name: 'values', is: 'values' } as const;
const choose = { name: 'chooseSec', is: 'secondsOrNone' } as const;
const order = { name: 'turnOrder', is: 'oneOf', words: ['seatBySeat', 'teamByTeam'] } as const;
const window = { name: 'pressWindowSec', is: 'secondsOrNone' } as const;
const delay = { name: 'startDelay', is: 'delay' } as const;

const spoken: readonly Field[] = [
  seconds,
  { name: 'beginWithinSec', is: 'secondsOrNone' },
  { name: 'wrongPenalty', is: 'penalty' },
  { name: 'latePenalty', is: 'late' },
  { name: 'help', is: 'help' },
];
const turns: readonly Field[] = [
  perTeam,
  ...spoken,
  { name: 'steal', is: 'steal' },
  { name: 'audienceOnFail', is: 'yesNo' },
];
const together: readonly Field[] = [seconds, { name: 'wrongIsOut', is: 'yesNo' }];

/** The settings of each kind of round, in the order in which an organiser thinks of them. */
export const fieldsOf: Readonly<Record<ProgrammeRound['kind'], readonly Field[]>> = {
  mandatory: [points, { name: 'seats', is: 'wholeOrNone' }, order, ...turns],
  teamMandatory: [points, order, ...turns],
  video: [{ name: 'perHit', is: 'points' }, seconds, perTeam],
  charades: [
    { name: 'perWord', is: 'points' },
    seconds,
    { name: 'passes', is: 'wholeOrZero' },
    perTeam,
    { name: 'wordsOn', is: 'oneOf', words: ['screen', 'host'] },
  ],
  rapid: [{ name: 'perItem', is: 'points' }, { name: 'wrongPenalty', is: 'points' }, seconds, perTeam],
  buzzer: [
    points,
    window,
    ...spoken,
    { name: 'interruptReading', is: 'yesNo' },
    { name: 'foul', is: 'foul', onlyIf: ['interruptReading', false] },
    { ...delay, onlyIf: ['interruptReading', false] },
    { name: 'nobody', is: 'oneOf', words: ['audience', 'void'] },
    { name: 'afterWrong', is: 'oneOf', words: ['reopen', 'audience', 'void'] },
    { name: 'failuresToAudience', is: 'wholeOrNone', onlyIf: ['afterWrong', 'reopen'] },
    { name: 'mediaOnBuzz', is: 'oneOf', words: ['pause', 'goOn'] },
  ],
  risk: [
    values,
    { name: 'order', is: 'oneOf', words: ['highFirst', 'lowFirst', 'table'] },
    { name: 'declineAllowed', is: 'yesNo' },
    choose,
    ...turns,
  ],
  assigned: [values, { name: 'askerGains', is: 'yesNo' }, choose, ...turns],
  cardRaise: [points, { name: 'wrongPenalty', is: 'penalty' }, ...together],
  estimate: [points, { name: 'exactBonus', is: 'points' }, ...together],
  speed: [points, { name: 'floorPoints', is: 'points' }, { name: 'wrongPenalty', is: 'points' }, ...together],
  wager: [{ name: 'most', is: 'pointsOrNone' }, { name: 'stakeSec', is: 'secondsOrNone' }, ...together],
  audience: [{ name: 'timeLimitSec', is: 'secondsOrNone' }],
};

/** What every round of the programme has besides. */
export const everyRound: readonly Field[] = [
  { name: 'practice', is: 'yesNo' },
  { name: 'eliminate', is: 'wholeOrZero' },
];

/** The settings that a decider uses, by its rule. */
export const deciderFields: Readonly<Record<'suddenDeath' | 'extraRound' | 'risk', readonly Field[]>> = {
  suddenDeath: [seconds, window, { name: 'foul', is: 'oneOf', words: ['void', 'lockout'] }, delay],
  extraRound: [points, perTeam, seconds],
  risk: [values, seconds],
};

export type AnyRound = ProgrammeRound | DeciderRound;

/** Fields that say something about this round as it now is. */
export const inForce = (round: AnyRound, fields: readonly Field[]): readonly Field[] => {
  const values = round as unknown as Readonly<Record<string, unknown>>;
  return fields.filter(({ onlyIf }) => onlyIf === undefined || values[onlyIf[0]] === onlyIf[1]);
};
