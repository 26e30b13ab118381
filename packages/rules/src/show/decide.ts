import { never, ok, refuse } from '../kernel/index.ts';
import type {
  HostActType,
  HostCommand,
  InputCommand,
  ShowCommand,
  SystemCommand,
  TeamCommand,
} from './command.ts';
import { inProgramme } from './course.ts';
import { MOVES_ON } from './crowd.ts';
import { deskMay } from './desk.ts';
import { byInput, onDevices } from './devices.ts';
import { inHall } from './hall.ts';
import { onScores } from './jury.ts';
import { currentRound } from './programme.ts';
import { onQuestion } from './question.ts';
import { rulesOf } from './rounds/index.ts';
import type { Decided, RoundAct } from './rounds/face.ts';
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
    case 'settleDeadHeat':
    case 'giveTo':
    case 'chooseRisk':
    case 'declineRisk':
      return inRound(state, command, null, at, by);
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

function inRound(state: ShowState, act: RoundAct, team: string | null, at: number, by: string): Decided {
  const config = currentRound(state);
  const { round, stage } = state;
  if (!config || !round || !stage) {
    if (act.type === 'press') return refuse('show.notOpen');
    return state.phase === 'lobby' ? refuse('show.notStarted') : refuse('show.question.none');
  }
  return rulesOf(config).act({ state, config, round, stage, team, at, by }, act);
}

/** QZ-41: the deadline is the server's; what it means for the score waits for the host. */
function timedOut(state: ShowState, command: SystemCommand): Decided {
  const { clock } = state;
  const { clockId, now: at } = command;
  if (clock?.id !== clockId || state.paused) return refuse('show.clock.gone');
  if (at < clock.deadline) return refuse('show.clock.running', { deadline: clock.deadline });
  const config = currentRound(state);
  const audience = config?.kind === 'buzzer' && config.nobody === 'audience';
  const after = clock.kind === 'press' ? (audience ? 'audience' : 'close') : null;
  return ok([{ type: 'timedOut', clockId, kind: clock.kind, after, at, by: 'system' }]);
}
