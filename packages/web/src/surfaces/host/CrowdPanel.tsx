import './crowdPanel.css';
import type { HostView } from '@leitai/rules/show';
import { useState } from 'react';
import { shares } from '../../kinds/show/crowdFace.ts';
import { letter } from '../../kinds/show/telling.ts';
import type { LiveState } from '../../live/socket.ts';
import { useCrowdWords } from '../../words/crowd.ts';
import { PollDialog } from './PollDialog.tsx';
import type { Act } from './useDesk.ts';

const MOST_PRIZES = 10;

/** What the host does with the audience's phones: ask, stop, see what came out, draw prizes, start a poll. */
export function CrowdPanel({
  view,
  act,
  ready,
  crowd,
}: {
  view: HostView;
  act: Act;
  /** The desk is this page's, and has rested since the last step. */
  ready: boolean;
  /** The latest head counts. */
  crowd: LiveState<HostView>['crowd'];
}) {
  const say = useCrowdWords();
  const [polling, setPolling] = useState(false);
  const [prizes, setPrizes] = useState(1);
  const { allowed } = view;
  const { asking, result, prize } = view.crowd;
  const poll = asking?.kind === 'poll';
  // What the audience said before stays out of the way while another question is played.
  const past = view.question !== null && view.question.id !== result?.id && view.phase !== 'closed';
  const may = (['askCrowd', 'startPoll', 'stopCrowd', 'drawPrize'] as const).some((type) =>
    allowed.includes(type),
  );
  const empty =
    past && (['askCrowd', 'startPoll', 'stopCrowd'] as const).every((type) => !allowed.includes(type));
  if (empty || (!may && result === null)) return null;
  return (
    <section className="crowd-panel" aria-labelledby="crowd-panel-head">
      <h2 id="crowd-panel-head">{say('panel')}</h2>
      {asking !== null && (
        <>
          <p className="crowd-live" role="status">
            {say(poll ? 'polling' : 'asking')} ·{' '}
            <b className="num">{say(poll ? 'voted' : 'answered', { count: crowd?.answered ?? 0 })}</b>
          </p>
          <button
            type="button"
            disabled={!ready || !allowed.includes('stopCrowd')}
            onClick={() => act({ type: 'stopCrowd', counts: [], answered: 0 })}
          >
            {say(poll ? 'stopPoll' : 'stop')}
          </button>
        </>
      )}
      {asking === null && result !== null && !past && <Outcome view={view} result={result} />}
      {allowed.includes('drawPrize') && !past && (
        <div className="crowd-draw" role="group" aria-label={say('drawCount')}>
          <button
            type="button"
            aria-label={say('fewer')}
            disabled={prizes === 1}
            onClick={() => setPrizes(prizes - 1)}
          >
            −
          </button>
          <button type="button" disabled={!ready} onClick={() => act({ type: 'drawPrize', count: prizes })}>
            {say('drawGo', { count: prizes })}
          </button>
          <button
            type="button"
            aria-label={say('more')}
            disabled={prizes === MOST_PRIZES}
            onClick={() => setPrizes(prizes + 1)}
          >
            +
          </button>
        </div>
      )}
      {prize !== null && asking === null && !past && prize.question === result?.id && (
        <p className="crowd-codes">
          {say('winners')} <b className="num">{prize.winners.join(' · ')}</b>
        </p>
      )}
      {allowed.includes('askCrowd') && (
        <button type="button" disabled={!ready} onClick={() => act({ type: 'askCrowd' })}>
          {say('ask')}
        </button>
      )}
      {allowed.includes('startPoll') && (
        <button type="button" disabled={!ready} onClick={() => setPolling(true)}>
          {say('startPoll')}
        </button>
      )}
      {polling && <PollDialog act={act} onClose={() => setPolling(false)} />}
    </section>
  );
}

function Outcome({ view, result }: { view: HostView; result: NonNullable<HostView['crowd']['result']> }) {
  const say = useCrowdWords();
  const percent = shares(result);
  // The host knows the answer while the question is on stage.
  const answer = result.kind === 'question' && view.item?.id === result.id ? view.item.answer : null;
  return (
    <div className="crowd-outcome">
      <p>
        {result.title}{' '}
        <span className="num quiet">
          {say(result.kind === 'poll' ? 'votedAll' : 'answeredAll', { count: result.answered })}
        </span>
      </p>
      <ol>
        {result.options.map((option, index) => (
          <li key={option} className={option === answer ? 'is-key' : ''}>
            <span>
              {option === answer ? '✔' : letter(index)} {option}
            </span>
            <b className="num">
              {result.counts[index]} · {percent[index]}%
            </b>
          </li>
        ))}
      </ol>
    </div>
  );
}
