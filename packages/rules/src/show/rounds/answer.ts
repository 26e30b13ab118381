import { type Decimal, negate, ok, refuse } from '../../kernel/index.ts';
import type { Verdict } from '../command.ts';
import type { TeamId } from '../config.ts';
import type { AnswerRules, Penalty, RoundConfig } from '../roundConfig.ts';
import type { LedgerReason, After } from '../event.ts';
import { scoreRows } from '../ledger.ts';
import type { OnStage } from '../state.ts';
import type { Decided, StagePlay } from './face.ts';
import { answerer } from './turn.ts';

const loss = (penalty: Penalty, points: Decimal): Decimal => negate(penalty === 'same' ? points : penalty);

/** Points of a ruling on one spoken answer, or `null` if it moves nothing (QZ-20). */
function scored(
  rules: AnswerRules,
  stage: Pick<OnStage, 'points' | 'late'>,
  verdict: Verdict,
): { delta: Decimal; reason: LedgerReason } | null {
  const points = stage.points ?? '0';
  switch (verdict) {
    case 'right':
      return { delta: points, reason: 'right' };
    case 'wrong':
      return stage.late
        ? {
            delta: loss(rules.latePenalty === 'asWrong' ? rules.wrongPenalty : rules.latePenalty, points),
            reason: 'late',
          }
        : { delta: loss(rules.wrongPenalty, points), reason: 'wrong' };
    case 'help':
      return rules.help.rule === 'penalty' ? { delta: negate(rules.help.points), reason: 'help' } : null;
    case 'void':
      return null;
  }
}

/** Whether the team has failed the question: then it falls to the others, the audience or nobody (QZ-35). */
const failed = (rules: AnswerRules, verdict: Verdict): boolean =>
  verdict === 'wrong' || (verdict === 'help' && rules.help.rule === 'penalty');

/** What stands in place of the round's own points (QZ-22). */
export interface Instead {
  readonly points?: Decimal;
  /** For a wrong and for a late answer. */
  readonly wrongPenalty?: Decimal;
  /** Why a right answer scores. */
  readonly reason?: LedgerReason;
  /** Who gains the points of a failed question. */
  readonly gains?: TeamId;
}

/** The human ruling on an answer; the score exists only from here (QZ-36). `afterFail` says what follows a failure. */
export function judgeAnswer(
  play: StagePlay<Extract<RoundConfig, AnswerRules>>,
  verdict: Verdict,
  afterFail: After,
  instead: Instead = {},
): Decided {
  const { state, stage, config, by, at } = play;
  const team = answerer(play);
  if (team === null) return refuse('show.notNow', { phase: state.phase });
  if (verdict === 'help' && config.help.rule === 'allowed') return refuse('show.help.allowed');
  // The time-out itself may be a moment behind the host's click.
  const late = stage.late || (state.clock !== null && at > state.clock.deadline);
  const { wrongPenalty, gains } = instead;
  const points = instead.points ?? stage.points ?? '0';
  const rules =
    wrongPenalty === undefined ? config : { ...config, wrongPenalty, latePenalty: 'asWrong' as const };
  const score = scored(rules, { points, late }, verdict);
  const fail = failed(config, verdict);
  const rows = scoreRows(state, [
    ...(score === null
      ? []
      : [
          {
            team,
            delta: score.delta,
            reason: (score.reason === 'right' && instead.reason) || score.reason,
            by,
            at,
          },
        ]),
    ...(fail && gains !== undefined && gains !== team
      ? [{ team: gains, delta: points, reason: 'steal' as const, by, at }]
      : []),
  ]);
  return ok([
    { type: 'ruled', team, verdict, late, after: fail ? afterFail : 'close', out: fail, rows, at, by },
  ]);
}
