import type { CrowdView } from '@leitai/rules/show';
import { useEffect } from 'react';
import { useCrowdWords } from '../../words/crowd.ts';
import { useWins } from './useCrowd.ts';

/** The phone's own code, always in sight; big, felt and said when it has won. */
export function GuestCode({
  stageId,
  prize,
  code,
}: {
  stageId: string;
  prize: CrowdView['prize'];
  code: string | null;
}) {
  const say = useCrowdWords();
  const wins = useWins(stageId, prize, code);
  useEffect(() => {
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (wins.now && !still) navigator.vibrate?.([200, 100, 200, 100, 500]);
  }, [wins.now]);
  return (
    <>
      {wins.now && (
        <section className="crowd-won" role="status">
          <strong className="honour">{say('won')}</strong>
          <b className="num">{code}</b>
          <p>{say('wonHint')}</p>
        </section>
      )}
      <p className="crowd-code">
        <span>{say(wins.ever && !wins.now ? 'wonBefore' : 'code')}</span>
        {code === null ? <span>{say('noCode')}</span> : <b className="num">{code}</b>}
      </p>
    </>
  );
}
