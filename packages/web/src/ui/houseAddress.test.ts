import { describe, expect, it } from 'vitest';
import { houseAddress } from './houseAddress.ts';

describe('the address phones reach the house by', () => {
  const local = 'http://127.0.0.1:8080';
  const lan = 'http://192.168.1.20:8080';
  const at = (origin: string, typed: string | null, ...addresses: string[]) =>
    houseAddress({ origin, typed, addresses });

  it('is the one the page was opened by, when others can use it too', () => {
    expect(at('http://10.0.0.5:8080', lan, lan)).toBe('http://10.0.0.5:8080');
  });

  it('on the machine itself is the first the house knows, or what was typed', () => {
    for (const origin of [local, 'http://localhost:8080', 'http://[::1]:8080'])
      expect(at(origin, null, lan, 'http://10.0.0.5:8080')).toBe(lan);
    expect(at(local, 'http://10.0.0.5:8080', lan, 'http://10.0.0.5:8080')).toBe('http://10.0.0.5:8080');
    expect(at(local, 'https://sai.example', lan)).toBe('https://sai.example');
    expect(at(local, null)).toBe(local);
  });

  it('is not the number of another hall’s network, nor a name for this machine', () => {
    expect(at(local, 'http://192.168.7.7:8080', lan)).toBe(lan);
    expect(at(local, 'http://192.168.7.7:8080')).toBe('http://192.168.7.7:8080');
    for (const typed of [local, '']) expect(at(local, typed, lan)).toBe(lan);
  });
});
