import { Type } from 'typebox';
import { Closed, Code, Id, Maybe, Text, TierWord, Words } from './shapes.ts';
import type { Endpoint } from './endpoint.ts';

export const DirectionView = Closed({
  code: Code,
  /** Null: the organiser has still to fill it in. */
  name: Maybe(Text(80)),
  toFill: Type.Optional(Type.Boolean()),
});

export const FieldView = Closed({
  code: Code,
  name: Text(80),
  short: Text(40),
  directions: Type.Array(DirectionView, { maxItems: 20 }),
});

export const Programme = Closed({
  theme: Text(120),
  targets: Closed({
    contests: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
    workers: Type.Integer({ minimum: 0, maximum: 1_000_000_000 }),
  }),
  fields: Type.Array(FieldView, { maxItems: 20 }),
  source: Type.Optional(Text(400)),
});

const SeasonHead = {
  id: Id,
  code: Code,
  title: Type.String(),
  year: Type.Integer(),
  unitId: Id,
  unitName: Type.String(),
};

export const SeasonView = Closed({ ...SeasonHead, programme: Programme, mayManage: Type.Boolean() });

export const ContestLine = Closed({
  id: Id,
  code: Code,
  title: Type.String(),
  unitId: Id,
  unitName: Type.String(),
  tier: TierWord,
  fieldCode: Maybe(Code),
  directionCode: Maybe(Code),
  flagship: Type.Boolean(),
  status: Words(['planned', 'draft', 'running', 'closed']),
  /** Figures the article gives, e.g. lines, lots, occupations; and what the organiser has still to fill in. */
  facts: Type.Record(Type.String(), Type.Unknown()),
  toFill: Type.Array(Type.String()),
});

const ParamsSeason = Closed({ seasonId: Id });

export const seasonEndpoints = {
  'season.list': {
    method: 'GET',
    path: '/api/seasons',
    summary: 'Seasons of the caller’s units and of the units above them',
    access: { who: 'filtered', action: 'season.read' },
    reply: Closed({ seasons: Type.Array(Closed(SeasonHead)) }),
  },
  'season.get': {
    method: 'GET',
    path: '/api/seasons/:seasonId',
    summary: 'A season with its programme',
    access: { who: 'staff', action: 'season.read', of: 'season', at: 'params.seasonId' },
    params: ParamsSeason,
    reply: SeasonView,
  },
  'season.create': {
    method: 'POST',
    path: '/api/seasons',
    summary: 'Create a season',
    access: { who: 'staff', action: 'season.manage', of: 'unit', at: 'body.unitId' },
    body: Closed({
      unitId: Id,
      code: Code,
      title: Text(120),
      year: Type.Integer({ minimum: 2000, maximum: 2100 }),
      programme: Programme,
    }),
    reply: SeasonView,
  },
  'season.update': {
    method: 'PUT',
    path: '/api/seasons/:seasonId',
    summary: 'Change title and programme',
    access: { who: 'staff', action: 'season.manage', of: 'season', at: 'params.seasonId' },
    params: ParamsSeason,
    body: Closed({ title: Text(120), programme: Programme }),
    reply: SeasonView,
  },
  'season.figures': {
    method: 'GET',
    path: '/api/seasons/:seasonId/figures',
    summary: 'Planned against actual (PG-01): contests, attendances, distinct persons, by field',
    access: { who: 'staff', action: 'season.read', of: 'season', at: 'params.seasonId' },
    params: ParamsSeason,
    reply: Closed({
      planned: Closed({ contests: Type.Integer(), workers: Type.Integer() }),
      actual: Closed({
        contests: Type.Integer(),
        flagships: Type.Integer(),
        attendances: Type.Integer(),
        distinctPersons: Type.Integer(),
      }),
      fields: Type.Array(
        Closed({ code: Code, name: Type.String(), contests: Type.Integer(), attendances: Type.Integer() }),
      ),
    }),
  },
  'season.contests': {
    method: 'GET',
    path: '/api/seasons/:seasonId/contests',
    summary: 'Contests of a season that the caller may read',
    access: { who: 'filtered', action: 'contest.read' },
    params: ParamsSeason,
    reply: Closed({ contests: Type.Array(ContestLine) }),
  },
} as const satisfies Record<string, Endpoint>;
