import './ring.css';
import './teamPhone.css';
import './choice.css';
import type { TeamView } from '@leitai/rules/show';
import { useEffect } from 'react';
import { useLive } from '../../live/useLive.ts';
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx';
import { TeamBadge } from '../../ui/TeamBadge.tsx';
import { useStageWords } from '../../words/stage.ts';
import { useLastBye } from './useLastBye.ts';
import { Choice } from './Choice.tsx';
import { Entry, Stake } from './Entry.tsx';
import { Ring } from './Ring.tsx';
import { Shape } from './Shape.tsx';
import { faceOf, pressFor, type FaceKind } from './teamFace.ts';
import { letter, lineOf, noteOf, shown, withUnit } from './telling.ts';
import { usePress } from './usePress.ts';
import { useWakeLock } from './useWakeLock.ts';

/** How each state feels in the hand, in ms. */
const BUZZ: Partial<Record<FaceKind, number[]>> = {
  armed: [60],
  first: [80, 50, 80, 50, 220],
  notFirst: [220],
  foul: [400],
  mine: [80, 60, 80],
  choose: [80, 60, 80],
  enter: [80, 60, 80],
  good: [60, 40, 60],
  bad: [300],
};

/** A hint of so many letters, a score, may be told large; a longer one is a sentence. */
const SHORT = 6;

/** A team's phone: the whole screen is the button. */
export default function TeamPhone({ stageId, teamName = '' }: { stageId: string; teamName?: string }) {
  const say = useStageWords();
  const { view, connection, bye: now, send, serverNow } = useLive<TeamView>(stageId, 'team');
  const bye = useLastBye(now, view);
  const { pressed, refusal, press, act } = usePress(view, connection, send, serverNow);
  const face = view === null ? null : faceOf(view, pressed, say);
  const kind = face?.kind ?? 'idle';
  const awake = useWakeLock();
  useEffect(() => {
    const pattern = BUZZ[kind];
    // Before the first touch a browser forbids it and says so in its console.
    if (pattern !== undefined && navigator.userActivation?.hasBeenActive) navigator.vibrate?.(pattern);
  }, [kind]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.repeat || (event.key !== ' ' && event.key !== 'Enter')) return;
      if (event.target instanceof HTMLElement && event.target.closest('.choice, .language-switch, input'))
        return;
      event.preventDefault();
      press(event.timeStamp);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [press]);

  if (view === null || face === null) {
    return (
      <main className="team-phone stage" data-state="idle">
        <p className="phone-word" role="status">
          {bye === null ? say('connecting') : say(bye === 'notFound' ? 'notHere' : 'ticketNeeded')}
        </p>
      </main>
    );
  }
  const line = lineOf(view, view.team);
  const note = noteOf(view);
  const quiet = view.phase === 'lobby' || view.phase === 'finished';
  const presses = pressFor(view) !== null;
  const chooses = view.choose !== null || view.entry !== null || view.stake !== null;
  const counting = view.clock !== null && (view.phase !== 'open' || kind === 'armed' || kind === 'pressed');
  return (
    <main className="team-phone stage" data-state={kind} onContextMenu={(event) => event.preventDefault()}>
      <button
        type="button"
        className="whole"
        aria-label={face.word}
        aria-disabled={!presses}
        onPointerDown={(event) => {
          if (event.isPrimary && event.button === 0) press(event.timeStamp);
        }}
        onClick={(event) => {
          // A click without a pointer comes from assistive technology.
          if (event.detail === 0) press(event.timeStamp);
        }}
      />
      <header className="phone-team">
        {line?.table != null && <TeamBadge table={line.table} size={44} />}
        <div className="phone-name">
          <strong>{line?.name ?? teamName}</strong>
          {line?.table != null && <span>{say('table', { table: line.table })}</span>}
        </div>
        {line !== null && view.phase !== 'lobby' && (
          <div className="phone-score">
            <strong className="num">{shown(line.total)}</strong>
            <span>{line.place === null ? say('placeHidden') : say('place', { place: line.place })}</span>
          </div>
        )}
        {quiet && <LanguageSwitch />}
      </header>
      <div className={chooses ? 'phone-face chooses' : 'phone-face'}>
        <Shape kind={kind} />
        <p className="phone-word" role="status" aria-live="assertive">
          {face.word}
        </p>
        <p className={[...face.hint].length > SHORT ? 'phone-hint num long' : 'phone-hint num'}>
          {face.hint}
        </p>
        {counting && <Ring clock={view.clock} serverNow={serverNow} />}
        {view.choose !== null && <Choice key={view.turn?.team} choose={view.choose} act={act} />}
        {view.entry !== null && <Entry key={view.question?.id} view={view} entry={view.entry} act={act} />}
        {view.stake !== null && <Stake key={view.round?.turn} view={view} stake={view.stake} act={act} />}
      </div>
      {/* While a press is awaited all of the screen is the button; at other times a long question can be read on. */}
      <footer className={presses ? 'phone-question' : 'phone-question readable'} tabIndex={presses ? -1 : 0}>
        {connection !== 'live' && (
          <p className="phone-alert" role="alert">
            {say('offlineHint')}
          </p>
        )}
        {refusal !== null && (
          <p className="phone-alert" role="alert">
            {refusal}
          </p>
        )}
        {!awake && view.phase === 'lobby' && <p className="phone-note">{say('mayGoDark')}</p>}
        {view.round !== null && (
          <p className="phone-round">
            {view.round.title}
            {view.round.practice && <b className="practice">{say('practice')}</b>}
            {view.decider?.points[view.team] !== undefined && view.round.kind === 'decider' && (
              <b className="num">
                {say('deciderPoints', { points: shown(view.decider.points[view.team]!) })}
              </b>
            )}
            {view.turn?.points != null && (
              <b className="num">{say('points', { points: view.turn.points })}</b>
            )}
            {view.strikes > 0 && <b className="struck">{say('strikes', { strikes: view.strikes })}</b>}
          </p>
        )}
        {view.choose === null && note !== null && <p className="phone-note">{say(...note)}</p>}
        {view.question?.reveal != null && view.question.reveal.answer !== '' && (
          <p className="phone-answer">
            {say('answer')}：{withUnit(view.question.reveal.answer, view.question.unit)}
          </p>
        )}
        {view.question !== null && <p className="phone-stem">{view.question.asked ?? view.question.stem}</p>}
        {view.question?.options != null && view.entry === null && (
          <ol className="phone-options">
            {view.question.options.map((option, index) => (
              <li key={option}>
                <b>{letter(index)}</b> {option}
              </li>
            ))}
          </ol>
        )}
      </footer>
    </main>
  );
}
