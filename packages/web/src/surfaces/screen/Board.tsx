import type { ScreenView } from '@leitai/rules/show';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { shown } from '../../kinds/show/telling.ts';
import { TeamBadge } from '../../ui/TeamBadge.tsx';
import { useStageWords } from '../../words/stage.ts';

/** The hall first reads the old order, then sees the change. */
const BEAT_MS = 900;
const MOVE_MS = 400;

/** The whole board. Opens in the order of the last board and moves once, in 400 ms, to the new one. */
export function Board({
  view,
  before,
  onShown,
}: {
  view: ScreenView;
  before: readonly string[];
  onShown: (order: readonly string[]) => void;
}) {
  const say = useStageWords();
  const now = view.scores.map((line) => line.team);
  const [moved, setMoved] = useState(before.length !== now.length);
  const [start] = useState(before);
  const list = useRef<HTMLOListElement>(null);
  const tops = useRef(new Map<string, number>());
  const order = moved ? now : start.filter((team) => now.includes(team));
  const key = now.join(' ');

  useEffect(() => {
    const timer = setTimeout(() => {
      setMoved(true);
      onShown(key.split(' '));
    }, BEAT_MS);
    return () => clearTimeout(timer);
  }, [key, onShown]);

  useLayoutEffect(() => {
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    for (const row of list.current?.children ?? []) {
      if (!(row instanceof HTMLElement)) continue;
      const team = row.dataset['team'] ?? '';
      const from = tops.current.get(team);
      if (from !== undefined && from !== row.offsetTop && !still) {
        row.animate([{ transform: `translateY(${from - row.offsetTop}px)` }, { transform: 'none' }], {
          duration: MOVE_MS,
          easing: 'ease-in-out',
        });
      }
      tops.current.set(team, row.offsetTop);
    }
  });

  return (
    <section className="board-scene">
      <h1>{say('scores')}</h1>
      <ol ref={list} className={view.scores.length > 8 ? 'board two' : 'board'}>
        {order.map((team) => {
          const line = view.scores.find((l) => l.team === team)!;
          const was = start.indexOf(team);
          const step = was < 0 ? 0 : was - now.indexOf(team);
          return (
            <li
              key={team}
              data-team={team}
              className={line.eliminated ? 'gone' : line.place === 1 && moved ? 'leader' : ''}
            >
              <span className="num place">{moved ? (line.place ?? '·') : ''}</span>
              {line.table !== null && <TeamBadge table={line.table} />}
              <span className="name">
                {line.name}
                {line.eliminated && <small>{say('eliminated')}</small>}
              </span>
              <span className="step num">{moved && step !== 0 && (step > 0 ? `▲${step}` : `▼${-step}`)}</span>
              <strong className="num">{shown(line.total)}</strong>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
