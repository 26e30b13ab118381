import type { SpectatorView } from '@leitai/rules/show';
import { useEffect } from 'react';
import { Ring } from '../../kinds/show/Ring.tsx';
import { letter, lineOf, moment, shown } from '../../kinds/show/telling.ts';
import { useLastBye } from '../../kinds/show/useLastBye.ts';
import { useLive } from '../../live/useLive.ts';
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { TeamBadge } from '../../ui/TeamBadge.tsx';
import { useStageWords } from '../../words/stage.ts';
import { Player } from './Player.tsx';

/** For viewers at home: the picture, what is on, and the board. */
export function LivePage({ stageId }: { stageId: string }) {
  const say = useStageWords();
  const { view, connection, bye: now, serverNow, crowd } = useLive<SpectatorView>(stageId, 'audience');
  const bye = useLastBye(now, view);
  const name = view?.name;
  useEffect(() => {
    if (name !== undefined) document.title = name;
  }, [name]);
  if (view === null) {
    return (
      <main className="home">
        <p role="status">{bye === null ? say('connecting') : say('notHere')}</p>
      </main>
    );
  }
  const [word, tone] = moment(view);
  const who = lineOf(view, view.turn?.team);
  const { question, round } = view;
  return (
    <main className={view.stream === null ? 'home bare' : 'home'}>
      <header>
        <Mark size={28} />
        <h1>{view.name}</h1>
        {connection !== 'live' && <span className="lost">{say('retrying')}</span>}
        <span className="num">{say('watching', { count: crowd?.audience ?? 0 })}</span>
        <LanguageSwitch />
      </header>
      <div className="picture">
        {view.stream !== null && <Player stream={view.stream} />}
        <section className={`home-now ${tone}`} aria-live="polite">
          {who?.table != null && <TeamBadge table={who.table} size={32} />}
          {who !== null && <strong>{who.name}</strong>}
          <span>
            {tone === 'good' ? '✔ ' : tone === 'bad' ? '✘ ' : ''}
            {say(word)}
          </span>
          <Ring clock={view.clock} serverNow={serverNow} />
        </section>
        {question !== null && (
          <section className="home-question">
            <p>
              {round !== null && <b>{round.title} </b>}
              {question.asked ?? question.stem}
            </p>
            {question.options !== null && (
              <ol>
                {question.options.map((option, index) => (
                  <li key={option}>
                    <b>{letter(index)}</b> {option}
                  </li>
                ))}
              </ol>
            )}
            {question.reveal !== null && (
              <p className="answer">
                {say('answer')}：{question.reveal.answer}
              </p>
            )}
          </section>
        )}
      </div>
      <aside>
        <h2>{say('scores')}</h2>
        <ol className="home-board">
          {view.scores.map((line) => (
            <li key={line.team} className={line.eliminated ? 'gone' : ''}>
              <span className="num">{line.place ?? '·'}</span>
              {line.table !== null && <TeamBadge table={line.table} size={28} />}
              <span className="watch-name">{line.name}</span>
              <strong className="num">{shown(line.total)}</strong>
            </li>
          ))}
        </ol>
        <a className="join" href={`/audience/${encodeURIComponent(stageId)}`}>
          {say('joinIn')}
        </a>
      </aside>
    </main>
  );
}
