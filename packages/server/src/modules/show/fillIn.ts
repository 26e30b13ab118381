import { randomBytes } from 'node:crypto';
import type { PressTiming } from '@leitai/rules/show';
import type { LiveSocket } from '../../platform/sockets/liveSocket.ts';

/** Hex; every draw can be done again from it. */
export const newSeed = (): string => randomBytes(16).toString('hex');

/** No console may look for a seed that suits it. */
const SEEDED: readonly string[] = ['openBuzzers', 'finish'];

/** What an act needs that no client may be trusted with, or need not know. */
export function fillIn<A extends { readonly type: string; readonly seed?: string }>(act: A): A {
  if (SEEDED.includes(act.type)) return { ...act, seed: newSeed() };
  return act.type === 'drawTables' ? { ...act, seed: act.seed ?? newSeed() } : act;
}

/** QZ-33: of the moment only what the client claims, of its line only what the server measured. */
export const timingOf = (claimed: unknown, via: string, socket: LiveSocket | null): PressTiming => ({
  claimedAt: typeof claimed === 'number' && Number.isFinite(claimed) ? claimed : null,
  roundTripMs: tenth(socket?.roundTrip?.bestMs ?? null),
  via,
});

/** Finer figures would say more than is measured. */
export const tenth = (ms: number | null): number | null => (ms === null ? null : Math.round(ms * 10) / 10);
