import type { ClockView } from '@leitai/rules/show';
import { useStageWords } from '../../words/stage.ts';
import { useClock } from './useClock.ts';

const R = 44;
const ROUND = 2 * Math.PI * R;

/** The countdown as a ring and a number; the last ten seconds change colour and are spoken. */
export function Ring({ clock, serverNow }: { clock: ClockView | null; serverNow: () => number }) {
  const say = useStageWords();
  const left = useClock(clock, serverNow);
  if (left === null) return null;
  const speak = left.seconds === 10 || left.seconds === 0 ? say('seconds', { seconds: left.seconds }) : '';
  return (
    <div className={`ring${left.warn ? ' warn' : ''}${left.standing ? ' standing' : ''}`} role="timer">
      <svg viewBox="0 0 100 100" aria-hidden="true">
        <circle className="ring-ground" cx="50" cy="50" r={R} />
        <circle
          className="ring-left"
          cx="50"
          cy="50"
          r={R}
          strokeDasharray={ROUND}
          strokeDashoffset={ROUND * (1 - left.share)}
          transform="rotate(-90 50 50)"
        />
      </svg>
      <span className={left.seconds > 99 ? 'num long' : 'num'}>{left.seconds}</span>
      <span className="unseen" aria-live="assertive">
        {speak}
      </span>
    </div>
  );
}
