import type { SeasonView } from '@leitai/contract';
import { can, type Grant, type Programme } from '@leitai/rules';
import type { Static } from 'typebox';
import type { SeasonRow } from './store.ts';

type SeasonView = Static<typeof SeasonView>;

export const presentHead = (season: SeasonRow) => ({
  id: season.id,
  code: season.code,
  title: season.title,
  year: season.year,
  unitId: season.unitId,
  unitName: season.unitName,
});

export const presentSeason = (season: SeasonRow, grants: readonly Grant[]): SeasonView => ({
  ...presentHead(season),
  programme: presentProgramme(season.programme),
  mayManage: can(grants, 'season.manage', season.unitPath),
});

const presentProgramme = ({ theme, targets, fields, source }: Programme): SeasonView['programme'] => ({
  theme,
  targets: { contests: targets.contests, workers: targets.workers },
  fields: fields.map((field) => ({
    code: field.code,
    name: field.name,
    short: field.short,
    directions: field.directions.map(({ code, name, toFill }) => ({
      code,
      name,
      ...(toFill === undefined ? {} : { toFill }),
    })),
  })),
  ...(source === undefined ? {} : { source }),
});
