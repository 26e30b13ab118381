import { Closed, Text } from '@leitai/contract';
import type { Result } from '@leitai/rules';
import { Type } from 'typebox';
import { compile, readAct } from './acts.ts';

/** Cheers that one command may bring: a thumb's taps of a second. */
export const MOST_CHEERS = 20;

/** What a phone of the audience may send. */
export type GuestAct =
  /** `id` of the question or poll, `choice` the index of the option; the last one before the stop counts. */
  | { readonly type: 'crowdAnswer'; readonly id: string; readonly choice: number }
  | { readonly type: 'cheer'; readonly team: string; readonly count?: number };

const acts = compile(
  [
    Closed({
      type: Type.Literal('crowdAnswer'),
      id: Text(64),
      choice: Type.Integer({ minimum: 0, maximum: 99 }),
    }),
    Closed({
      type: Type.Literal('cheer'),
      team: Text(64),
      count: Type.Optional(Type.Integer({ minimum: 1, maximum: MOST_CHEERS })),
    }),
  ],
  {},
);

/** Everything else is for others to do. */
export const isGuestAct = ({ type }: Record<string, unknown>): boolean =>
  typeof type === 'string' && acts.has(type);

export const readGuestAct = (command: Record<string, unknown>): Result<GuestAct> => readAct(acts, command);
