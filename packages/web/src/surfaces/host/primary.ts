import type { HostAct, HostView } from '@leitai/rules/show';
import { joint, lineOf } from '../../kinds/show/telling.ts';
import type { HostWord } from '../../words/host.ts';
import type { Say } from '../../words/words.ts';

/** The one big button: its words, and what it sends; without a command it says what is awaited. */
export interface Primary {
  readonly words: string;
  readonly command: HostAct | null;
}

export function primaryOf(
  view: HostView,
  say: Say<HostWord>,
  { titles, hits, seed }: { titles: ReadonlyMap<string, string>; hits: readonly number[]; seed: string },
): Primary {
  const { next, phase, allowed } = view;
  if (next !== null) return { words: wordsOfNext(view, next, say, titles), command: next };
  if (phase === 'finished') return { words: say('over'), command: null };
  if (phase === 'lobby' && allowed.includes('drawTables')) {
    return { words: say('drawTables'), command: { type: 'drawTables', seed } };
  }
  if (allowed.includes('judgeHits')) {
    return { words: say('hitsConfirm', { count: hits.length }), command: { type: 'judgeHits', hits } };
  }
  if (phase === 'choosing') {
    return { words: say('waitChoice', { team: lineOf(view, view.turn?.team)?.name ?? '' }), command: null };
  }
  if (phase === 'gathering') return { words: say('waitGather'), command: null };
  if (phase === 'deadHeat') return { words: say('deadHeat'), command: null };
  if (view.arming) return { words: say('arming'), command: null };
  if (allowed.includes('judgeTeams')) return { words: say('waitJoint'), command: null };
  if (allowed.includes('judgeWord'))
    return { words: say(view.round?.kind === 'rapid' ? 'waitItems' : 'waitWords'), command: null };
  return { words: say(allowed.includes('judge') ? 'waitRuling' : 'waitHost'), command: null };
}

function wordsOfNext(
  view: HostView,
  next: HostAct,
  say: Say<HostWord>,
  titles: ReadonlyMap<string, string>,
): string {
  const kind = view.round?.kind;
  switch (next.type) {
    case 'takeConsole':
      return say('take');
    case 'startRound': {
      const title = titles.get(next.round);
      return title === undefined ? say('startRoundPlain') : say('startRound', { title });
    }
    case 'nextQuestion':
      if (view.phase === 'staking') return say('closeStakes');
      if (kind === 'risk' || kind === 'assigned' || (kind === 'decider' && view.decider?.rule === 'risk'))
        return say('nextChoice');
      if (kind === 'charades' || kind === 'rapid') return say('nextTeam');
      // A further lap of a decider counts its turns anew.
      return say(view.round?.turn === 0 && view.phase !== 'closed' ? 'firstQuestion' : 'nextQuestion');
    case 'openBuzzers':
      if (view.phase === 'deadHeat') return say('pressAgain');
      if (view.phase !== 'judged') return say('openBuzzers');
      return say(view.turn?.first == null ? 'openAgain' : 'offer');
    case 'judge':
      return say(next.verdict === 'right' ? 'nobodyTook' : 'judgeLate');
    case 'giveToAudience':
      return say(view.phase === 'open' ? 'giveNobody' : 'giveToAudience');
    case 'closeQuestion':
      return say(view.phase === 'open' ? 'closeNobody' : 'closeQuestion');
    case 'startDecider':
      return say('startDecider', { place: lineOf(view, next.teams[0])?.place ?? '' });
    case 'finishAnswer':
      return say(joint(kind) ? 'finishJoint' : 'finishAnswer');
    case 'start':
    case 'startClock':
    case 'endRound':
    case 'finish':
    case 'resume':
    case 'endTest':
    case 'stopCrowd':
      return say(next.type);
    default:
      return say('confirm');
  }
}

export type PlainType = 'openBuzzers' | 'finishAnswer' | 'giveToAudience' | 'closeQuestion';

/** An act keeps its key whether it is the big button now or one of the small ones. */
export const LETTER: Readonly<Record<PlainType, string>> = {
  openBuzzers: 'o',
  finishAnswer: 'e',
  giveToAudience: 'g',
  closeQuestion: 'c',
};

/** What an undo would take back, in words. */
export function undoWords(view: HostView, say: Say<HostWord>): string {
  const { undo } = view;
  if (undo === null) return say('undo');
  const team = lineOf(view, undo.team)?.name ?? '';
  const words = view.round?.kind === 'rapid' ? RAPID : undo.what === 'judgeWord' ? WORD : VERDICT;
  const verdict = undo.verdict === null ? '' : say(words[undo.verdict]);
  const what = (() => {
    switch (undo.what) {
      case 'judge':
        return say('undoJudge', { team, verdict });
      case 'judgeWord':
        return say(view.round?.kind === 'rapid' ? 'undoItem' : 'undoWord', { team, verdict });
      case 'judgeHits':
        return say('undoHits', { team });
      case 'giveToAudience':
        return say('undoAudience');
      case 'closeQuestion':
        return say('undoClose');
      case 'adjust':
        return say('undoAdjust', { team });
      case 'skipQuestion':
        return say('undoSkip');
      case 'voidQuestion':
        return say('undoVoid');
      case 'deferQuestion':
        return say('undoDefer');
      case 'goBack':
        return say('undoGoBack');
      case 'judgeTeams':
        return say('undoJoint');
      case 'declineRisk':
        return say('undoDecline', { team });
      case 'reverse':
        return say('undoReverse', { team });
      default:
        return say('undoOther');
    }
  })();
  return say('undoWhat', { what });
}

const VERDICT = {
  right: 'right',
  wrong: 'wrong',
  void: 'judgeVoid',
  help: 'help',
  hit: 'hit',
  pass: 'pass',
} as const satisfies Record<string, HostWord>;
const WORD = { ...VERDICT, void: 'wordVoid' } as const;
const RAPID = { ...VERDICT, hit: 'right', void: 'wrong' } as const;
