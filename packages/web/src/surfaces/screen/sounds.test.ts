import type { ScreenView } from '@leitai/rules/show';
import { expect, it } from 'vitest';
import { tuneOf } from './sounds.ts';

const at = (seq: number, phase: string, more: object = {}): ScreenView =>
  ({
    seq,
    phase,
    testing: false,
    tested: [],
    round: { kind: 'buzzer' },
    turn: { team: null, first: null, outcome: null, late: false },
    scores: ['A', 'B', 'C'].map((team, index) => ({ team, table: index + 1 })),
    ...more,
  }) as unknown as ScreenView;
const taken = (team: string) => ({ turn: { team, first: null, outcome: null, late: false } });

it('QZ-34 every table has a tune of its own, heard once at its buzz', () => {
  const open = at(2, 'open');
  const tunes = ['A', 'B', 'C'].map((team) => tuneOf(open, at(3, 'answering', taken(team))));
  expect(tunes.every((tune) => tune !== null)).toBe(true);
  expect(new Set(tunes.map((tune) => JSON.stringify(tune))).size).toBe(3);
  expect(tuneOf(at(3, 'answering', taken('A')), at(4, 'answering', taken('A')))).toBeNull();
});

it('QZ-37 a page that has just come back is silent: nothing has happened before its eyes', () => {
  expect(tuneOf(null, at(3, 'answering', taken('A')))).toBeNull();
  expect(tuneOf(at(5, 'judged'), at(5, 'open'))).toBeNull();
});

it('QZ-36 a joint ruling sounds right if one team was, wrong if none, and is silent before it is revealed', () => {
  const joint = (...right: boolean[]) =>
    tuneOf(
      at(4, 'ruling'),
      at(5, 'judged', {
        turn: { team: null, first: null, outcome: 'done', late: false },
        question: {
          reveal: { entries: right.map((each, i) => ({ team: `${i}`, answer: 'A', right: each })) },
        },
      }),
    );
  const alone = (outcome: string) =>
    tuneOf(at(4, 'ruling'), at(5, 'judged', { turn: { team: 'A', first: null, outcome, late: false } }));
  expect(joint(false, true)).toEqual(alone('right'));
  expect(joint(false, false)).toEqual(alone('wrong'));
  expect(alone('done')).toBeNull();
});
