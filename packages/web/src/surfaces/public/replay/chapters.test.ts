import type { Moment } from '@leitai/rules/show';
import { describe, expect, it } from 'vitest';
import { chapters, pieces, points, span, type Press } from './chapters.ts';

let no = 0;
const moment = (told: object): Moment =>
  ({ no: (no += 1), at: no, moves: [], totals: ['0'], ...told }) as unknown as Moment;
const question = (id: string): Moment => moment({ type: 'question', question: id, stem: id });
const press = (team: string, deltaMs: number, uncertaintyMs = 0): Press =>
  moment({ type: 'press', opening: 1, team, deltaMs, uncertaintyMs, verdict: 'notFirst' }) as Press;

describe('the replay', () => {
  const moments = [
    moment({ type: 'started' }),
    moment({ type: 'round', title: '抢答题' }),
    question('a'),
    moment({ type: 'opened', opening: 1 }),
    press('B', 9),
    press('A', 7),
    moment({ type: 'closed', question: 'a' }),
    question('b'),
    moment({ type: 'wentBack', question: 'a', reason: '复核' }),
    moment({ type: 'ruled', verdict: 'right' }),
    question('b'),
    moment({ type: 'roundEnded', eliminated: [] }),
    moment({ type: 'finished', standings: [] }),
  ];

  it('is told by rounds and questions; one shown again keeps its number, one gone back to comes again', () => {
    const told = chapters(moments);
    expect(
      told.map(({ opening, blocks }) => [opening?.title ?? null, blocks.map(({ number }) => number)]),
    ).toEqual([
      [null, [null]],
      ['抢答题', [1, 2, 1, 2]],
      [null, [null]],
    ]);
    expect(told[1]!.blocks[2]!.shown).toMatchObject({ stem: 'a' });
    expect(told.flatMap(({ blocks }) => blocks.flatMap((block) => block.moments)).length).toBe(12);
    expect(points({ moments }).map(({ label, begins }) => [label, begins])).toEqual([
      ['', false],
      ['抢答题 1', true],
      ['抢答题 2', false],
      ['抢答题 1', false],
      ['抢答题 2', false],
      ['', false],
    ]);
  });

  it('puts the presses of an opening together, the earliest first', () => {
    const block = chapters(moments)[1]!.blocks[0]!;
    expect(
      pieces(block).map((piece) =>
        Array.isArray(piece) ? piece.map((p: Press) => p.team) : (piece as Moment).type,
      ),
    ).toEqual(['opened', ['A', 'B'], 'closed']);
  });

  it('draws presses that lie close together from shortly before the first', () => {
    expect(span([press('A', 100), press('B', 900)])).toEqual({ from: 0, to: 900 });
    expect(span([press('A', 495, 20), press('B', 498, 15)])).toEqual({ from: 459, to: 515 });
    expect(span([press('A', 0)])).toEqual({ from: 0, to: 1 });
    expect(span([press('A', 500)])).toEqual({ from: 0, to: 500 });
    expect(span([press('A', 500), press('B', 500)])).toEqual({ from: 498, to: 500 });
  });
});
