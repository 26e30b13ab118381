import { Type } from 'typebox';
import { Closed, Code, Id, Maybe, Text, UnitKindWord } from './shapes.ts';
import type { Endpoint } from './endpoint.ts';

export const UnitView = Closed({
  id: Id,
  parentId: Maybe(Id),
  code: Type.String(),
  kind: UnitKindWord,
  name: Type.String(),
  short: Type.String(),
  gb2260: Maybe(Type.String()),
  path: Type.String(),
  aliases: Type.Array(Type.String()),
});

const Aliases = Type.Array(Text(80), { maxItems: 20 });

export const orgEndpoints = {
  'unit.list': {
    method: 'GET',
    path: '/api/units',
    summary: 'The part of the union tree the caller may see',
    access: { who: 'filtered', action: 'unit.read' },
    reply: Closed({ units: Type.Array(UnitView) }),
  },
  'unit.create': {
    method: 'POST',
    path: '/api/units/:unitId/children',
    summary: 'Add a unit below another',
    access: { who: 'staff', action: 'unit.manage', of: 'unit', at: 'params.unitId' },
    params: Closed({ unitId: Id }),
    body: Closed({ code: Code, kind: UnitKindWord, name: Text(80), short: Text(40), aliases: Aliases }),
    reply: UnitView,
  },
  'unit.update': {
    method: 'PUT',
    path: '/api/units/:unitId',
    summary: 'Rename a unit or change its aliases',
    access: { who: 'staff', action: 'unit.manage', of: 'unit', at: 'params.unitId' },
    params: Closed({ unitId: Id }),
    body: Closed({ name: Text(80), short: Text(40), aliases: Aliases }),
    reply: UnitView,
  },
} as const satisfies Record<string, Endpoint>;
