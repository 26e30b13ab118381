import type { ShowConfig } from './config.ts';
import type { ShowEvent } from './event.ts';
import { deciderDefault } from './roundDefaults.ts';

/** Plain JSON as it was stored, whatever release wrote it. */
type Json = Readonly<Record<string, unknown>>;

const NO_STEAL = { steal: { rule: 'off' } };

/** What a round meant before the setting existed. A buzz did not stop a clip. */
const ROUND: Readonly<Record<string, Json>> = {
  mandatory: NO_STEAL,
  risk: NO_STEAL,
  buzzer: { startDelay: null, mediaOnBuzz: 'goOn' },
  audience: { timeLimitSec: null },
  decider: {
    startDelay: null,
    points: deciderDefault.points,
    turnsPerTeam: deciderDefault.turnsPerTeam,
    values: deciderDefault.values,
  },
};

function completeRound(stored: Json): Json {
  // A round once said itself that the order of arrival counts; now the show says it.
  const { order, ...rest } = stored;
  const kind = String(stored['kind']);
  return {
    practice: false,
    eliminate: 0,
    ...ROUND[kind],
    ...rest,
    ...(kind === 'risk' ? { order } : {}),
  };
}

/** A stored configuration with every setting that it was stored before, at what it meant then. */
export function completeConfig(stored: unknown): ShowConfig {
  const config = stored as Json & { rounds: readonly Json[]; decider: Json & { round?: Json } };
  const { decider } = config;
  return {
    order: { rule: 'arrival' },
    ties: 'shared',
    stream: null,
    ...config,
    rounds: config.rounds.map(completeRound),
    decider: decider.round ? { ...decider, round: completeRound(decider.round) } : decider,
  } as unknown as ShowConfig;
}

const completePress = (stored: unknown): Json => {
  const press = stored as Json;
  return {
    pressedAt: press['at'],
    uncertaintyMs: 0,
    basis: 'arrival',
    claimedAt: null,
    roundTripMs: null,
    via: null,
    input: null,
    ...press,
  };
};

/** The facts that an event of this type did not have yet. */
function missing(event: Json): Json {
  switch (event['type']) {
    case 'consoleTaken':
      return { desk: 'host' };
    case 'choosingStarted':
      return { forTeam: event['team'] };
    case 'questionShown':
      return { asker: null };
    case 'paused':
      return { reason: 'other', note: null };
    case 'roundEnded':
      return { eliminated: [] };
    case 'finished':
      return { seed: null };
    default:
      return {};
  }
}

/** A stored event with the facts that it was stored before. */
export function completeEvent(stored: unknown): ShowEvent {
  const event = stored as Json;
  const standings = event['standings'] as readonly Json[] | undefined;
  return {
    ...missing(event),
    ...event,
    ...('press' in event ? { press: completePress(event['press']) } : {}),
    ...(standings ? { standings: standings.map((line) => ({ byLot: false, ...line })) } : {}),
  } as unknown as ShowEvent;
}
