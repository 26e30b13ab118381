import { useEffect } from 'react';
import { useRemaining } from '../../live/useRemaining.ts';
import { countdown } from '../../ui/format.ts';
import { usePhoneWords } from '../../words/phone.ts';
import type { ServerClock } from './clock.ts';

const WARNING_MS = 10_000;

/** Time left, on the server's clock. Alone in its component: ten times a second only this is drawn anew. */
export function Countdown({
  deadlineAt,
  clock,
  onOver,
}: {
  deadlineAt: number;
  clock: ServerClock;
  onOver: () => void;
}) {
  const say = usePhoneWords();
  const left = useRemaining(deadlineAt, clock.now) ?? 0;
  const over = left === 0;
  useEffect(() => {
    if (over) onOver();
  }, [over, onOver]);
  const warn = left <= WARNING_MS;
  return (
    <div className={warn ? 'clock warn' : 'clock'}>
      {/* The label changes in place: a line coming in would move the options under the thumb. */}
      <span className="clock-label" role={warn ? 'alert' : undefined}>
        {warn && !over ? say('tenSeconds') : say('timeLeft')}
      </span>
      <span className="time num" role="timer" aria-label={say('timeLeft')}>
        {countdown(left)}
      </span>
    </div>
  );
}
