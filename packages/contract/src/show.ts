import { Type } from 'typebox';
import { DESKS, type Desk, type LedgerRow } from '@leitai/rules/show';
import { Closed, DecimalText, Id, Maybe, Ms, Text, Words } from './shapes.ts';
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
    summary:
      'Paths of the desks, big screen, audience page, replay and each team’s phone; address and key of wired buzzers',
    access: conduct,
    params: ParamsStage,
    reply: Closed({
      host: Type.String(),
      desks: Type.Array(Closed({ desk: Words(DESKS), path: Type.String() })),
      screen: Type.String(),
      audience: Type.String(),
      /** Of the replay: for anyone it is given to, once the show has finished. */
      replay: Type.String(),
      teams: Type.Array(Closed({ teamId: Id, name: Type.String(), path: Type.String() })),
      /** For boxes with buttons (docs/buzzers.md): `GET socket` as WebSocket, or `POST press` with the key. */
      input: Closed({ socket: Type.String(), press: Type.String(), key: Type.String() }),
    }),
  },
  'show.record': {
    method: 'GET',
    path: '/api/stages/:stageId/show/record',
    summary: 'Ledger, press log and prize draws of a show',
    access: read,
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
  'show.press': {
    method: 'POST',
    path: '/api/stages/:stageId/show/press',
    summary: 'A press of a wired buzzer, by the signed key; the reply never says how it fared',
    access: { who: 'public' },
    params: ParamsStage,
    body: Closed({ input: Type.String({ maxLength: 64 }), key: Type.String({ maxLength: 200 }) }),
    /** `team`: name of the team the input is mapped to. */
    reply: Closed({ heard: Type.Literal(true), team: Maybe(Type.String()) }),
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
 * The live socket, one a page: `GET /live?show=STAGE&as=host|screen|team|audience|input[&desk=…][&key=…]`, JSON text
 * frames. Staff cookies authorise `host` at a desk, the signed keys of `show.links` `screen` and `input` (boxes with
 * buttons), an entrant's cookie `team`, nobody needs anything for `audience`.
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

/** One socket that may press, once for each wired buzzer heard over it. Times in ms. */
export interface DeviceLine {
  /** Whom it presses for; `null`: nobody yet, or a desk. */
  readonly team: string | null;
  /** The wired buzzer; `null`: a phone, or nothing was heard over this socket yet. */
  readonly input: string | null;
  readonly kind: 'phone' | 'input' | 'desk';
  readonly desk: Desk | null;
  /** Id of the socket, as in `PressRecord.via`. */
  readonly via: string;
  /** Best round trip of late; `null`: not measured yet. */
  readonly roundTripMs: number | null;
  /** ± of a moment claimed over it. */
  readonly uncertaintyMs: number | null;
  readonly jitterMs: number | null;
  /** Connected since, server ms. */
  readonly since: number;
}

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
  /** To desks only, before the view they belong to: the rows of the ledger after the first `from`; 0 begins anew. */
  | { readonly t: 'ledger'; readonly from: number; readonly rows: readonly LedgerRow[] }
  /** To desks only, every 2 s and after changes. */
  | { readonly t: 'devices'; readonly devices: readonly DeviceLine[] }
  /** To desks only: a wired buzzer that belongs to no team was pressed at `at`, server ms. */
  | { readonly t: 'input'; readonly input: string; readonly at: number }
  /** To a box, in place of an ack: its press was taken, for the team of this name; nothing of how it fared. */
  | { readonly t: 'heard'; readonly id: string; readonly team: string | null }
  | { readonly t: 'bye'; readonly code: string };
