import { describe, expect, it } from 'vitest';
import { above, acknowledged, changed, owed, stored, type KeptAnswer } from './answers.ts';
import { attemptOf, keptOf } from './attempt.testing.ts';

const choices = (list: readonly KeptAnswer[]) => list.map(({ no, choice }) => [no, ...choice]);

describe('what a phone still owes the server', () => {
  it('keeps unsent choices and leaves out what the server has', () => {
    const attempt = attemptOf({
      device: 2,
      answers: [
        { no: 1, revision: 1, choice: [0] },
        { no: 2, revision: 3, choice: [1] },
      ],
    });
    const local = [
      keptOf({ no: 1, revision: 2, choice: [3], base: 1 }),
      keptOf({ no: 2, revision: 3, choice: [1], base: 2 }),
      keptOf({ no: 3, revision: 1, choice: [2] }),
      keptOf({ no: 4, revision: 9, choice: [2], saved: true }),
    ];
    expect(choices(owed(attempt, local))).toEqual([
      [1, 3],
      [3, 2],
    ]);
    expect(owed(attempt, local).every(({ device }) => device === 2)).toBe(true);
  });

  it('a lost acknowledgement on the same phone does not hide the newer choice', () => {
    const attempt = attemptOf({ device: 2, answers: [{ no: 1, revision: 2, choice: [0] }] });
    expect(choices(owed(attempt, [keptOf({ no: 1, revision: 3, choice: [1], base: 1 })]))).toEqual([[1, 1]]);
  });

  it('a question changed on another phone in between stays as changed there; the others do not', () => {
    const attempt = attemptOf({
      device: 3,
      answers: [
        { no: 1, revision: 2, choice: [0] },
        { no: 2, revision: 1, choice: [0] },
      ],
    });
    const local = [
      keptOf({ no: 1, revision: 3, choice: [1], base: 1 }),
      keptOf({ no: 2, revision: 2, choice: [1], base: 1 }),
      keptOf({ no: 3, revision: 1, choice: [1] }),
    ];
    expect(choices(owed(attempt, local))).toEqual([
      [2, 1],
      [3, 1],
    ]);
  });
});

describe('a choice', () => {
  const attempt = attemptOf({ answers: [{ no: 1, revision: 4, choice: [0] }] });
  const now = stored(attempt).get(1)!;

  it('goes one revision up and remembers what the server had', () => {
    const first = changed(attempt, now, 1, [1])!;
    expect(first).toMatchObject({ revision: 5, base: 4, saved: false });
    expect(changed(attempt, first, 1, [2])).toMatchObject({ revision: 6, base: 4 });
    expect(changed(attempt, undefined, 2, [2])).toMatchObject({ revision: 1, base: 0 });
  });

  it('made twice changes nothing', () => {
    expect(changed(attempt, now, 1, [0])).toBeNull();
    expect(changed(attempt, undefined, 2, [])).toBeNull();
    expect(changed(attempt, now, 1, [])).toMatchObject({ choice: [], revision: 5 });
  });

  it('made while an older one was on its way stays unsent', () => {
    const newer = keptOf({ no: 1, revision: 6, choice: [2], base: 4 });
    expect(acknowledged(newer, 5)).toMatchObject({ saved: false, base: 5, revision: 6 });
    expect(acknowledged(newer, 6)).toMatchObject({ saved: true, base: 6 });
    expect(above(newer, 9)).toMatchObject({ revision: 10, base: 9, choice: [2] });
    expect(above(newer, 5)).toMatchObject({ revision: 6, base: 5 });
  });
});
