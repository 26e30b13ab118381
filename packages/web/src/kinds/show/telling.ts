import type { HostView, RoundKind, ScoreLine, ScreenView, TurnView, ViewBase } from '@leitai/rules/show';
import type { StageWord } from '../../words/stage.ts';
import type { Facts } from '../../words/words.ts';

/** How a live surface tells a show: the word for the moment, the sign of a verdict. Types only from the rules. */
export type Tone = 'plain' | 'live' | 'good' | 'bad' | 'wait';

export const lineOf = (view: ViewBase, team: string | null | undefined): ScoreLine | null =>
  view.scores.find((line) => line.team === team) ?? null;

export const byTable = (view: ViewBase): ScoreLine[] =>
  view.scores
    .map((line, index) => ({ line, index }))
    .sort((a, b) => (a.line.table ?? a.index) - (b.line.table ?? b.index))
    .map(({ line }) => line);

/** The round on stage is one in which teams press; a decider may also be turns of questions (QZ-50). */
export const pressing = ({ round, decider }: Pick<ViewBase, 'round' | 'decider'>): boolean =>
  round?.kind === 'buzzer' || (round?.kind === 'decider' && decider?.rule === 'suddenDeath');

/** All teams answer at once. */
export const joint = (kind: RoundKind | undefined): boolean =>
  kind === 'cardRaise' || kind === 'estimate' || kind === 'speed' || kind === 'wager';

const READING: Partial<Record<RoundKind, StageWord>> = {
  video: 'readingVideo',
  charades: 'readingCharades',
  rapid: 'rapidReady',
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

const RULE: Record<RoundKind, StageWord> = {
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

/** One sentence on how the running round is played. */
export function ruleOf({ round, decider }: ViewBase): StageWord {
  if (round?.kind === 'decider' && decider?.rule === 'extraRound') return 'ruleExtraRound';
  if (round?.kind === 'decider' && decider?.rule === 'risk') return 'ruleRiskDecider';
  return RULE[round?.kind ?? 'audience'];
}

export const outcomeOf = (turn: TurnView | null): readonly [StageWord, Tone] | null =>
  turn?.outcome == null
    ? null
    : turn.outcome === 'done' && turn.verdicts !== null
      ? ['allRuled', 'plain']
      : OUTCOME[turn.outcome];

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
      return [view.turn?.deadHeat?.settledBy === 'again' ? 'deadHeatAgain' : 'deadHeat', 'wait'];
    case 'reading':
      if (pressing(view)) return ['readingBuzzer', 'plain'];
      return [(view.round && READING[view.round.kind]) ?? 'reading', 'plain'];
    case 'open':
      if (view.turn?.deadHeat != null) return ['openTied', 'live'];
      return [view.turn?.first == null ? 'open' : 'offered', 'live'];
    case 'answering':
      if (view.turn?.team == null) return ['entering', 'live'];
      return [view.round?.kind === 'charades' ? 'guessing' : 'answering', 'live'];
    case 'ruling':
      if (view.turn?.first != null && view.turn.first === view.turn.team) return ['nobodyTook', 'wait'];
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

/** Characters of the longest total as it is shown: what every cell of a row has to hold. */
export const digitsOf = ({ scores }: ViewBase): number =>
  Math.max(...scores.map(({ total }) => shown(total).length));

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

/** A number with what it counts. */
export const withUnit = (answer: string, unit: string | null): string =>
  unit === null ? answer : `${answer} ${unit}`;

/** What the ruling on all teams says of one. */
export const verdictOf = (view: ViewBase, team: string) =>
  view.turn?.verdicts?.find((verdict) => verdict.team === team) ?? null;

/** Teams that are in a dead heat right now. */
export const tiedNow = (view: ViewBase): readonly string[] =>
  view.phase === 'deadHeat' || view.phase === 'open' ? (view.turn?.deadHeat?.teams ?? []) : [];

export type Note = readonly [word: StageWord, facts?: Facts];

/** How the question came to the team on turn: whose choice, whose failure, which tie. */
export function noteOf(view: ViewBase): Note | null {
  const { turn, phase } = view;
  if (turn === null) return null;
  const name = (team: string | null): string => lineOf(view, team)?.name ?? '';
  if (turn.chooseFor !== null) return ['chooseFor', { team: name(turn.chooseFor) }];
  if (turn.first !== null && turn.first !== turn.team)
    return [turn.team === null ? 'failedBy' : 'takenFrom', { team: name(turn.first) }];
  if (turn.deadHeat !== null && turn.team !== null && phase !== 'deadHeat')
    return [`tie_${turn.deadHeat.settledBy}`];
  if (turn.asker !== null && phase !== 'choosing') return ['assignedBy', { team: name(turn.asker) }];
  return null;
}

/** Right words or items of the turn so far. */
export const hitsOf = (view: ViewBase): number =>
  view.turn?.words?.filter((verdict) => verdict === 'hit').length ?? 0;
