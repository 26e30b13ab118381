import { never, ok, refuse } from '../kernel/index.ts';
import { TEST_QUESTION, type HostAct, type HostActType, type PressTiming } from './command.ts';
import type { TeamId } from './config.ts';
import { deviceUncertaintyMs, timed } from './order.ts';
import type { Decided } from './rounds/face.ts';
import type { ShowState } from './state.ts';

type OnDevices = Extract<HostAct, { type: 'startTest' | 'endTest' | 'mapInput' }>;

/** `key:KeyQ`, `pad:0:3`, `net:A1` … */
const INPUT_ID = /^[A-Za-z0-9:_.-]{1,64}$/;

/** What would put a question on stage or end the show waits until the test is ended. */
const NOT_IN_TEST: readonly HostActType[] = [
  'start',
  'startRound',
  'nextQuestion',
  'endRound',
  'startDecider',
  'finish',
  'undo',
  'goBack',
];

export const waitsForTest = (state: ShowState, type: HostActType): boolean =>
  state.testing !== null && NOT_IN_TEST.includes(type);

/** Test presses before the match and between rounds, and wired buzzers (QZ-33). */
export function onDevices(state: ShowState, act: OnDevices, at: number, by: string): Decided {
  switch (act.type) {
    case 'startTest':
      if (state.testing !== null) return refuse('show.test.running');
      if ((state.phase !== 'lobby' && state.phase !== 'idle') || state.stage)
        return refuse('show.notNow', { phase: state.phase });
      return ok([{ type: 'testStarted', at, by }]);
    case 'endTest':
      return state.testing === null ? refuse('show.test.none') : ok([{ type: 'testEnded', at, by }]);
    case 'mapInput': {
      const { input, team } = act;
      if (!INPUT_ID.test(input)) return refuse('show.input.invalid', { input });
      if (team !== null && !state.config.teams.some(({ id }) => id === team))
        return refuse('show.stranger', { team });
      if (team === null && !Object.hasOwn(state.inputs, input))
        return refuse('show.input.unmapped', { input });
      return ok([{ type: 'inputMapped', input, team, at, by }]);
    }
    default:
      return never(act);
  }
}

/** The team that a wired buzzer belongs to. */
export const teamOf = (state: ShowState, input: string): TeamId | null =>
  Object.hasOwn(state.inputs, input) ? (state.inputs[input] ?? null) : null;

/** A test press is measured like a real one; of each device the last one counts. */
export function testPress(
  state: ShowState,
  press: { team: TeamId; question: string; timing: PressTiming | undefined; input: string | null },
  at: number,
): Decided {
  const { team, question, timing, input } = press;
  if (state.testing === null) return refuse('show.test.none');
  if (question !== TEST_QUESTION) return refuse('show.wrongQuestion', { question: TEST_QUESTION });
  const { order } = state.config;
  const facts = timed(order, timing, state.testing, at);
  // Where the arrival decides nothing is in doubt, but the test is about the device (the drawer says the same ±).
  const uncertaintyMs =
    order.rule === 'arrival' && facts.roundTripMs !== null
      ? deviceUncertaintyMs(facts.roundTripMs / 2)
      : facts.uncertaintyMs;
  return ok([
    {
      type: 'testPressed',
      press: {
        round: '',
        question: TEST_QUESTION,
        opening: 0,
        team,
        at,
        ...facts,
        uncertaintyMs,
        input,
        deltaMs: facts.pressedAt - state.testing,
        verdict: 'test',
      },
      at,
      by: team,
    },
  ]);
}
