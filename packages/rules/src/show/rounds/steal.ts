import { ok, refuse, type Words } from '../../kernel/index.ts';
import type { Verdict } from '../command.ts';
import type { ConfigProblem, TeamId } from '../config.ts';
import type { After } from '../event.ts';
import { reversalRows, scoreRows } from '../ledger.ts';
import { decimal, whole } from '../problems.ts';
import type { RoundConfig, StealRule, TurnRules } from '../roundConfig.ts';
import type { OnStage } from '../state.ts';
import { judgeAnswer } from './answer.ts';
import type { Decided, RoundAct, StagePlay } from './face.ts';
import { openBuzzers, press, type PressRules } from './press.ts';
import { answerer, clock, notHere, startClock } from './turn.ts';

type TurnRound = Extract<RoundConfig, TurnRules>;
type Play = StagePlay<TurnRound>;
type Offer = Extract<StealRule, { rule: 'offer' }>;

const offerOf = ({ steal }: TurnRules): Offer | null => (steal.rule === 'offer' ? steal : null);

/** What follows when nobody wants an open question; `null`: it counts right for the team that failed first. */
export function afterNobody(config: RoundConfig): After | null {
  if (config.kind === 'buzzer') return config.nobody === 'audience' ? 'audience' : 'close';
  if (!('steal' in config)) return 'close';
  if (config.steal.rule === 'offer' && config.steal.nobody === 'rightForFirst') return null;
  return afterFail(config);
}

const afterFail = (config: TurnRules): After => (config.audienceOnFail ? 'audience' : 'close');

/** What the question is worth to the team that answers now. */
export const worth = (config: RoundConfig, stage: OnStage): string | null =>
  'steal' in config && config.steal.rule === 'offer' && stage.first !== null && stage.team !== stage.first
    ? config.steal.points
    : stage.points;

/** Nobody wanted the question: it awaits the word that it counts right for the first. */
export const awaitsRightForFirst = (stage: OnStage): boolean =>
  stage.first !== null && stage.team === stage.first;

/** Teams that may take the question over. */
const takers = ({ round, stage }: Play): TeamId[] =>
  round.order.filter((team) => team !== stage.team && !stage.out.includes(team));

/**
 * The acts of a team's own answer and of the offer after its failure (QZ-22). `gains`: who has the points of a failed
 * question at once; then it is not offered.
 */
export function onAnswer(play: Play, act: RoundAct, gains?: TeamId): Decided {
  const { state, stage, config } = play;
  const offer = gains === undefined ? offerOf(config) : null;
  if (act.type === 'startClock') return startClock(play);
  if (act.type === 'judge') return judge(play, act.verdict, offer, gains);
  if (offer === null || stage.first === null) return notHere(act);
  switch (act.type) {
    case 'openBuzzers':
      return openBuzzers(play, pressRules(play, offer));
    case 'press':
      return press(play, act, pressRules(play, offer));
    case 'giveTo': {
      const onOffer = state.phase === 'open' || (state.phase === 'judged' && stage.after === 'open');
      if (!onOffer) return refuse('show.notNow', { phase: state.phase });
      if (!takers(play).includes(act.team)) return refuse('show.excluded', { team: act.team });
      const { at, by } = play;
      const answer = clock(state, 'answer', config.timeLimitSec, at);
      return ok([{ type: 'givenTo', team: act.team, clock: answer, at, by }]);
    }
    default:
      return notHere(act);
  }
}

const pressRules = (play: Play, offer: Offer): PressRules => ({
  foul: { rule: 'lockout' },
  interruptReading: false,
  eligible: takers(play),
  nobody: afterNobody(play.config) ?? 'close',
  pressWindowSec: offer.windowSec,
  timeLimitSec: play.config.timeLimitSec,
  startDelay: null,
});

function judge(play: Play, verdict: Verdict, offer: Offer | null, gains: TeamId | undefined): Decided {
  const { stage, config } = play;
  const after = afterFail(config);
  if (offer === null) return judgeAnswer(play, verdict, after, gains === undefined ? {} : { gains });
  if (stage.first === null) {
    return verdict === 'wrong' && takers(play).length > 0
      ? judgeAnswer(play, verdict, 'open', { wrongPenalty: offer.firstLoses })
      : judgeAnswer(play, verdict, after);
  }
  if (awaitsRightForFirst(stage)) return rightForFirst(play, verdict, offer);
  const { points, wrongPenalty } = offer;
  return judgeAnswer(play, verdict, after, { points, wrongPenalty, reason: 'steal' });
}

/** Nobody wanted it: what the first lost comes back, and the points of the offer on top. */
function rightForFirst(play: Play, verdict: Verdict, offer: Offer): Decided {
  const { state, stage, round, config, at, by } = play;
  const team = answerer(play);
  if (team === null) return refuse('show.notNow', { phase: state.phase });
  if (verdict === 'help') return refuse('show.ruling.wrongKind');
  const right = verdict === 'right';
  const lost = state.ledger.filter(
    (row) =>
      row.team === team &&
      row.question === stage.question &&
      row.round === round.id &&
      (row.reason === 'wrong' || row.reason === 'late'),
  );
  const back = right
    ? reversalRows(
        state,
        lost.map((row) => row.no),
        by,
        at,
      )
    : [];
  const rows = right ? scoreRows(state, [{ team, delta: offer.points, reason: 'right', by, at }], back) : [];
  const after = right ? 'close' : afterFail(config);
  return ok([{ type: 'ruled', team, verdict, late: false, after, out: false, rows, at, by }]);
}

export const problems = (config: TurnRound, path: string): ConfigProblem[] => {
  const { steal } = config;
  return steal.rule === 'off'
    ? []
    : [
        ...decimal(`${path}.steal.points`, steal.points, '0'),
        ...decimal(`${path}.steal.wrongPenalty`, steal.wrongPenalty, '0'),
        ...decimal(`${path}.steal.firstLoses`, steal.firstLoses, '0'),
        ...whole(`${path}.steal.windowSec`, steal.windowSec),
      ];
};

export function printed({ steal }: TurnRules): Words[] {
  if (steal.rule === 'off') return [];
  const { points, wrongPenalty, firstLoses, windowSec } = steal;
  const wrong =
    wrongPenalty === '0'
      ? { zh: '答错不扣分', en: 'wrong: no deduction' }
      : { zh: `答错 −${wrongPenalty} 分`, en: `wrong −${wrongPenalty}` };
  return [
    {
      zh: `答错时该队只扣 ${firstLoses} 分，本题可由其他队接答：${windowSec} 秒内抢答或由主持人指定，答对 +${points} 分，${wrong.zh}`,
      en: `after a wrong answer the team loses only ${firstLoses} and another may take the question, by a press within ${windowSec} s or by the host's word: right +${points}, ${wrong.en}`,
    },
    steal.nobody === 'rightForFirst'
      ? {
          zh: `无人接答视为原队答对，+${points} 分`,
          en: `if nobody takes it, it counts right for the first team: +${points}`,
        }
      : { zh: '无人接答不另计分', en: 'if nobody takes it, no further points' },
  ];
}
