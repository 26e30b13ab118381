import { never, ok, refuse } from '../kernel/index.ts';
import { TEST_QUESTION } from './command.ts';
import type {
  HostActType,
  HostCommand,
  InputCommand,
  PressTiming,
  ShowCommand,
  SystemCommand,
  TeamCommand,
} from './command.ts';
import { inProgramme } from './course.ts';
import { MOVES_ON } from './crowd.ts';
import { deskMay } from './deskActs.ts';
import { onDevices, teamOf, testPress, waitsForTest } from './devices.ts';
import { inHall } from './hall.ts';
import { onScores } from './jury.ts';
import { currentRound } from './programme.ts';
import { onQuestion } from './question.ts';
import { rulesOf } from './rounds/index.ts';
import { afterNobody } from './rounds/steal.ts';
import type { Decided, RoundAct } from './rounds/face.ts';
import { delayEnded, gatheringEnded, settleDeadHeat } from './settle.ts';
import type { ShowState } from './state.ts';

/**
 * What a command would make happen, or why not. Pure: time and seeds come in with the command. The caller stores the
 * events with seq `state.seq + 1 …` in one transaction, then folds them with `evolve`.
 */
export function decide(state: ShowState, command: ShowCommand): Decided {
  switch (command.actor.kind) {
    case 'host':
      return byHost(state, command as HostCommand);
    case 'team':
      return byTeam(state, command as TeamCommand);
    case 'input':
      return byInput(state, command as InputCommand);
    case 'system':
      return timedOut(state, command as SystemCommand);
    default:
      return never(command.actor);
  }
}

/** What needs no running clock: the hall, the protests, and decisions about the question that stands still. */
const IN_PAUSE: readonly HostActType[] = [
  'resume',
  'adjust',
  'reverse',
  'skipQuestion',
  'deferQuestion',
  'voidQuestion',
  'goBack',
  'fileProtest',
  'ruleProtest',
  'setDisplay',
  'mapInput',
  'startPoll',
  'stopCrowd',
  'drawPrize',
];

/** What remains after the end; scores move only after a reopening. */
const AFTER_END: readonly HostActType[] = ['reopen', 'fileProtest', 'ruleProtest', 'setDisplay', 'drawPrize'];

/**
 * While presses come in, for less than a second, the question stays: taken off, it would leave presses without a
 * verdict for ever.
 */
const NOT_GATHERING: readonly HostActType[] = [
  'skipQuestion',
  'voidQuestion',
  'deferQuestion',
  'goBack',
  'undo',
];

function byHost(state: ShowState, command: HostCommand): Decided {
  const { actor, now: at } = command;
  const by = actor.user;
  const desk = actor.desk ?? 'host';
  if (command.type === 'takeConsole')
    return ok([{ type: 'consoleTaken', console: actor.console, desk, at, by }]);
  const open = state.consoles[desk];
  if (open === undefined) return refuse('show.console.none');
  if (open !== actor.console) return refuse('show.console.replaced');
  if (!deskMay(desk, command.type)) return refuse('show.desk.notYours', { desk });
  if (state.step !== actor.step) return refuse('show.stale', { step: state.step });
  if (state.phase === 'finished' && !AFTER_END.includes(command.type)) return refuse('show.finished');
  if (state.paused && !IN_PAUSE.includes(command.type)) return refuse('show.paused');
  if (state.phase === 'gathering' && NOT_GATHERING.includes(command.type))
    return refuse('show.notNow', { phase: state.phase });
  if (waitsForTest(state, command.type)) return refuse('show.test.running');
  if (state.crowd.asking && MOVES_ON.includes(command.type)) return refuse('show.crowd.asking');
  switch (command.type) {
    case 'drawTables':
    case 'start':
    case 'startRound':
    case 'nextQuestion':
    case 'endRound':
    case 'startDecider':
    case 'finish':
    case 'pause':
    case 'resume':
    case 'reopen':
      return inProgramme(state, command, at, by);
    case 'adjust':
    case 'reverse':
    case 'undo':
      return onScores(state, command, at, by);
    case 'finishAnswer':
    case 'giveToAudience':
    case 'closeQuestion':
    case 'skipQuestion':
    case 'deferQuestion':
    case 'goBack':
    case 'voidQuestion':
      return onQuestion(state, command, at, by);
    case 'startClock':
    case 'openBuzzers':
    case 'judge':
    case 'judgeWord':
    case 'judgeHits':
    case 'judgeTeams':
    case 'giveTo':
    case 'chooseRisk':
    case 'declineRisk':
      return inRound(state, command, null, at, by);
    case 'settleDeadHeat':
      return settleDeadHeat(state, command.team, at, by);
    case 'startTest':
    case 'endTest':
    case 'mapInput':
      return onDevices(state, command, at, by);
    case 'setDisplay':
    case 'playMedia':
    case 'pauseMedia':
    case 'rewindMedia':
    case 'fileProtest':
    case 'ruleProtest':
    case 'askCrowd':
    case 'startPoll':
    case 'stopCrowd':
    case 'drawPrize':
      return inHall(state, command, at, by);
    default:
      return refuse('show.notNow', { type: (command as { type: string }).type });
  }
}

function byTeam(state: ShowState, command: TeamCommand): Decided {
  const { team } = command.actor;
  if (!state.config.teams.some((t) => t.id === team)) return refuse('show.stranger');
  switch (command.type) {
    case 'press':
      return byPress(
        state,
        { team, question: command.question, timing: command.timing, input: null },
        command.now,
      );
    case 'chooseRisk':
    case 'declineRisk':
    case 'answer':
    case 'stake':
      break;
    default:
      return refuse('show.stranger', { type: (command as { type: string }).type });
  }
  if (state.phase === 'lobby') return refuse('show.notStarted');
  if (state.phase === 'finished') return refuse('show.finished');
  if (state.paused) return refuse('show.paused');
  return inRound(state, command, team, command.now, team);
}

interface PressOf {
  readonly team: string;
  readonly question: string;
  readonly timing: PressTiming | undefined;
  readonly input: string | null;
}

/** A press of a wired buzzer is its team's press; it knows no question and means the one on stage. */
function byInput(state: ShowState, { actor, question, timing, now }: InputCommand): Decided {
  const { input } = actor;
  const team = teamOf(state, input);
  if (team === null) return refuse('show.input.unmapped', { input });
  const onStage = state.testing === null ? (state.stage?.question ?? '') : TEST_QUESTION;
  return byPress(state, { team, question: question ?? onStage, timing, input }, now);
}

function byPress(state: ShowState, press: PressOf, at: number): Decided {
  const { team, question, timing, input } = press;
  // What was under way when the host paused comes in all the same.
  if (state.paused && state.phase !== 'gathering') return refuse('show.paused');
  if (state.testing !== null) return testPress(state, press, at);
  if (state.phase === 'lobby') return refuse('show.notStarted');
  if (state.phase === 'finished') return refuse('show.finished');
  const act = {
    type: 'press' as const,
    question,
    ...(timing && { timing }),
    ...(input !== null && { input }),
  };
  return inRound(state, act, team, at, team);
}

function inRound(state: ShowState, act: RoundAct, team: string | null, at: number, by: string): Decided {
  const config = currentRound(state);
  const { round, stage } = state;
  if (!config || !round || !stage) {
    if (act.type === 'press') return refuse('show.notOpen');
    return state.phase === 'lobby' ? refuse('show.notStarted') : refuse('show.question.none');
  }
  return rulesOf(config, state.config).act({ state, config, round, stage, team, at, by }, act);
}

/** QZ-41: the deadline is the server's; what it means for the score waits for the host. */
function timedOut(state: ShowState, command: SystemCommand): Decided {
  const { clock } = state;
  const { clockId, now: at } = command;
  if (clock?.id !== clockId || state.paused) return refuse('show.clock.gone');
  if (at < clock.deadline) return refuse('show.clock.running', { deadline: clock.deadline });
  if (clock.kind === 'arm') return delayEnded(state, at);
  if (clock.kind === 'gather') return gatheringEnded(state, command.seed ?? clock.id, at);
  const config = currentRound(state);
  const after = clock.kind === 'press' && config ? afterNobody(config) : null;
  return ok([{ type: 'timedOut', clockId, kind: clock.kind, after, at, by: 'system' }]);
}
