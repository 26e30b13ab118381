import type { Timeline } from '@leitai/rules/show';
import { useReplayWords } from '../../../words/replay.ts';
import { points } from './chapters.ts';

const W = 720;
const H = 300;
const PAD = { left: 44, right: 34, top: 14, bottom: 18 } as const;
/** Dashes beside hue and number, so that colour is never the only cue. */
const DASHES = ['', '8 4', '2 3', '12 4 2 4', '5 2', '1 4', '10 2 2 2 2 2', '6 6'] as const;

/** Round figures for the axis: at most six lines. */
function ticks(low: number, high: number): number[] {
  const rough = Math.max(1, (high - low) / 5);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((n) => n * power).find((n) => n >= rough) ?? rough;
  const first = Math.floor(low / step) * step;
  return Array.from({ length: Math.ceil((high - first) / step) + 1 }, (_, i) => first + i * step);
}

/** Every team's total after each question. `now` is the block that is being read. */
export function TotalsChart({
  story,
  now,
  go,
}: {
  story: Timeline;
  now: string | null;
  go: (key: string) => void;
}) {
  const say = useReplayWords();
  const all = points(story);
  const totals = all.flatMap((point) => point.totals.map(Number));
  if (all.length < 2) return null;
  const lines = ticks(Math.min(...totals), Math.max(...totals));
  const [low, high] = [lines[0]!, Math.max(lines.at(-1)!, lines[0]! + 1)];
  const x = (i: number): number => PAD.left + (i / (all.length - 1)) * (W - PAD.left - PAD.right);
  const y = (total: number): number =>
    H - PAD.bottom - ((total - low) / (high - low)) * (H - PAD.top - PAD.bottom);
  const at = all.findIndex(({ key }) => key === now);
  const ends = spread(story.teams.map((_, t) => y(Number(all.at(-1)!.totals[t]))));
  return (
    <figure className="chart">
      <figcaption>
        <h2>{say('chart')}</h2>
        <p className="quiet no-print">{say('chartHint')}</p>
      </figcaption>
      {/* The table below it says the same in words. */}
      <svg viewBox={`0 0 ${W} ${H}`} aria-hidden="true" focusable="false">
        {lines.map((line) => (
          <g key={line}>
            <line className="grid" x1={PAD.left} x2={W - PAD.right} y1={y(line)} y2={y(line)} />
            <text className="tick num" x={PAD.left - 6} y={y(line) + 4} textAnchor="end">
              {String(line).replace('-', '−')}
            </text>
          </g>
        ))}
        {all.map(
          ({ begins, key }, i) =>
            begins && (
              <line
                key={key}
                className="round"
                x1={x(i) - 3}
                x2={x(i) - 3}
                y1={PAD.top}
                y2={H - PAD.bottom}
              />
            ),
        )}
        {at >= 0 && <line className="now no-print" x1={x(at)} x2={x(at)} y1={PAD.top} y2={H - PAD.bottom} />}
        {story.teams.map(({ id, table }, t) => (
          <g key={id}>
            <polyline
              points={all.map((point, i) => `${x(i)},${y(Number(point.totals[t]))}`).join(' ')}
              stroke={`var(--team-${((table - 1) % 8) + 1})`}
              strokeDasharray={DASHES[(table - 1) % 8]}
            />
            <text className="end num" x={W - PAD.right + 8} y={ends[t]! + 4}>
              {table}
            </text>
          </g>
        ))}
        {all.map(({ key, label }, i) => (
          <rect
            key={key}
            className="hit"
            x={x(i) - (W - PAD.left - PAD.right) / all.length / 2}
            y={PAD.top}
            width={(W - PAD.left - PAD.right) / all.length}
            height={H - PAD.top - PAD.bottom}
            onClick={() => go(key)}
          >
            <title>{label}</title>
          </rect>
        ))}
      </svg>
    </figure>
  );
}

const APART = 19;

/** Numbers at the lines' ends, moved apart where they would lie on one another. */
function spread(ys: readonly number[]): number[] {
  const out = [...ys];
  let last = -Infinity;
  for (const i of ys.map((_, index) => index).sort((a, b) => ys[a]! - ys[b]!)) {
    out[i] = Math.max(ys[i]!, last + APART);
    last = out[i]!;
  }
  return out;
}
