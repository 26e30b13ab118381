import type { Ack } from '../../live/socket.ts';
import { askedKey, type Asking } from './crowdFace.ts';

/** What this phone has answered: `sending` until the server has stored it, `kept` from then on. */
export interface Mind {
  /** `askedKey` of what it answered. */
  readonly asked: string;
  readonly choice: number;
  /** 1 for the first tap on this question, 2 when it changed its mind … */
  readonly no: number;
  readonly state: 'sending' | 'kept' | 'refused';
  /** The choice that is stored meanwhile, and counts until a later one is. */
  readonly stored: number | null;
  /** Why the last choice was not taken. */
  readonly code: string | null;
}

/** The thumb has chosen. */
export function choose(mind: Mind | null, asking: Asking, choice: number): Mind {
  const asked = askedKey(asking);
  const same = mind?.asked === asked ? mind : null;
  return {
    asked,
    choice,
    no: (same?.no ?? 0) + 1,
    state: 'sending',
    stored: same?.stored ?? null,
    code: null,
  };
}

/** The server has said what became of a choice. */
export function acknowledged(mind: Mind | null, of: Mind, ack: Ack): Mind | null {
  if (mind === null || mind.asked !== of.asked) return mind;
  const stored = ack.ok ? of.choice : mind.stored;
  if (mind.no !== of.no) return { ...mind, stored };
  if (ack.ok) return { ...mind, state: 'kept', stored };
  const { code } = ack;
  // What was stored before still counts, so that is what the phone shows.
  return stored === null
    ? { ...mind, state: 'refused', code }
    : { ...mind, choice: stored, state: 'kept', code };
}

/** Which option counts of it. */
export const countedChoice = (mind: Mind | null, asked: string): number | null =>
  mind?.asked === asked ? mind.stored : null;

/** As it was kept; a page that was closed while sending does not know, and may choose again. */
export function readMind(text: string | null): Mind | null {
  try {
    const mind = JSON.parse(text ?? 'null') as Mind | null;
    return mind === null || mind.stored === null ? null : { ...mind, choice: mind.stored, state: 'kept' };
  } catch {
    return null;
  }
}
