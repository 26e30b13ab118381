import './ring.css';
import './audiencePhone.css';
import type { SpectatorView } from '@leitai/rules/show';
import { useLive } from '../../live/useLive.ts';
import { TeamBadge } from '../../ui/TeamBadge.tsx';
import { useStageWords } from '../../words/stage.ts';
import { useLastBye } from './useLastBye.ts';
import { CheerBar } from './CheerBar.tsx';
import { CrowdPhone } from './CrowdPhone.tsx';
import { GuestCode } from './GuestCode.tsx';
import { Ring } from './Ring.tsx';
import { useAnswer, useGuestPass } from './useCrowd.ts';
import { useCrowdFace } from './useCrowdFace.ts';
import {
  changeOf,
  hitsOf,
  letter,
  lineOf,
  moment,
  noteOf,
  ruleOf,
  shown,
  verdictOf,
  withUnit,
} from './telling.ts';

/** The hall and everybody on line: what is on, who answers, the board. No account. */
export default function AudiencePhone({ stageId }: { stageId: string; teamName?: string }) {
  const say = useStageWords();
  const pass = useGuestPass(stageId);
  const live = useLive<SpectatorView>(stageId, 'audience', { pass });
  const { view } = live;
  const bye = useLastBye(live.bye, view);
  if (view === null) {
    return (
      <main className="watch">
        <p role="status">{bye === null ? say('connecting') : say('notHere')}</p>
      </main>
    );
  }
  return <Watch stageId={stageId} live={live} view={view} />;
}

function Watch({
  stageId,
  live,
  view,
}: {
  stageId: string;
  live: ReturnType<typeof useLive<SpectatorView>>;
  view: SpectatorView;
}) {
  const say = useStageWords();
  const { connection, serverNow, send } = live;
  const { mind, answer } = useAnswer(stageId, send);
  const face = useCrowdFace(view);
  const [word, tone] = moment(view);
  const who = lineOf(view, view.turn?.team);
  const { round, question, turn } = view;
  const reveal = question?.reveal ?? null;
  const note = noteOf(view);
  const early = view.phase === 'lobby';
  // The audience's own card carries the question already.
  const told = face !== null && question?.id === (face.kind === 'asking' ? face.asking.id : face.result.id);
  return (
    <main className="watch">
      <h1>{view.name}</h1>
      {connection !== 'live' && <p className="watch-lost">{say('retrying')}</p>}
      <GuestCode stageId={stageId} prize={view.crowd.prize} code={live.code} />
      {face !== null && (
        <CrowdPhone face={face} mind={mind} answer={answer} live={connection === 'live'} view={view} />
      )}
      {round !== null && (
        <p className="watch-round">
          <b>
            {round.index !== null && `${say('round', { index: round.index })} · `}
            {round.title}
          </b>
          {round.turn > 0 && (
            <span className="num">
              {round.turns === null
                ? say('turn', { turn: round.turn })
                : say('turnOf', { turn: round.turn, turns: round.turns })}
            </span>
          )}
          {round.practice && <b className="practice">{say('practice')}</b>}
        </p>
      )}
      <section className={`watch-now ${tone}`} aria-live="polite">
        <div className="watch-who">
          {who !== null && (
            <p className="watch-team">
              {who.table !== null && <TeamBadge table={who.table} />}
              <strong>{who.name}</strong>
              {turn?.seat != null && <span>{say('seat', { seat: turn.seat })}</span>}
              {turn?.points != null && <span className="num">{say('points', { points: turn.points })}</span>}
            </p>
          )}
          <p className="watch-word">
            {tone === 'good' ? '✔ ' : tone === 'bad' ? '✘ ' : ''}
            {say(word)}
          </p>
          {note !== null && <p>{say(...note)}</p>}
          {turn?.words != null && (
            <p>{say(round?.kind === 'rapid' ? 'rapidCount' : 'hitCount', { hits: hitsOf(view) })}</p>
          )}
        </div>
        <Ring clock={view.clock} serverNow={serverNow} />
      </section>
      {round !== null && question === null && view.phase === 'idle' && round.turn === 0 && (
        <p className="watch-rule">{say(ruleOf(view))}</p>
      )}
      {question !== null && !told && (
        <section className="watch-question">
          <p className="watch-stem">{question.asked ?? question.stem}</p>
          {question.options !== null && (
            <ol>
              {question.options.map((option, index) => (
                <li key={option} className={reveal?.answer === option ? 'key' : ''}>
                  <b>{letter(index)}</b> {option}
                </li>
              ))}
            </ol>
          )}
          {reveal !== null && (
            <div className="watch-reveal">
              {reveal.answer !== '' && (
                <p>
                  <b>{say('answer')}</b> {withUnit(reveal.answer, question.unit)}
                </p>
              )}
              {reveal.items !== null && (
                <ul>
                  {reveal.items.map(({ stem, answer, verdict }) => (
                    <li key={stem} className={verdict === 'hit' ? 'key' : ''}>
                      {verdict === 'hit' ? '✔' : verdict === 'void' ? '✘' : '○'} {stem} <b>{answer}</b>
                    </li>
                  ))}
                </ul>
              )}
              {reveal.hits !== null && (
                <ul>
                  {reveal.hits.map((hit) => (
                    <li key={hit.text} className={hit.found ? 'key' : ''}>
                      {hit.found ? '✔' : '○'} {hit.text}
                    </li>
                  ))}
                </ul>
              )}
              {reveal.explanation !== null && <p className="quiet">{reveal.explanation}</p>}
            </div>
          )}
        </section>
      )}
      <section>
        <h2>{say(early ? 'teams' : view.phase === 'finished' ? 'finalTitle' : 'scores')}</h2>
        <ol className="watch-scores">
          {view.scores.map((line) => {
            const change = changeOf(view, line.team);
            const verdict = verdictOf(view, line.team);
            return (
              <li
                key={line.team}
                className={`${line.team === turn?.team ? 'on' : ''}${line.eliminated ? ' gone' : ''}`}
              >
                {!early && <span className="num watch-place">{line.place}</span>}
                {line.table !== null && <TeamBadge table={line.table} />}
                <span className="watch-name">
                  {line.name}
                  {line.eliminated && <small> {say('eliminated')}</small>}
                  {line.byLot && <small> {say('byLot')}</small>}
                  {line.decided && !line.byLot && <small> {say('byDecider')}</small>}
                </span>
                {verdict !== null && (
                  <span aria-label={say(verdict.right ? 'right' : 'wrong')}>{verdict.right ? '✔' : '✘'}</span>
                )}
                {change !== null && (
                  <span className={`num change ${change[0] === '+' ? 'up' : 'down'}`}>{change}</span>
                )}
                {!early && <strong className="num">{shown(line.total)}</strong>}
              </li>
            );
          })}
        </ol>
      </section>
      <CheerBar
        view={view}
        cheers={live.crowd?.cheers ?? {}}
        send={(team, count) => void send({ type: 'cheer', team, count })}
      />
    </main>
  );
}
