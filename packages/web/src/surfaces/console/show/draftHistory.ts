/** A draft and the way to it: what was before, what was taken back. */
export interface History<T> {
  readonly past: readonly T[];
  readonly now: T;
  readonly future: readonly T[];
  /** Where the last change was made: typing on in one field is one step. */
  readonly at: string | null;
}

const LONGEST = 100;

export const begun = <T>(now: T): History<T> => ({ past: [], now, future: [], at: null });

export function changed<T>(history: History<T>, next: T): History<T> {
  const at = placeOfChange(history.now, next);
  const goesOn = at !== null && at === history.at;
  return {
    past: goesOn ? history.past : [...history.past, history.now].slice(-LONGEST),
    now: next,
    future: [],
    at,
  };
}

export function undone<T>({ past, now, future }: History<T>): History<T> {
  const before = past.at(-1);
  return before === undefined
    ? { past, now, future, at: null }
    : { past: past.slice(0, -1), now: before, future: [now, ...future], at: null };
}

export function redone<T>({ past, now, future }: History<T>): History<T> {
  const [next, ...rest] = future;
  return next === undefined
    ? { past, now, future, at: null }
    : { past: [...past, now], now: next, future: rest, at: null };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Path of the one text or number that differs; `null` when more has changed than that. */
function placeOfChange(a: unknown, b: unknown): string | null {
  const isText = (value: unknown) => typeof value === 'string' || typeof value === 'number';
  if (!isRecord(a) || !isRecord(b)) return isText(a) && isText(b) ? '' : null;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  const differ = [...keys].filter((key) => !Object.is(a[key], b[key]));
  if (differ.length !== 1) return null;
  const [key] = differ;
  const deeper = placeOfChange(a[key!], b[key!]);
  return deeper === null ? null : `${key}.${deeper}`;
}
