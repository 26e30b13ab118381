import { ok, refuse, type Result } from '../../kernel/index.ts';
import type { ShowRefusal, WordVerdict } from '../command.ts';
import type { LedgerRow } from '../event.ts';
import { scoreRow } from '../ledger.ts';
import { questionById, teamsIn } from '../programme.ts';
import type { CharadesRound, RapidRound } from '../roundConfig.ts';
import type { Decided, RoundRules, StagePlay } from './face.ts';
import { answerer, inTurn, notHere, showNext, startClock } from './turn.ts';

interface Spree<C extends CharadesRound | RapidRound> {
  /** What of a question is gone through. */
  readonly list: 'words' | 'items';
  /** What a ruling is worth; `null`: nothing. */
  score(
    play: StagePlay<C>,
    verdict: WordVerdict,
  ): Result<Pick<LedgerRow, 'delta' | 'reason'> | null, ShowRefusal>;
}

/** Turns in table order, each of many small rulings until the bell. */
export const spree = <C extends CharadesRound | RapidRound>(
  kind: Spree<C>,
): Omit<RoundRules<C>, 'problems' | 'printed'> => ({
  starts: 'startClock',
  rules: 'judgeWord',
  closes: ['ruling'],
  order: (_config, state) => teamsIn(state),
  turns: (config, teams) => config.turnsPerTeam * teams,
  who: (_config, order, turn) => ({ team: inTurn(order, turn), seat: null }),
  begin: (play) => showNext(play, { team: inTurn(play.round.order, play.round.turn), seat: null }, null),
  act(play, act) {
    switch (act.type) {
      case 'startClock':
        return startClock(play);
      case 'judgeWord':
        return judged(play, kind, act.word, act.verdict);
      default:
        return notHere(act);
    }
  },
});

/** After the bell the one that was under way may still be ruled; then the turn is over. */
function judged<C extends CharadesRound | RapidRound>(
  play: StagePlay<C>,
  { list, score }: Spree<C>,
  word: number,
  verdict: WordVerdict,
): Decided {
  const { state, stage, config, by, at } = play;
  const team = answerer(play);
  if (team === null) return refuse('show.notNow', { phase: state.phase });
  if (word !== stage.words.length) return refuse('show.word.stale', { word: stage.words.length });
  const worth = score(play, verdict);
  if (!worth.ok) return worth;
  const count = questionById(config, stage.question)?.[list]?.length ?? 0;
  const done = state.phase === 'ruling' || word + 1 >= count;
  const rows = worth.value === null ? [] : [scoreRow(state, { team, ...worth.value, by, at })];
  return ok([{ type: 'wordJudged', team, word, verdict, done, rows, at, by }]);
}
