import { Closed, DecimalText, Text, Words } from '@leitai/contract';
import { ok, refuse, type Result } from '@leitai/rules';
import type { HostAct, TeamAct } from '@leitai/rules/show';
import { Ajv, type ValidateFunction } from 'ajv';
import { Type, type Static, type TObject } from 'typebox';

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
  /** Without a seed the server draws one. */
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
  act('giveToAudience', none),
  act('closeQuestion', none),
  act('skipQuestion', { reason: Reason }),
  act('voidQuestion', { reason: Reason }),
  act('chooseRisk', { value: DecimalText }),
  act('declineRisk', none),
  act('adjust', { team: Key, delta: DecimalText, reason: Reason }),
  act('reverse', { ledgerNo: Type.Integer({ minimum: 1 }), reason: Reason }),
  act('undo', none),
  act('pause', none),
  act('resume', none),
  act('endRound', none),
  act('startDecider', { teams: Type.Array(Key, { maxItems: 200 }) }),
  act('finish', none),
] as const;

const teamActs = [
  act('press', { question: Key }),
  act('chooseRisk', { value: DecimalText }),
  act('declineRisk', none),
] as const;

type HostShape = Static<(typeof hostActs)[number]>;
type Seeded<T> = T extends { type: 'drawTables' } ? { type: 'drawTables'; seed: string } : T;
type Same<A extends B, B> = A;
/** Both sides name the same acts; the compiler says where they part. */
export type ActsAgree = [
  Same<Seeded<HostShape>, HostAct>,
  Same<HostAct['type'], HostShape['type']>,
  Same<Static<(typeof teamActs)[number]>, TeamAct>,
  Same<TeamAct['type'], Static<(typeof teamActs)[number]>['type']>,
];

const ajv = new Ajv({ strict: false });
const compile = (shapes: readonly TObject[], more: object): ReadonlyMap<string, ValidateFunction> =>
  new Map(
    shapes.map((shape) => {
      const { type } = shape.properties as unknown as { type: { const: string } };
      const added = type.const === 'takeConsole' ? {} : more;
      return [type.const, ajv.compile(Closed({ ...shape.properties, ...added }))];
    }),
  );

const host = compile(hostActs, Step);
const team = compile(teamActs, {});

function read<T>(known: ReadonlyMap<string, ValidateFunction>, command: Record<string, unknown>): Result<T> {
  const { type } = command;
  const validate = typeof type === 'string' ? known.get(type) : undefined;
  if (validate === undefined) return refuse('request.invalid', { field: 'type' });
  if (validate(command)) return ok(command as T);
  const [error] = validate.errors ?? [];
  const { missingProperty, additionalProperty } = (error?.params ?? {}) as Record<string, string | undefined>;
  const path = (error?.instancePath ?? '').split('/').filter(Boolean);
  const field = [...path, missingProperty ?? additionalProperty].filter(Boolean).join('.');
  return refuse('request.invalid', { field });
}

export const readHostAct = (command: Record<string, unknown>) =>
  read<HostShape & { step?: number }>(host, command);
export const readTeamAct = (command: Record<string, unknown>) => read<TeamAct>(team, command);
