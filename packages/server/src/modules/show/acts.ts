import { Closed, DecimalText, Maybe, Text, Words } from '@leitai/contract';
import { ok, refuse, type Result } from '@leitai/rules';
import {
  PAUSE_REASONS,
  type CrowdCount,
  type HostAct,
  type PressTiming,
  type TeamAct,
} from '@leitai/rules/show';
import { Ajv, type ValidateFunction } from 'ajv';
import { Type, type Static, type TObject } from 'typebox';
import { unstorable } from '../../platform/storable.ts';

/** Shapes of what a client may ask for; whether it may is the rules' business. */
const act = <T extends string, P extends Parameters<typeof Closed>[0]>(type: T, fields: P) =>
  Closed({ type: Type.Literal(type), ...fields });

const Step = { step: Type.Integer({ minimum: 0 }) };
const Reason = Type.String({ maxLength: 200 });
const Verdict = Words(['right', 'wrong', 'void', 'help']);
const Key = Text(64);
const none = {};

const hostActs = [
  act('takeConsole', none),
  /** A seed that the hall chose, by dice perhaps; else the server draws one. */
  act('drawTables', { seed: Type.Optional(Text(128)) }),
  act('start', none),
  act('startRound', { round: Key }),
  act('nextQuestion', none),
  act('startClock', none),
  act('openBuzzers', none),
  act('finishAnswer', none),
  act('judge', { verdict: Verdict }),
  act('judgeWord', { word: Type.Integer({ minimum: 0 }), verdict: Words(['hit', 'pass', 'void']) }),
  act('judgeHits', { hits: Type.Array(Type.Integer({ minimum: 0 }), { maxItems: 200 }) }),
  act('judgeTeams', { right: Type.Array(Key, { maxItems: 200 }) }),
  act('settleDeadHeat', { team: Key }),
  act('giveTo', { team: Key }),
  act('giveToAudience', none),
  act('closeQuestion', none),
  act('skipQuestion', { reason: Reason }),
  act('deferQuestion', { reason: Reason }),
  act('goBack', { reason: Reason }),
  act('voidQuestion', { reason: Reason }),
  act('chooseRisk', { value: DecimalText }),
  act('declineRisk', none),
  act('adjust', { team: Key, delta: DecimalText, reason: Reason }),
  act('reverse', { ledgerNo: Type.Integer({ minimum: 1 }), reason: Reason }),
  act('undo', none),
  act('pause', { reason: Words([...PAUSE_REASONS]), note: Type.Optional(Reason) }),
  act('resume', none),
  act('endRound', none),
  act('startDecider', { teams: Type.Array(Key, { maxItems: 200 }) }),
  act('finish', none),
  act('reopen', { reason: Reason }),
  act('startTest', none),
  act('endTest', none),
  act('mapInput', { input: Key, team: Maybe(Key) }),
  act('setDisplay', {
    display: Closed({
      scores: Words(['all', 'top', 'none', 'ceremony']),
      top: Type.Integer({ minimum: 1, maximum: 200 }),
      revealFrom: Maybe(Type.Integer({ minimum: 1, maximum: 200 })),
      scene: Words(['auto', 'board']),
    }),
  }),
  act('playMedia', none),
  act('pauseMedia', none),
  act('rewindMedia', none),
  act('fileProtest', { team: Key, question: Maybe(Key), text: Type.String({ maxLength: 500 }) }),
  act('ruleProtest', {
    no: Type.Integer({ minimum: 1 }),
    verdict: Words(['upheld', 'dismissed']),
    note: Type.String({ maxLength: 500 }),
  }),
  act('askCrowd', none),
  act('startPoll', {
    id: Key,
    title: Text(120),
    options: Type.Array(Text(80), { minItems: 2, maxItems: 8 }),
  }),
  /** What is counted comes from the server. */
  act('stopCrowd', {
    counts: Type.Optional(Type.Array(Type.Integer({ minimum: 0 }), { maxItems: 12 })),
    answered: Type.Optional(Type.Integer({ minimum: 0 })),
  }),
  /** Who has won comes from the server's draw. */
  act('drawPrize', { count: Type.Integer({ minimum: 1, maximum: 100 }) }),
] as const;

/**
 * The moment of the press on the server's clock, as the device reckons it, ms (QZ-33). What is no such number is no
 * claim: nobody loses a press by it.
 */
const Claim = Type.Optional(Type.Unknown());

const teamActs = [
  act('press', { question: Key, claimedAt: Claim }),
  act('answer', { question: Key, answer: Text(200) }),
  /** Nobody knows the question yet: it is empty; the rules refuse any other. */
  act('stake', { question: Type.String({ maxLength: 100 }), stake: DecimalText }),
  act('chooseRisk', { value: DecimalText }),
  act('declineRisk', none),
] as const;

/** A desk's own buzzers: keys, gamepads, serial lines. */
const deskPress = act('inputPress', {
  input: Type.String({ pattern: '^(?!net:)[A-Za-z0-9:_.-]{1,64}$' }),
  question: Type.Optional(Maybe(Key)),
  claimedAt: Claim,
});
/** A box on the network names itself `net:…`, so that it cannot press for a desk's keys. */
export const NET_INPUT = '^net:[A-Za-z0-9_.-]{1,60}$';
const boxPress = act('press', { input: Type.String({ pattern: NET_INPUT }), claimedAt: Claim });

type HostShape = Static<(typeof hostActs)[number]>;
type TeamShape = Static<(typeof teamActs)[number]>;
/** What the server adds: seeds, counts, winners, and of a press what it measured itself. */
type Filled = {
  drawTables: { seed: string };
  stopCrowd: CrowdCount;
  drawPrize: Omit<Extract<HostAct, { type: 'drawPrize' }>, 'type'>;
  press: { question: string; timing?: PressTiming };
};
type Seeded<T extends { type: string }> = T extends { type: infer K extends keyof Filled }
  ? { type: K } & Filled[K]
  : T;
type Same<A extends B, B> = A;
/** Both sides name the same acts; the compiler says where they part. */
export type ActsAgree = [
  Same<Seeded<HostShape>, HostAct>,
  Same<HostAct['type'], HostShape['type']>,
  Same<Seeded<TeamShape>, TeamAct>,
  Same<TeamAct['type'], TeamShape['type']>,
];

const ajv = new Ajv({ strict: false });
export const compile = (shapes: readonly TObject[], more: object): ReadonlyMap<string, ValidateFunction> =>
  new Map(
    shapes.map((shape) => {
      const { type } = shape.properties as unknown as { type: { const: string } };
      const added = type.const === 'takeConsole' ? {} : more;
      return [type.const, ajv.compile(Closed({ ...shape.properties, ...added }))];
    }),
  );

const host = compile(hostActs, Step);
const team = compile(teamActs, {});
const desk = compile([deskPress], {});
const box = compile([boxPress], {});

export function readAct<T>(
  known: ReadonlyMap<string, ValidateFunction>,
  command: Record<string, unknown>,
): Result<T> {
  const { type } = command;
  const validate = typeof type === 'string' ? known.get(type) : undefined;
  if (validate === undefined) return refuse('request.invalid', { field: 'type' });
  if (validate(command)) {
    const field = unstorable(command);
    return field === null ? ok(command as T) : refuse('request.invalid', { field });
  }
  const [error] = validate.errors ?? [];
  const { missingProperty, additionalProperty } = (error?.params ?? {}) as Record<string, string | undefined>;
  const path = (error?.instancePath ?? '').split('/').filter(Boolean);
  const field = [...path, missingProperty ?? additionalProperty].filter(Boolean).join('.');
  return refuse('request.invalid', { field });
}

export const readHostAct = (command: Record<string, unknown>) =>
  readAct<HostShape & { step?: number }>(host, command);
/** `press` of the one kind or the other: needs no step. */
export const readDeskPress = (command: Record<string, unknown>) =>
  readAct<Static<typeof deskPress>>(desk, command);
export const readBoxPress = (command: Record<string, unknown>) =>
  readAct<Static<typeof boxPress>>(box, command);
export const readTeamAct = (command: Record<string, unknown>) => readAct<TeamShape>(team, command);
