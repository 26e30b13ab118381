import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';
import { Bucket, type Pace } from './bucket.ts';

export interface DoorPace {
  /** A hall of six hundred comes in through one address, and once more after a power cut. */
  readonly address: Pace;
  readonly house: Pace;
}

export const DOOR_PACE: DoorPace = {
  address: { burst: 1_000, perSec: 200 },
  house: { burst: 6_000, perSec: 2_000 },
};

/** Beyond it the addresses that have been quiet are forgotten; if none has, newcomers have only the house's limit. */
const MOST_ADDRESSES = 10_000;

/** How many may open a socket: of one address, and of all together. Looked at before anything else is done for them. */
export class Doors {
  readonly #pace: DoorPace;
  readonly #house: Bucket;
  readonly #addresses = new Map<string, Bucket>();
  #sweptAt = Number.NEGATIVE_INFINITY;

  constructor(pace: DoorPace = DOOR_PACE, now = performance.now()) {
    this.#pace = pace;
    this.#house = new Bucket(pace.house, now);
  }

  /** `null`: a program on this machine, which only the limit of the house concerns. */
  enter(address: string | null, now = performance.now()): boolean {
    // An address that may not enter takes nothing from the others.
    return (address === null || this.#of(address, now)?.take(now) !== false) && this.#house.take(now);
  }

  #of(address: string, now: number): Bucket | undefined {
    const known = this.#addresses.get(address);
    if (known !== undefined) return known;
    if (this.#addresses.size >= MOST_ADDRESSES && now - this.#sweptAt > 1_000) {
      this.#sweptAt = now;
      for (const [each, bucket] of this.#addresses) if (bucket.full(now)) this.#addresses.delete(each);
    }
    if (this.#addresses.size >= MOST_ADDRESSES) return undefined;
    const bucket = new Bucket(this.#pace.address, now);
    this.#addresses.set(address, bucket);
    return bucket;
  }
}

const LOOPBACK = /^(::1$|(::ffff:)?127\.)/;

export const isLoopback = (address: string | undefined): boolean => LOOPBACK.test(address ?? '');

/**
 * Where a socket comes from, to be counted by: of IPv6 the network (/64), since one phone has as many addresses as it
 * likes. A proxy on this machine says whom it stands for, in its last word; `null`: this machine itself.
 */
export function doorOf({ socket, headers }: IncomingMessage): string | null {
  let address = socket.remoteAddress ?? '';
  if (isLoopback(address)) {
    const forwarded = String(headers['x-forwarded-for'] ?? '').split(',');
    address = forwarded.map((each) => each.trim()).findLast((each) => each !== '' && !isLoopback(each)) ?? '';
    if (address === '') return null;
  }
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  return isIPv6(plain) ? network(plain) : plain;
}

/** The first four groups of an IPv6 address. */
function network(address: string): string {
  const [head = '', tail] = address.toLowerCase().split('%', 1)[0]!.split('::');
  const groups = head === '' ? [] : head.split(':');
  const rest = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : 8 - groups.length - rest.length;
  const all = [...groups, ...Array<string>(Math.max(0, zeros)).fill('0'), ...rest];
  return all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
