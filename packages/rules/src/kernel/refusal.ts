/**
 * A refusal is a value, not an exception: a code that the web app has words for, and the facts those words need.
 * Rules return it, HTTP turns it into problem+json (RFC 9457), sockets into an `ack`.
 */
export interface Refusal<Code extends string = string> {
  readonly code: Code;
  /** Plain JSON facts, e.g. `{ lockedAt: 1700000000000 }`. Never secrets. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

export type Result<T, Code extends string = string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal<Code> };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const refuse = <Code extends string>(
  code: Code,
  facts?: Readonly<Record<string, unknown>>,
): { readonly ok: false; readonly refusal: Refusal<Code> } => ({
  ok: false,
  refusal: facts === undefined ? { code } : { code, facts },
});

/** The end of every exhaustive switch: the compiler names each place that forgot a case. */
export function never(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}
