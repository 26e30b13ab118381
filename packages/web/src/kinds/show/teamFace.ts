import type { TEST_QUESTION, TeamView } from '@leitai/rules/show';
import type { Facts, Say } from '../../words/words.ts';
import type { StageWord } from '../../words/stage.ts';
import { changeOf, joint, lineOf, moment, noteOf, outcomeOf, pressing, verdictOf } from './telling.ts';

/** What a team's phone looks like now: the six states of the buzzer, a foul, one's own turn, a verdict. */
export type FaceKind =
  | 'idle'
  | 'armed'
  | 'pressed'
  | 'first'
  | 'notFirst'
  | 'locked'
  | 'foul'
  | 'mine'
  | 'choose'
  | 'enter'
  | 'good'
  | 'bad';

export interface Face {
  readonly kind: FaceKind;
  readonly word: string;
  readonly hint: string;
}

/** `TEST_QUESTION` of the rules; a value would bring the rules into the phone's bundle. */
const TEST: typeof TEST_QUESTION = 'test';

/** The question a press would be for: taken, or a foul by the rule sheet; both belong to the team, so both are sent. */
export function pressFor(view: TeamView): string | null {
  if (view.testing) return view.buzzer === 'armed' ? TEST : null;
  return mayPress(view) ? (view.question?.id ?? null) : null;
}

const mayPress = (view: TeamView): boolean =>
  view.question !== null &&
  !view.paused &&
  (view.buzzer === 'armed' ||
    (view.buzzer === 'locked' && view.phase === 'reading' && !view.foul && plays(view)));

/** In a press round, and in a decider one of those who still play for the place. */
function plays({ round, decider, team }: TeamView): boolean {
  if (round?.kind !== 'decider' || decider === null) return pressing({ round, decider });
  return decider.rule === 'suddenDeath' && decider.teams.includes(team) && !decider.out.includes(team);
}

export function faceOf(view: TeamView, pressed: boolean, say: Say<StageWord>): Face {
  const face = (kind: FaceKind, word: StageWord, hint = '', facts?: Facts): Face => ({
    kind,
    word: say(word, facts),
    hint,
  });
  const other = lineOf(view, view.turn?.team);
  const name = other?.name ?? '';
  const [now] = moment(view);
  const own = lineOf(view, view.team);
  if (view.phase === 'finished') {
    const place = own?.place ?? null;
    // The ceremony calls the places: a phone is no quicker than the hall.
    if (place === null) return face('idle', 'ended', say('ceremony'));
    const how = own?.byLot ? ` · ${say('byLot')}` : own?.decided ? ` · ${say('byDecider')}` : '';
    return face(place === 1 ? 'first' : 'idle', 'finalPlace', `${say('ended')}${how}`, { place });
  }
  if (view.testing) return test(view, pressed, face, say);
  if (own?.eliminated && !view.paused) return face('idle', 'eliminated', say('eliminatedHint'));
  if (view.paused || view.phase === 'lobby' || view.phase === 'idle')
    return face('idle', now, say('idleHint'));
  if (view.phase === 'judged' || view.phase === 'closed') return verdict(view, name, face, say);
  if (view.foul) return face('foul', 'fouled', say('fouledHint', { strikes: view.strikes }));
  if (view.phase === 'audience') return face('idle', 'audience');
  if (view.entry !== null) {
    if (view.entry.final) return face('enter', 'sent', say('sentFinal'));
    return face('enter', view.entry.mine === null ? 'enter' : 'entered');
  }
  if (view.stake !== null) {
    const most = say('stakeMost', { most: view.stake.most });
    return face('enter', view.stake.mine === null ? 'stake' : 'staked', most);
  }
  if (view.out && joint(view.round?.kind)) return face('idle', 'outOfRound', say('outOfRoundHint'));
  if (pressing(view) || view.buzzer !== 'idle') return buzzer(view, pressed, name, face, say);
  if (view.choose !== null) {
    const note = noteOf(view);
    return face('choose', 'yourChoice', note === null ? '' : say(...note));
  }
  if (view.myTurn) {
    if (view.phase === 'reading') return face('mine', 'mineReading', say(now));
    if (view.phase === 'ruling') return face('mine', view.turn?.late ? 'late' : 'ruling');
    return face('mine', 'mine');
  }
  return face('idle', 'idle', name === '' ? say(now) : `${name} · ${say(now)}`);
}

type Make = (kind: FaceKind, word: StageWord, hint?: string, facts?: Facts) => Face;

/** ± of the device as the server measured it, for whoever holds it. */
function test(view: TeamView, pressed: boolean, face: Make, say: Say<StageWord>): Face {
  if (view.tested !== null)
    return face('good', 'tested', say('testedHint', { ms: view.tested.uncertaintyMs.toFixed(1) }));
  return pressed ? face('pressed', 'pressed') : face('armed', 'testPress', say('armedHint'));
}

function buzzer(view: TeamView, pressed: boolean, name: string, face: Make, say: Say<StageWord>): Face {
  const tied = view.turn?.deadHeat;
  if (view.phase === 'deadHeat')
    return tied?.teams.includes(view.team)
      ? face('pressed', 'sameTime', say(tied.settledBy === 'again' ? 'soonAgain' : 'juryRules'))
      : face('notFirst', 'notFirst');
  if (pressed && mayPress(view)) return face('pressed', 'pressed', say('pressedHint'));
  switch (view.buzzer) {
    case 'pressed':
      return face('pressed', 'pressed', say('pressedHint'));
    case 'armed':
      return face('armed', 'armed', say('armedHint'));
    case 'first':
      return view.phase === 'ruling'
        ? face('first', 'first', say(view.turn?.late ? 'late' : 'ruling'))
        : face('first', 'first', say('firstHint'));
    case 'notFirst':
      return face('notFirst', 'notFirst', say('notFirstHint', { team: name }));
    case 'locked':
      if (mayPress(view)) return face('locked', 'lockedReading', say('lockedReadingHint'));
      if (name !== '') return face('locked', 'locked', say('lockedOther', { team: name }));
      return face('locked', 'locked', say('lockedOut'));
    default:
      return face('idle', 'idle', say('idleHint'));
  }
}

function verdict(view: TeamView, name: string, face: Make, say: Say<StageWord>): Face {
  const outcome = outcomeOf(view.turn);
  const change = changeOf(view, view.team) ?? '';
  const mine = verdictOf(view, view.team);
  if (mine !== null) {
    const silent = !mine.right && !view.turn?.entered.includes(view.team);
    return face(mine.right ? 'good' : 'bad', mine.right ? 'right' : silent ? 'silent' : 'wrong', change);
  }
  if (view.out && joint(view.round?.kind)) return face('idle', 'outOfRound', say('outOfRoundHint'));
  if (view.foul) return face('foul', 'fouled', change || say('fouledHint', { strikes: view.strikes }));
  if (outcome === null) return face('idle', 'idle', say('idleHint'));
  const [word, tone] = outcome;
  if (view.turn?.team === view.team && (tone === 'good' || tone === 'bad')) return face(tone, word, change);
  return name === '' ? face('idle', word) : face('idle', 'idle', `${name} · ${say(word)}`);
}
