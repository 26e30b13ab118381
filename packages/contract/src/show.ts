import { Type } from 'typebox';
import { Closed, Id, Text } from './shapes.ts';
import { RuleSheet } from './contest.ts';
import type { Endpoint } from './endpoint.ts';

const ParamsStage = Closed({ stageId: Id });
const conduct = { who: 'staff', action: 'show.conduct', of: 'stage', at: 'params.stageId' } as const;

/** `ShowConfig` of the rules; the server validates it with `validateConfig` and names the field. */
const ShowConfigShape = Type.Record(Type.String(), Type.Unknown());

export const showEndpoints = {
  'show.get': {
    method: 'GET',
    path: '/api/stages/:stageId/show',
    summary: 'Configuration of a show with all questions, for those who conduct it',
    access: conduct,
    params: ParamsStage,
    reply: Closed({ config: ShowConfigShape, started: Type.Boolean() }),
  },
  'show.update': {
    method: 'PUT',
    path: '/api/stages/:stageId/show',
    summary: 'Change rounds and questions; refused once the show has started',
    access: conduct,
    params: ParamsStage,
    body: Closed({ config: ShowConfigShape }),
    reply: Closed({ config: ShowConfigShape, started: Type.Boolean() }),
  },
  'show.ruleSheet': {
    method: 'GET',
    path: '/api/stages/:stageId/show/rule-sheet',
    summary: 'The printed rules of the rounds',
    access: conduct,
    params: ParamsStage,
    reply: RuleSheet,
  },
  'show.links': {
    method: 'GET',
    path: '/api/stages/:stageId/show/links',
    summary: 'Paths of host console, big screen, audience page and of each team’s phone',
    access: conduct,
    params: ParamsStage,
    reply: Closed({
      host: Type.String(),
      screen: Type.String(),
      audience: Type.String(),
      teams: Type.Array(Closed({ teamId: Id, name: Type.String(), path: Type.String() })),
    }),
  },
  'show.record': {
    method: 'GET',
    path: '/api/stages/:stageId/show/record',
    summary: 'Ledger, press log and prize draws of a show',
    access: { who: 'staff', action: 'result.read', of: 'stage', at: 'params.stageId' },
    params: ParamsStage,
    reply: Closed({
      ledger: Type.Array(Type.Record(Type.String(), Type.Unknown())),
      presses: Type.Array(Type.Record(Type.String(), Type.Unknown())),
      prizes: Type.Array(
        Closed({
          question: Type.String(),
          seed: Type.String(),
          of: Type.Integer(),
          digest: Type.String(),
          winners: Type.Array(Type.String()),
          at: Type.Number(),
          /** The codes of all phones that the lot was drawn among, sorted. */
          codes: Type.Array(Type.String()),
        }),
      ),
      events: Type.Integer(),
    }),
  },
  'show.close': {
    method: 'POST',
    path: '/api/stages/:stageId/show/close',
    summary: 'Take the finished show’s scores over as marks of the stage; idempotent',
    access: conduct,
    params: ParamsStage,
    reply: Closed({ entries: Type.Integer() }),
  },
} as const satisfies Record<string, Endpoint>;

/**
 * The live socket, one a page: `GET /live?show=STAGE&as=host|screen|team|audience[&key=…]`, JSON text frames.
 * Staff cookies authorise `host`, the signed key of `show.links` `screen`, an entrant's cookie `team`, nobody needs
 * anything for `audience`.
 */
export const PROTOCOL_VERSION = 1;

export const ClientFrame = Type.Union([
  Closed({
    t: Type.Literal('hello'),
    v: Type.Integer(),
    console: Type.Optional(Text(64)),
    /** A phone of the audience that wants to take part: the token it was given, or empty at its first visit. */
    guest: Type.Optional(Type.String({ maxLength: 128 })),
  }),
  Closed({
    t: Type.Literal('cmd'),
    /** The client's own number of this command; the ack repeats it. A retry with the same id is answered, not done again. */
    id: Text(64),
    command: Type.Record(Type.String(), Type.Unknown()),
  }),
  Closed({ t: Type.Literal('ping'), n: Type.Integer({ minimum: 0 }) }),
]);

export type ServerFrame =
  /** The whole view for this audience after event `seq`; a later one replaces it. `now` is the server's clock. */
  | { readonly t: 'view'; readonly seq: number; readonly now: number; readonly view: unknown }
  | { readonly t: 'ack'; readonly id: string; readonly ok: true; readonly seq: number }
  | {
      readonly t: 'ack';
      readonly id: string;
      readonly ok: false;
      readonly code: string;
      readonly facts?: object;
    }
  | { readonly t: 'pong'; readonly n: number; readonly now: number }
  /**
   * Aggregated, ever more rarely as the crowd grows. `answered`: phones that have answered what the audience is asked,
   * `null` while it is asked nothing. `cheers`: by team since this process took the show up; teams without any are left
   * out.
   */
  | {
      readonly t: 'crowd';
      readonly audience: number;
      readonly teams: Readonly<Record<string, number>>;
      readonly answered: number | null;
      readonly cheers: Readonly<Record<string, number>>;
    }
  /** Who this phone is: the signed token to come back with, and the code it would be called out by. */
  | { readonly t: 'guest'; readonly token: string; readonly code: string }
  | { readonly t: 'bye'; readonly code: string };
