import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { doorOf, Doors } from './doors.ts';

const pace = { address: { burst: 5, perSec: 2 }, house: { burst: 12, perSec: 3 } };
const tries = (doors: Doors, address: string | null, times: number, now: number): number =>
  Array.from({ length: times }, () => doors.enter(address, now)).filter(Boolean).length;

describe('doors', () => {
  it('an address has its burst and then its pace; what it is refused takes nothing from the others', () => {
    const doors = new Doors(pace, 0);
    expect(tries(doors, 'a', 100, 0)).toBe(5);
    expect(tries(doors, 'b', 5, 0)).toBe(5);
    expect(tries(doors, 'a', 100, 1_000)).toBe(2);
    expect(tries(doors, 'c', 100, 1_000)).toBe(3);
  });

  it('all addresses together have the limit of the house; this machine has only that one', () => {
    const doors = new Doors(pace, 0);
    expect(['a', 'b', 'c', 'd'].map((address) => tries(doors, address, 5, 0))).toEqual([5, 5, 2, 0]);
    expect(tries(doors, null, 100, 0)).toBe(0);
    expect(tries(doors, null, 100, 1_000)).toBe(3);
    expect(tries(new Doors(pace, 0), null, 100, 0)).toBe(12);
  });

  it('a hall of 600 behind one address comes in at once', () => {
    expect(tries(new Doors(undefined, 0), '203.0.113.5', 600, 0)).toBe(600);
  });

  it('quiet addresses are forgotten, however many have come', () => {
    const wide = new Doors({ address: { burst: 1, perSec: 1 }, house: { burst: 1e6, perSec: 1e6 } }, 0);
    for (let i = 0; i < 10_000; i += 1) wide.enter(`10.0.${i >> 8}.${i & 255}`, 0);
    expect(tries(wide, '192.0.2.1', 3, 0)).toBe(3);
    expect(tries(wide, '192.0.2.1', 3, 5_000)).toBe(1);
  });

  it('counted by address; by the network of an IPv6 one; by what a proxy on this machine says last', () => {
    const door = (remoteAddress: string, forwarded?: string) =>
      doorOf({
        socket: { remoteAddress },
        headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
      } as unknown as IncomingMessage);
    expect(door('203.0.113.5')).toBe('203.0.113.5');
    expect(door('::ffff:203.0.113.5')).toBe('203.0.113.5');
    expect(door('203.0.113.5', '198.51.100.1')).toBe('203.0.113.5');
    expect(door('2001:db8:1:2:aaaa::1')).toBe(door('2001:0db8:0001:0002:bbbb:0:0:9'));
    expect(door('2001:db8::1')).toBe('2001:db8:0:0');
    expect(door('2001:db8:1:3::1')).not.toBe(door('2001:db8:1:2::1'));
    expect(door('fe80::1%eth0')).toBe('fe80:0:0:0');
    expect(door('127.0.0.1')).toBeNull();
    expect(door('::1', ' , 127.0.0.1')).toBeNull();
    expect(door('::ffff:127.0.0.1', '192.0.2.1, 198.51.100.7')).toBe('198.51.100.7');
  });
});
