import { describe, expect, it } from 'vitest';
import type { LedgerRow } from './event.ts';
import { isReversed, total } from './ledger.ts';

const row = (no: number, team: string, delta: string, reverses?: number): LedgerRow => ({
  no,
  team,
  round: 'r',
  question: null,
  delta,
  reason: reverses === undefined ? 'adjust' : 'reversal',
  by: 'host',
  at: no,
  ...(reverses === undefined ? {} : { reverses }),
});

describe('ledger', () => {
  it('QZ-11 a total is the sum of a team’s rows; a longer ledger is added up anew', () => {
    const ledger = [row(1, 'a', '100'), row(2, 'b', '0.1'), row(3, 'a', '-0.3'), row(4, 'b', '0.2')];
    expect(['a', 'b', 'c'].map((team) => total(ledger, team))).toEqual(['99.7', '0.3', '0']);
    expect(total(ledger, 'a')).toBe('99.7');
    expect(total([...ledger, row(5, 'a', '0.3')], 'a')).toBe('100');
  });

  it('QZ-11 a row whose reversal was taken back stands again', () => {
    const ledger = [row(1, 'a', '10')];
    const seen: number[][] = [];
    for (let no = 2; no <= 4; no += 1) {
      ledger.push(row(no, 'a', '0', no - 1));
      const now = [...ledger];
      seen.push(now.filter((each) => isReversed(now, each.no)).map((each) => each.no));
    }
    expect(seen).toEqual([[1], [2], [1, 3]]);
  });
});
