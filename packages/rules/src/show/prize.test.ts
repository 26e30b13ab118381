import { describe, expect, it } from 'vitest';
import { checkPrize, prizeText, prizeWinners, rightOption } from './prize.ts';

/** The digest itself is the caller's: any text that differs with its argument will do here. */
const sha256 = (text: string): string => `digest of ${text}`;

describe('prize draw', () => {
  const codes = ['7KQ4M', 'ABCDE', '23456', 'ZZZZZ', 'HJKMN'];
  const seed = 'a seed for tests';
  const winners = prizeWinners(codes, seed, 2);
  const prize = { seed, of: 5, digest: sha256(prizeText(codes)), winners };

  it('SK-41 the order in which the codes came and doubled ones decide nothing; the seed does', () => {
    expect(winners).toHaveLength(2);
    expect(prizeWinners([...codes.toReversed(), 'ABCDE'], seed, 2)).toEqual(winners);
    const others = Array.from({ length: 20 }, (_, i) => prizeWinners(codes, `seed ${i}`, 2).join());
    expect(new Set(others).size).toBeGreaterThan(5);
    expect(prizeWinners(codes, seed, 9).toSorted()).toEqual(codes.toSorted());
  });

  it('SK-41 a record is verified by drawing again; a changed code, seed, number or winner is found', () => {
    expect(checkPrize(prize, codes.toReversed(), sha256)).toEqual([]);
    expect(checkPrize(prize, codes.slice(1), sha256)).toContain('of');
    expect(checkPrize(prize, ['XXXXX', ...codes.slice(1)], sha256)).toContain('digest');
    expect(checkPrize({ ...prize, seed: 'another' }, codes, sha256)).toEqual(['winners']);
    expect(checkPrize({ ...prize, winners: winners.toReversed() }, codes, sha256)).toEqual(['winners']);
    expect(checkPrize({ ...prize, of: 4 }, codes, sha256)).toEqual(['of']);
  });

  it('QZ-20 the right option is the one that says what the answer says', () => {
    expect(rightOption({ options: ['甲', '乙'], answer: '乙' })).toBe(1);
    expect(rightOption({ options: ['甲', '乙'], answer: '丙' })).toBeNull();
    expect(rightOption({ options: null, answer: '丙' })).toBeNull();
    expect(rightOption({ answer: '丙' })).toBeNull();
  });
});
