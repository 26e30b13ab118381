import { never, ok, refuse } from '../kernel/index.ts';
import type { HostAct } from './command.ts';
import { earnedBy, reversalRows } from './ledger.ts';
import { unfinished } from './past.ts';
import { currentRound } from './programme.ts';
import { lapEnded } from './rounds/deciderLaps.ts';
import type { Decided } from './rounds/face.ts';
import { rulesOf } from './rounds/index.ts';
import { afterNobody } from './rounds/steal.ts';
import type { ShowState } from './state.ts';

type OnQuestion = Extract<
  HostAct,
  {
    type:
      | 'finishAnswer'
      | 'giveToAudience'
      | 'closeQuestion'
      | 'skipQuestion'
      | 'deferQuestion'
      | 'goBack'
      | 'voidQuestion';
  }
>;

const LEFT = {
  skipQuestion: 'questionSkipped',
  deferQuestion: 'questionDeferred',
  voidQuestion: 'questionVoided',
} as const;

/** What ends the question on stage, alike in every kind of round. */
export function onQuestion(state: ShowState, act: OnQuestion, at: number, by: string): Decided {
  const { stage, phase } = state;
  const config = currentRound(state);
  if (phase === 'lobby') return refuse('show.notStarted');
  if (act.type === 'goBack') return goBack(state, act.reason, at, by);
  if (!stage || !config) return refuse('show.question.none');
  const notNow: Decided = refuse('show.notNow', { phase });
  switch (act.type) {
    case 'finishAnswer': {
      if (phase !== 'answering') return notNow;
      return ok([
        {
          type: 'answerFinished',
          late: stage.team !== null && state.clock !== null && at > state.clock.deadline,
          at,
          by,
        },
      ]);
    }
    case 'giveToAudience': {
      const unwanted = phase === 'judged' && (stage.after === 'audience' || stage.after === 'open');
      const unpressed = phase === 'open' && afterNobody(config) === 'audience';
      return unwanted || unpressed ? ok([{ type: 'givenToAudience', at, by }]) : notNow;
    }
    case 'closeQuestion': {
      const rules = rulesOf(config, state.config);
      const may = phase === 'judged' || phase === 'audience' || rules.closes.includes(phase);
      return may ? ok([{ type: 'questionClosed', at, by }, ...lapEnded(state, config, at, by)]) : notNow;
    }
    case 'skipQuestion':
    case 'deferQuestion':
    case 'voidQuestion': {
      if (phase === 'closed' || stage.question === null) return notNow;
      const reason = act.reason.trim();
      if (reason === '') return refuse('show.reasonMissing');
      const rows = reversalRows(state, earnedBy(state, stage.question), by, at, reason);
      return ok([{ type: LEFT[act.type], reason, rows, at, by }]);
    }
    default:
      return never(act);
  }
}

/**
 * The last closed question of the round is ruled again; one on stage that was not closed goes back among the unused.
 * What both have earned is taken back, fouls stay.
 */
function goBack(state: ShowState, words: string, at: number, by: string): Decided {
  const reason = words.trim();
  if (!state.round) return refuse('show.round.none');
  const last = state.past.at(-1);
  if (!last) return refuse('show.question.noneBefore');
  if (reason === '') return refuse('show.reasonMissing');
  const nos = [...earnedBy(state, last.stage.question), ...earnedBy(state, unfinished(state))];
  return ok([{ type: 'wentBack', reason, rows: reversalRows(state, nos, by, at, reason), at, by }]);
}
