import type { ScreenView } from '@leitai/rules/show';
import { Ring } from '../../kinds/show/Ring.tsx';
import { changeOf, letter, moment, noteOf, pressing, teamNow } from '../../kinds/show/telling.ts';
import { TeamBadge } from '../../ui/TeamBadge.tsx';
import { useStageWords } from '../../words/stage.ts';
import { Media } from './Media.tsx';
import { Reveal } from './Reveal.tsx';
import { Charades, Rapid } from './Spree.tsx';
import { useFit } from './useFit.ts';

/** A team has just won the right to answer, by its buzzer. */
const buzzedIn = (view: ScreenView): boolean =>
  view.phase === 'answering' &&
  view.turn?.team != null &&
  (pressing(view) || (view.turn.first !== null && view.turn.first !== view.turn.team));

/** A question on stage: who, what happens, the question, the time. */
export function QuestionScene({ view, serverNow }: { view: ScreenView; serverNow: () => number }) {
  const { question, phase } = view;
  if (question === null) return <Alone view={view} serverNow={serverNow} />;
  const calling = phase === 'open';
  const winner = buzzedIn(view);
  return (
    <div className={`question-scene${calling || winner ? ' calling' : ''}`}>
      <Now view={view} big={calling || winner} />
      <div className="stage-area">
        <div className="matter">
          {view.turn?.words != null && question.reveal === null ? (
            view.round?.kind === 'charades' ? (
              <Charades view={view} />
            ) : (
              <Rapid view={view} />
            )
          ) : question.reveal !== null ? (
            <Reveal key={question.id} view={view} reveal={question.reveal} />
          ) : (
            <Text key={question.id} view={view} serverNow={serverNow} />
          )}
        </div>
        {view.clock !== null && <Ring clock={view.clock} serverNow={serverNow} />}
      </div>
    </div>
  );
}

/** A team without a question yet: it chooses its value, or has declined. */
function Alone({ view, serverNow }: { view: ScreenView; serverNow: () => number }) {
  const say = useStageWords();
  const [word, tone] = moment(view);
  const line = teamNow(view);
  const note = noteOf(view);
  return (
    <section className={`alone ${tone}`} aria-live="polite">
      {line?.table != null && <TeamBadge table={line.table} />}
      {line !== null && <h1>{line.name}</h1>}
      <p>{say(word)}</p>
      {note !== null && <p className="note">{say(...note)}</p>}
      {view.phase === 'staking' && <p className="note">{say('stakeFirst')}</p>}
      {view.clock !== null && <Ring clock={view.clock} serverNow={serverNow} />}
    </section>
  );
}

function Now({ view, big }: { view: ScreenView; big: boolean }) {
  const say = useStageWords();
  const [word, tone] = moment(view);
  const line = teamNow(view);
  const note = noteOf(view);
  const right = view.turn?.verdicts?.filter((verdict) => verdict.right).length;
  const change = line === null ? null : changeOf(view, line.team);
  const judged = view.phase === 'judged' || view.phase === 'closed';
  const buzzed = buzzedIn(view);
  return (
    <section className={`now ${tone}${big ? ' big' : ''}`} aria-live="polite">
      {line !== null && (
        <p className="now-team" style={{ '--letters': [...line.name].length } as object}>
          {line.table !== null && <TeamBadge table={line.table} />}
          <strong>{line.name}</strong>
          {view.turn?.seat != null && <span>{say('seat', { seat: view.turn.seat })}</span>}
          {note !== null && <span>{say(...note)}</span>}
        </p>
      )}
      {line === null && note !== null && <p className="now-note">{say(...note)}</p>}
      {view.turn?.points != null && !judged && !big && (
        <p className="now-points num">{say('points', { points: view.turn.points })}</p>
      )}
      <p className="now-word">
        {judged && tone === 'good' && '✔ '}
        {judged && tone === 'bad' && '✘ '}
        {say(buzzed ? 'buzzed' : word)}
        {judged && right !== undefined && <span> · {say('rightTeams', { count: right })}</span>}
        {judged && change !== null && <b className="num"> {change}</b>}
      </p>
    </section>
  );
}

function Text({ view, serverNow }: { view: ScreenView; serverNow: () => number }) {
  const { asked, options, media } = view.question!;
  const stem = asked ?? view.question!.stem;
  const fit = useFit<HTMLDivElement>([8, 7, 6.2, 5.4, 4.6, 4, 3.4, 2.9, 2.5]);
  const short = options !== null && options.every((option) => [...option].length <= 12);
  return (
    <>
      {media != null && <Media key={media.url} media={media} serverNow={serverNow} />}
      <div ref={fit} className={media == null ? 'text' : 'text beside'}>
        <p className="stem">{stem}</p>
        {options !== null && (
          <ol className={short ? 'options pairs' : 'options'}>
            {options.map((option, index) => (
              <li key={option}>
                <b>{letter(index)}</b>
                <span>{option}</span>
              </li>
            ))}
          </ol>
        )}
      </div>
    </>
  );
}
