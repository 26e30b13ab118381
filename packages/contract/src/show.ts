import { Type } from 'typebox';
import { Closed, DecimalText, Id, Maybe, Ms, Text } from './shapes.ts';
import { RuleSheet } from './contest.ts';
import type { Endpoint } from './endpoint.ts';

const ParamsStage = Closed({ stageId: Id });
const read = { who: 'staff', action: 'result.read', of: 'stage', at: 'params.stageId' } as const;
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
    summary: 'Paths of host console, big screen, audience page, replay and of each team’s phone',
    access: conduct,
    params: ParamsStage,
    reply: Closed({
      host: Type.String(),
      screen: Type.String(),
      audience: Type.String(),
      /** Of the replay: for anyone it is given to, once the show has finished. */
      replay: Type.String(),
      teams: Type.Array(Closed({ teamId: Id, name: Type.String(), path: Type.String() })),
    }),
  },
  'show.record': {
    method: 'GET',
    path: '/api/stages/:stageId/show/record',
    summary: 'Ledger, press log and event log of a show',
    access: read,
    params: ParamsStage,
    reply: Closed({
      ledger: Type.Array(Type.Record(Type.String(), Type.Unknown())),
      presses: Type.Array(Type.Record(Type.String(), Type.Unknown())),
      events: Type.Integer(),
    }),
  },
  'show.replay': {
    method: 'GET',
    path: '/api/shows/:stageId/replay',
    summary: 'The course of a finished show, for anyone with the key of `show.links`',
    access: { who: 'public' },
    params: ParamsStage,
    query: Closed({ key: Type.Optional(Type.String({ maxLength: 100 })) }),
    reply: Closed({
      name: Type.String(),
      teams: Type.Array(Closed({ id: Id, name: Type.String(), table: Type.Integer() })),
      /** `Moment` of the rules, in order. */
      moments: Type.Array(Type.Record(Type.String(), Type.Unknown())),
      standings: Type.Array(
        Closed({
          team: Id,
          total: DecimalText,
          place: Type.Integer(),
          decided: Type.Boolean(),
          byLot: Type.Boolean(),
        }),
      ),
      from: Maybe(Ms),
      until: Maybe(Ms),
      pausedMs: Ms,
      faultMs: Ms,
    }),
  },
  'show.ledger': {
    method: 'GET',
    path: '/api/stages/:stageId/show/ledger.xlsx',
    summary: 'Every point and press of a show as a workbook whose sums are formulas; audited',
    access: read,
    params: ParamsStage,
    reply: { file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  },
  'show.result': {
    method: 'GET',
    path: '/api/stages/:stageId/show/result.pdf',
    summary: 'Result sheet of a finished show, to sign; audited',
    access: read,
    params: ParamsStage,
    reply: { file: 'application/pdf' },
  },
  'show.testSheet': {
    method: 'GET',
    path: '/api/stages/:stageId/show/test-sheet.pdf',
    summary: 'What the last test press measured of each buzzer, to sign; audited',
    access: conduct,
    params: ParamsStage,
    reply: { file: 'application/pdf' },
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
  Closed({ t: Type.Literal('hello'), v: Type.Integer(), console: Type.Optional(Text(64)) }),
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
  /** Aggregated, ever more rarely as the crowd grows. */
  | { readonly t: 'crowd'; readonly audience: number; readonly teams: Readonly<Record<string, number>> }
  /** Host desks only: how exactly each connected device can be timed (QZ-33). */
  | {
      readonly t: 'devices';
      readonly devices: readonly {
        readonly team: string | null;
        readonly input: string | null;
        readonly kind: 'phone' | 'input' | 'desk';
        readonly roundTripMs: number | null;
        readonly uncertaintyMs: number | null;
      }[];
    }
  /** Host desks only: a wired buzzer that belongs to no team was pressed. */
  | { readonly t: 'input'; readonly input: string; readonly at: number }
  | { readonly t: 'bye'; readonly code: string };
