import { type Decimal, isDecimal, ok, refuse, type Words } from '../../kernel/index.ts';
import type { ConfigProblem, QuestionItem, TeamId } from '../config.ts';
import type { LedgerReason } from '../event.ts';
import { scoreRows } from '../ledger.ts';
import { tooFew, whole } from '../problems.ts';
import { questionById, teamsIn } from '../programme.ts';
import type { RoundConfig, TogetherRound } from '../roundConfig.ts';
import type { Entered, OnStage, RoundState } from '../state.ts';
import type { Decided, RoundAct, RoundRules, StagePlay } from './face.ts';
import { notHere, showNext, startClock } from './turn.ts';
import * as words from './words.ts';

/** What teams answer on: a list to choose from, or their own words. */
export interface Sheet {
  readonly as: 'options' | 'cards' | 'number' | 'text';
  readonly options: readonly string[];
}

type Play<C extends TogetherRound> = StagePlay<C>;

/** What one kind of joint round adds to the machinery that all of them share. */
export interface Joint<C extends TogetherRound> {
  sheet(item: QuestionItem): Sheet;
  /** Teams that the answer key calls right among the entries, each by itself; `null`: only a human can tell. */
  propose(item: QuestionItem, entries: Readonly<Record<TeamId, Entered>>): (team: TeamId) => boolean | null;
  /** Points of one team by the ruling. */
  score(play: Play<C>, team: TeamId, right: boolean): Decimal;
  /** The first entry stands. */
  readonly firstIsFinal: boolean;
}

export const isTogether = (config: RoundConfig | null): config is TogetherRound =>
  config?.kind === 'cardRaise' ||
  config?.kind === 'estimate' ||
  config?.kind === 'speed' ||
  config?.kind === 'wager';

/** Teams that play for the question on stage. */
export const contestants = (round: RoundState, stage: OnStage): TeamId[] =>
  round.order.filter((team) => !stage.out.includes(team));

/** 站立式淘汰: the round ends when one team is left, or none. */
const over = (config: TogetherRound, round: RoundState | null): boolean =>
  config.wrongIsOut && round !== null && round.out.length > 0 && round.order.length - round.out.length <= 1;

/** The part that every joint round has; a kind spreads it over its own settings. */
export const together = <C extends TogetherRound>(
  joint: Joint<C>,
): Pick<
  RoundRules<C>,
  'starts' | 'rules' | 'closes' | 'order' | 'turns' | 'over' | 'who' | 'begin' | 'act'
> => ({
  starts: 'startClock',
  rules: 'judgeTeams',
  closes: [],
  order: (_config, state) => teamsIn(state),
  turns: () => null,
  over: (config, state) => over(config, state.round),
  who: () => ({ team: null, seat: null }),
  begin: (play) =>
    showNext(play, { team: null, seat: null }, 'points' in play.config ? play.config.points : null),
  act: (play, act) => onJoint(joint, play, act),
});

function onJoint<C extends TogetherRound>(joint: Joint<C>, play: Play<C>, act: RoundAct): Decided {
  switch (act.type) {
    case 'startClock':
      return startClock(play);
    case 'answer':
      return enter(joint, play, act.question, act.answer);
    case 'judgeTeams':
      return judge(joint, play, act.right);
    default:
      return notHere(act);
  }
}

const LONGEST = 200;

/** Whether the sheet has room for this answer. */
function fits({ as, options }: Sheet, answer: string): boolean {
  if (as === 'number') return isDecimal(answer);
  if (as === 'text') return answer.trim() !== '' && answer.length <= LONGEST;
  return options.includes(answer);
}

function enter<C extends TogetherRound>(
  joint: Joint<C>,
  play: Play<C>,
  question: string,
  answer: string,
): Decided {
  const { state, stage, round, config, team, at } = play;
  if (team === null) return refuse('show.stranger');
  if (stage.question !== question) return refuse('show.wrongQuestion', { question: stage.question });
  if (!contestants(round, stage).includes(team)) return refuse('show.excluded');
  if (state.phase === 'reading') return refuse('show.notOpen');
  if (state.phase !== 'answering') return refuse('show.tooLate');
  if (state.clock && at > state.clock.deadline)
    return refuse('show.tooLate', { closedAt: state.clock.deadline });
  if (joint.firstIsFinal && stage.entries[team]) return refuse('show.answer.final');
  const item = questionById(config, question);
  if (!item || !fits(joint.sheet(item), answer)) return refuse('show.answer.invalid');
  // Said again it is no news: the log keeps what changes.
  if (stage.entries[team]?.answer === answer) return ok([]);
  return ok([{ type: 'answerEntered', team, answer, at, by: team }]);
}

/**
 * The host's ruling on all teams at once; a team that is not named was wrong or gave no answer (QZ-36). While phones
 * may still change what they entered there is nothing to rule on: a ruling would be of what was seen a moment ago.
 */
function judge<C extends TogetherRound>(joint: Joint<C>, play: Play<C>, named: readonly TeamId[]): Decided {
  const { state, stage, round, config, at, by } = play;
  if (state.phase !== 'answering' && state.phase !== 'ruling')
    return refuse('show.notNow', { phase: state.phase });
  const teams = contestants(round, stage);
  const entered = teams.filter((team) => stage.entries[team]).length;
  const settled = entered === 0 || (joint.firstIsFinal && entered === teams.length);
  if (state.phase === 'answering' && !settled) return refuse('show.notNow', { phase: state.phase });
  const stranger = named.find((team) => !teams.includes(team));
  if (stranger !== undefined) return refuse('show.excluded', { team: stranger });
  const right = teams.filter((team) => named.includes(team));
  const rows = scoreRows(
    state,
    teams.map((team) => {
      const reason: LedgerReason = right.includes(team) ? 'right' : 'wrong';
      return { team, delta: joint.score(play, team, reason === 'right'), reason, by, at };
    }),
  );
  const out = config.wrongIsOut ? teams.filter((team) => !right.includes(team)) : [];
  return ok([{ type: 'teamsJudged', right, out, rows, at, by }]);
}

/**
 * What the answer key says of each team. Where no phone entered anything, cards are read in the hall: then it says
 * nothing. Else a team without an entry gave no answer.
 */
export function proposed<C extends TogetherRound>(
  joint: Joint<C>,
  item: QuestionItem | null,
  stage: OnStage,
): (team: TeamId) => boolean | null {
  if (item === null || Object.keys(stage.entries).length === 0) return () => null;
  const ruling = joint.propose(item, stage.entries);
  return (team) => (stage.entries[team] ? ruling(team) : false);
}

/** The key of a list: the exact text of one of its options. */
export const byOption =
  (sheet: Sheet): Joint<TogetherRound>['propose'] =>
  ({ answer }, entries) =>
  (team) =>
    sheet.options.includes(answer) ? entries[team]?.answer === answer : null;

/** Letters alike whatever their width, case and blanks. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '');

/** The key of a free text: only an equal one is surely right; another may be right in other words. */
const byText: Joint<TogetherRound>['propose'] =
  ({ answer }, entries) =>
  (team) =>
    plain(entries[team]?.answer ?? '') === plain(answer) ? true : null;

/** Options if the question has them, else free text. */
export const optionsOrText = ({ options }: QuestionItem): Sheet =>
  options?.length ? { as: 'options', options } : { as: 'text', options: [] };

export const byKey: Joint<TogetherRound>['propose'] = (item, entries) => {
  const sheet = optionsOrText(item);
  return (sheet.as === 'options' ? byOption(sheet) : byText)(item, entries);
};

export const problems = (config: TogetherRound, path: string): ConfigProblem[] => [
  ...whole(`${path}.timeLimitSec`, config.timeLimitSec),
  ...tooFew(`${path}.questions`, config.questions.length, 1),
];

export const printed = (config: TogetherRound): Words[] => [
  words.seconds(config.timeLimitSec),
  ...(config.wrongIsOut
    ? [
        {
          zh: '答错或未答的队退出本轮，直至剩下一队',
          en: 'a team that is wrong or silent is out of the round, until one is left',
        },
      ]
    : []),
];
