import { useContext } from 'react';
import { useReplayWords } from '../../../words/replay.ts';
import { span, type Press } from './chapters.ts';
import { Team, Teams } from './names.tsx';

const WIDTH = 300;
const ms = (value: number): string => String(Math.round(value * 10) / 10);

/** The presses of one opening, the earliest first: when each was made, how sure that is, and what became of it. */
export function PressBars({ presses }: { presses: readonly Press[] }) {
  const say = useReplayWords();
  const teams = useContext(Teams);
  const range = span(presses);
  const x = (value: number): number =>
    Math.min(WIDTH, Math.max(0, ((value - range.from) / (range.to - range.from)) * WIDTH));
  const first = presses[0]!;
  return (
    <figure className="presses">
      <figcaption className="quiet">
        {say('presses')}{' '}
        <span className="num">{say('axis', { from: ms(range.from), to: ms(range.to) })}</span>
      </figcaption>
      <ol>
        {presses.map((press) => {
          const { team, deltaMs, uncertaintyMs } = press;
          const colour = `var(--team-${(((teams.get(team)?.table ?? 1) - 1) % 8) + 1})`;
          const verdict =
            press.type === 'foul'
              ? say(press.effect === 'void' ? 'foulVoid' : 'foulOut')
              : say(press.verdict);
          const won = press.type === 'press' && press.verdict === 'first';
          return (
            <li key={press.no} className={won ? 'won' : ''}>
              <Team id={team} />
              <svg
                className="bar"
                viewBox={`0 0 ${WIDTH} 16`}
                preserveAspectRatio="none"
                aria-hidden="true"
                focusable="false"
              >
                <rect x="0" y="7.5" width={WIDTH} height="1" className="rail" />
                <rect x="0" y={won ? 3 : 5} width={x(deltaMs)} height={won ? 10 : 6} fill={colour} />
                {uncertaintyMs > 0 && (
                  <rect
                    x={x(deltaMs - uncertaintyMs)}
                    y="1"
                    width={Math.max(1, x(deltaMs + uncertaintyMs) - x(deltaMs - uncertaintyMs))}
                    height="14"
                    className="doubt"
                  />
                )}
                <rect x={Math.max(0, x(deltaMs) - 1)} y="0" width="2" height="16" className="tip" />
              </svg>
              <span className="num when">
                {say(press.type === 'foul' ? 'early' : 'afterStart', { ms: ms(deltaMs) })}
                {uncertaintyMs > 0 && ` ${say('plusMinus', { ms: ms(uncertaintyMs) })}`}
                {deltaMs > first.deltaMs && `，${say('behind', { ms: ms(deltaMs - first.deltaMs) })}`}
              </span>
              <span className="what">
                {won && <span aria-hidden="true">✓ </span>}
                {verdict}
              </span>
            </li>
          );
        })}
      </ol>
    </figure>
  );
}
