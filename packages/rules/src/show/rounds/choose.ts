import { type Decimal, ok, refuse } from '../../kernel/index.ts';
import type { QuestionItem, TeamId } from '../config.ts';
import type { RoundConfig } from '../roundConfig.ts';
import type { Decided, Play, StagePlay, Who } from './face.ts';
import { clock, show, unused } from './turn.ts';

/** A round in which a value is chosen before the question is shown. */
type ChoiceRound = Extract<RoundConfig, { values: readonly Decimal[] }>;

type Left = Pick<Play<ChoiceRound>, 'config' | 'round'>;

const left = (play: Left, value: Decimal): QuestionItem | null =>
  unused(play).find((question) => question.points === value) ?? null;

/** Values that still have an unused question. */
const onOffer = (play: Left): Decimal[] => play.config.values.filter((value) => left(play, value) !== null);

/** `team` is to choose a value for `forTeam`, mostly itself. */
export function startChoosing(
  play: Play<ChoiceRound>,
  team: TeamId | null,
  forTeam: TeamId | null,
  chooseSec: number | null,
): Decided {
  const { state, at, by } = play;
  const values = onOffer(play);
  if (team === null || forTeam === null || values.length === 0) return refuse('show.question.noMore');
  const choose = chooseSec === null ? null : clock(state, 'choose', chooseSec, at);
  return ok([{ type: 'choosingStarted', team, forTeam, values, clock: choose, at, by }]);
}

/** The team itself or the host for it; chosen is chosen. */
export function choosing(play: StagePlay): Decided | null {
  if (play.team !== null && play.team !== play.stage.team)
    return refuse('show.notYourTurn', { team: play.stage.team });
  return play.state.phase === 'choosing' ? null : refuse('show.notNow', { phase: play.state.phase });
}

/** The value is chosen and its question shown to `who`. */
export function choose(
  play: StagePlay<ChoiceRound>,
  value: Decimal,
  who: Who,
  asker: TeamId | null = null,
): Decided {
  const refused = choosing(play);
  if (refused) return refused;
  if (!play.config.values.includes(value))
    return refuse('show.risk.unknownValue', { values: play.config.values });
  const question = left(play, value);
  if (!question) return refuse('show.risk.usedUp', { values: onOffer(play) });
  return show(play, question, who, value, asker);
}
