import type { HostView } from '@leitai/rules/show';
import { useEffect, useState } from 'react';
import { Ring } from '../../kinds/show/Ring.tsx';
import { changeOf, letter, lineOf, moment, noteOf, teamNow, withUnit } from '../../kinds/show/telling.ts';
import { TeamBadge } from '../../ui/TeamBadge.tsx';
import { useHostWords } from '../../words/host.ts';
import { useStageWords } from '../../words/stage.ts';

/** So much text is told smaller: the answer below it has to stay in sight. */
const LONG = 120;
const isLong = ({ stem, options }: NonNullable<HostView['question']>): boolean =>
  [...stem, ...(options ?? []).join('')].length > LONG;

/** What the hall sees (dark), what only the desk sees (paper), and what comes after. */
export function Now({
  view,
  titles,
  serverNow,
}: {
  view: HostView;
  titles: ReadonlyMap<string, string>;
  serverNow: () => number;
}) {
  const say = useHostWords();
  const stage = useStageWords();
  const [word, tone] = moment(view);
  const who = teamNow(view);
  const change = who === null ? null : changeOf(view, who.team);
  const note = noteOf(view);
  const { question, item, upcoming } = view;
  // A desk that does not ask questions is not told the next one.
  const silent = upcoming !== null && upcoming.question === null && upcoming.team === null;
  return (
    <>
      <section className="mirror stage" aria-label={say('onScreen')}>
        <div className="mirror-head">
          <small>{say('onScreen')}</small>
          {view.mayAct.length > 1 && (
            <small className="may-act">
              {say('who')}
              {view.mayAct.map((team) => (
                <TeamBadge key={team} table={lineOf(view, team)?.table ?? 1} size={22} />
              ))}
            </small>
          )}
        </div>
        <div className="mirror-now">
          {who !== null && (
            <p className="mirror-who">
              {who.table !== null && <TeamBadge table={who.table} size={34} />}
              <strong>{who.name}</strong>
              {view.turn?.seat != null && <span>{stage('seat', { seat: view.turn.seat })}</span>}
              {view.turn?.points != null && (
                <span className="num">{stage('points', { points: view.turn.points })}</span>
              )}
            </p>
          )}
          <p className={`mirror-word ${tone}`} role="status" aria-live="polite">
            {tone === 'good' ? '✔ ' : tone === 'bad' ? '✘ ' : ''}
            {stage(word)}
            {change !== null && <b className="num"> {change}</b>}
            {note !== null && <small> {stage(...note)}</small>}
          </p>
        </div>
        <div className="mirror-body">
          {question === null ? (
            <p className="quiet">{view.round === null ? stage('scores') : view.round.title}</p>
          ) : (
            <div className={isLong(question) ? 'mirror-text long' : 'mirror-text'}>
              <p>{question.asked ?? question.stem}</p>
              {question.options !== null && (
                <ol>
                  {question.options.map((option, index) => (
                    <li key={option}>
                      <b>{letter(index)}</b> {option}
                    </li>
                  ))}
                </ol>
              )}
              {question.reveal !== null && question.reveal.answer !== '' && (
                <p className="mirror-reveal">
                  {stage('answer')}：{withUnit(question.reveal.answer, question.unit)}
                </p>
              )}
            </div>
          )}
          <Ring clock={view.clock} serverNow={serverNow} />
        </div>
        {question?.media != null && question.reveal === null && (
          <MediaState media={question.media} serverNow={serverNow} />
        )}
      </section>
      {view.arming && (
        <p className="proposal" role="status">
          {say('arming')}
        </p>
      )}
      {item !== null && (
        <section className="private" aria-label={say('onlyHost')}>
          <small>{say('onlyHost')}</small>
          <dl>
            {item.words === undefined && item.items === undefined && (
              <>
                <dt>{say('fact_answer')}</dt>
                <dd className="answer">
                  {item.options !== undefined && item.options.includes(item.answer) && (
                    <b>{letter(item.options.indexOf(item.answer))} </b>
                  )}
                  {withUnit(item.answer, item.unit ?? null)}
                </dd>
              </>
            )}
            {item.explanation !== undefined && (
              <>
                <dt>{say('fact_why')}</dt>
                <dd>{item.explanation}</dd>
              </>
            )}
            {item.items !== undefined && (
              <>
                <dt>{say('fact_items')}</dt>
                <dd>
                  <ol className="items">
                    {item.items.map(({ stem, answer }, index) => (
                      <li
                        key={stem}
                        className={`${view.turn?.words?.[index] ?? ''}${view.word?.index === index ? ' on' : ''}`}
                      >
                        <span>
                          {index + 1}. {stem}
                        </span>
                        <b>{answer}</b>
                      </li>
                    ))}
                  </ol>
                </dd>
              </>
            )}
            {item.words !== undefined && (
              <>
                <dt>{say('fact_words')}</dt>
                <dd className="words">
                  {item.words.map((text, index) => (
                    <span
                      key={text}
                      className={`${view.turn?.words?.[index] ?? ''}${view.word?.index === index ? ' on' : ''}`}
                    >
                      {text}
                    </span>
                  ))}
                </dd>
              </>
            )}
          </dl>
        </section>
      )}
      {view.phase === 'finished' ? (
        <p className="upcoming">{say('overHint')}</p>
      ) : silent ? null : (
        <section className="upcoming">
          <small>{say('upNext')}</small>
          <Upcoming view={view} titles={titles} />
        </section>
      )}
    </>
  );
}

function Upcoming({ view, titles }: { view: HostView; titles: ReadonlyMap<string, string> }) {
  const say = useHostWords();
  const stage = useStageWords();
  const { upcoming, next } = view;
  if (upcoming === null) {
    return <p>{next?.type === 'startRound' ? (titles.get(next.round) ?? '') : say('upNone')}</p>;
  }
  const line = lineOf(view, upcoming.team);
  return (
    <p>
      {line !== null && (
        <b>
          {line.name}
          {upcoming.seat !== null && ` · ${stage('seat', { seat: upcoming.seat })}`}{' '}
        </b>
      )}
      {upcoming.question?.stem}
    </p>
  );
}

/** Where the clip on the big screen stands. */
function MediaState({
  media,
  serverNow,
}: {
  media: NonNullable<NonNullable<HostView['question']>['media']>;
  serverNow: () => number;
}) {
  const say = useHostWords();
  const { kind, playing } = media;
  const [, tick] = useState(0);
  const runs = playing?.playing === true;
  useEffect(() => {
    if (!runs) return undefined;
    const timer = setInterval(() => tick((n) => n + 1), 500);
    return () => clearInterval(timer);
  }, [runs]);
  if (kind === 'image') return <p className="media-state">▣ {say('media_image')}</p>;
  const at =
    playing === null ? 0 : playing.positionMs + (runs ? Math.max(0, serverNow() - playing.since) : 0);
  const seconds = Math.floor(at / 1_000);
  return (
    <p className="media-state num">
      {runs ? '▶' : '❚❚'} {say(`media_${kind}`)} {Math.floor(seconds / 60)}:
      {String(seconds % 60).padStart(2, '0')}
    </p>
  );
}
