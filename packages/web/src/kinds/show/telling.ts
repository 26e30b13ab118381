import type { HostView, RoundKind, ScoreLine, ScreenView, TurnView, ViewBase } from '@leitai/rules/show';
import type { StageWord } from '../../words/stage.ts';

/** How a live surface tells a show: the word for the moment, the sign of a verdict. Types only from the rules. */
export type Tone = 'plain' | 'live' | 'good' | 'bad' | 'wait';

export const lineOf = (view: ViewBase, team: string | null | undefined): ScoreLine | null =>
  view.scores.find((line) => line.team === team) ?? null;

export const byTable = (view: ViewBase): ScoreLine[] =>
  view.scores
    .map((line, index) => ({ line, index }))
    .sort((a, b) => (a.line.table ?? a.index) - (b.line.table ?? b.index))
    .map(({ line }) => line);

/** Rounds in which teams press. */
export const pressing = (kind: RoundKind | undefined): boolean => kind === 'buzzer' || kind === 'decider';

const READING: Partial<Record<RoundKind, StageWord>> = {
  video: 'readingVideo',
  charades: 'readingCharades',
  buzzer: 'readingBuzzer',
  decider: 'readingBuzzer',
  audience: 'audience',
};

const OUTCOME: Record<NonNullable<TurnView['outcome']>, readonly [StageWord, Tone]> = {
  right: ['right', 'good'],
  wrong: ['wrong', 'bad'],
  void: ['void', 'plain'],
  help: ['help', 'bad'],
  late: ['lateWrong', 'bad'],
  foul: ['foul', 'bad'],
  nobody: ['nobody', 'plain'],
  declined: ['declined', 'plain'],
  done: ['done', 'good'],
};

export const RULE: Record<RoundKind, StageWord> = {
  mandatory: 'ruleMandatory',
  teamMandatory: 'ruleTeamMandatory',
  video: 'ruleVideo',
  charades: 'ruleCharades',
  rapid: 'ruleRapid',
  buzzer: 'ruleBuzzer',
  risk: 'ruleRisk',
  assigned: 'ruleAssigned',
  cardRaise: 'ruleCardRaise',
  estimate: 'ruleEstimate',
  speed: 'ruleSpeed',
  wager: 'ruleWager',
  audience: 'ruleAudience',
  decider: 'ruleDecider',
};

export const outcomeOf = (turn: TurnView | null): readonly [StageWord, Tone] | null =>
  turn?.outcome == null ? null : OUTCOME[turn.outcome];

/** The word for what happens now, and how it should look. */
export function moment(view: ViewBase): readonly [StageWord, Tone] {
  if (view.testing) return ['testing', 'live'];
  if (view.paused) return ['paused', 'wait'];
  switch (view.phase) {
    case 'lobby':
      return [view.scores.some((line) => line.table !== null) ? 'drawn' : 'lobby', 'plain'];
    case 'idle':
      if (view.round === null) return ['between', 'plain'];
      return [view.round.turn === 0 ? 'roundOpens' : 'nextSoon', 'plain'];
    case 'choosing':
      return ['choosing', 'wait'];
    case 'staking':
      return ['staking', 'live'];
    case 'gathering':
      return ['gathering', 'live'];
    case 'deadHeat':
      return ['deadHeat', 'wait'];
    case 'reading':
      return [(view.round && READING[view.round.kind]) ?? 'reading', 'plain'];
    case 'open':
      return [view.turn?.first == null ? 'open' : 'offered', 'live'];
    case 'answering':
      if (view.turn?.team == null) return ['entering', 'live'];
      return [view.round?.kind === 'charades' ? 'guessing' : 'answering', 'live'];
    case 'ruling':
      return view.turn?.late ? ['late', 'wait'] : ['ruling', 'wait'];
    case 'audience':
      return ['audience', 'plain'];
    case 'judged':
    case 'closed':
      return outcomeOf(view.turn) ?? ['nextSoon', 'plain'];
    case 'finished':
      return ['finished', 'plain'];
    default:
      return ['connecting', 'plain'];
  }
}

/** Whose moment it is: the team on turn, or who pressed too early; nobody once the hall answers. */
export function teamNow(view: ScreenView | HostView): ScoreLine | null {
  if (view.phase === 'audience') return null;
  if (view.turn?.outcome === 'foul') {
    return lineOf(view, view.changes.find((change) => change.reason === 'foul')?.team ?? view.out.at(-1));
  }
  return lineOf(view, view.turn?.team);
}

/** `+10`, `−10`, `0` with a real minus sign. */
export const signed = (delta: string): string =>
  delta.startsWith('-') ? `−${delta.slice(1)}` : delta === '0' ? '0' : `+${delta}`;

/** `—` while the display hides it. */
export const shown = (points: string | null): string => points?.replace('-', '−') ?? '—';

/** What the question on stage has moved for a team so far; null when nothing, also after an undo. */
export function changeOf(view: ViewBase, team: string): string | null {
  const mine = view.changes.filter((change) => change.team === team);
  if (mine.length === 0) return null;
  // Points have few decimals: adding the scaled whole numbers is exact enough for a "+10" beside the board.
  const sum = mine.reduce((all, change) => all + Math.round(Number(change.delta) * 1_000), 0) / 1_000;
  return sum === 0 ? null : signed(String(sum));
}

/** `A` … for options, however many. */
export const letter = (index: number): string => String.fromCodePoint(65 + index);
