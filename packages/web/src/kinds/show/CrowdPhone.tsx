import './crowdPhone.css';
import type { SpectatorView } from '@leitai/rules/show';
import { useCrowdWords, type CrowdWord } from '../../words/crowd.ts';
import type { Say } from '../../words/words.ts';
import { showRefusal } from '../../words/showRefusals.ts';
import { countedChoice, type Mind } from './answerMind.ts';
import { askedKey, shares, type Asking, type CrowdFace } from './crowdFace.ts';
import { letter } from './telling.ts';

/** The audience's question or poll: options under the thumb while it is asked, bars once it is counted. */
export function CrowdPhone({
  face,
  mind,
  answer,
  live,
  view,
}: {
  face: CrowdFace;
  mind: Mind | null;
  answer: (asking: Asking, choice: number) => void;
  live: boolean;
  view: SpectatorView;
}) {
  return face.kind === 'asking' ? (
    <Options asking={face.asking} mind={mind} answer={answer} live={live} />
  ) : (
    <Bars face={face} mind={mind} explanation={view.question?.reveal?.explanation ?? null} />
  );
}

function Options({
  asking,
  mind,
  answer,
  live,
}: {
  asking: Asking;
  mind: Mind | null;
  answer: (asking: Asking, choice: number) => void;
  live: boolean;
}) {
  const say = useCrowdWords();
  const mine = mind?.asked === askedKey(asking) ? mind : null;
  return (
    <section className="crowd-card asking" aria-labelledby="crowd-title">
      <p className="crowd-kind">{say(asking.kind)}</p>
      <h2 id="crowd-title" className="watch-stem">
        {asking.title}
      </h2>
      <div className="crowd-options" role="group" aria-label={say('answerNow')}>
        {asking.options.map((option, index) => (
          <button
            key={option}
            type="button"
            className={mine?.choice === index ? 'crowd-option chosen' : 'crowd-option'}
            aria-pressed={mine?.choice === index}
            onClick={() => answer(asking, index)}
          >
            <b aria-hidden="true">{mine?.choice === index ? '✔' : letter(index)}</b>
            <span>{option}</span>
          </button>
        ))}
      </div>
      <p className={`crowd-state ${mine?.state ?? ''}`} role="status">
        {stateWords(mine, live, say)}
      </p>
    </section>
  );
}

/** What became of the choice; nothing is said to be received before it is stored. */
export function stateWords(mine: Mind | null, live: boolean, say: Say<CrowdWord>): string {
  if (mine === null) return say('answerNow');
  if (mine.state === 'sending') return say(live ? 'sending' : 'offline');
  if (mine.state === 'refused') return say('refused', { why: showRefusal(mine.code ?? '') });
  return mine.code === null ? `✔ ${say('kept')}` : say('unchanged', { why: showRefusal(mine.code) });
}

function Bars({
  face,
  mind,
  explanation,
}: {
  face: Extract<CrowdFace, { kind: 'result' }>;
  mind: Mind | null;
  explanation: string | null;
}) {
  const say = useCrowdWords();
  const { result, right, winners } = face;
  const mine = countedChoice(mind, askedKey(result));
  const poll = result.kind === 'poll';
  const percent = shares(result);
  return (
    <section className="crowd-card" aria-labelledby="crowd-title">
      <p className="crowd-kind">{say(result.kind)}</p>
      <h2 id="crowd-title" className="watch-stem">
        {result.title}
      </h2>
      <ol className="crowd-bars">
        {result.options.map((option, index) => (
          <li key={option} className={index === right ? 'right' : index === mine ? 'mine' : ''}>
            <i style={{ transform: `scaleX(${percent[index]! / 100})` }} aria-hidden="true" />
            <span className="crowd-bar-text">
              <b>{letter(index)}</b> {option}
              {index === right && <em className="key">✔ {say('rightOption')}</em>}
              {index === mine && <em>● {say('mine')}</em>}
            </span>
            <span className="num">{percent[index]}%</span>
          </li>
        ))}
      </ol>
      <p className="crowd-state" role="status">
        {verdictWords(face, mine, say)}
      </p>
      <p className="quiet">{say(poll ? 'votedAll' : 'answeredAll', { count: result.answered })}</p>
      {explanation !== null && right !== null && <p className="quiet">{explanation}</p>}
      {winners.length > 0 && (
        <p className="crowd-winners">
          {say('winners')} <b className="num">{winners.join(' · ')}</b>
        </p>
      )}
    </section>
  );
}

/** What the counted answer means for this phone. */
export function verdictWords(
  { result, right }: Extract<CrowdFace, { kind: 'result' }>,
  mine: number | null,
  say: Say<CrowdWord>,
): string {
  if (result.kind === 'poll') return say('stoppedPoll');
  if (mine === null) return say('noneGiven');
  if (right === null) return say('stopped');
  return mine === right ? `✔ ${say('youRight')}` : `✘ ${say('youWrong')}`;
}
