import { filled, unique, wholeIn, type FieldIssue } from '../kernel/index.ts';
import type { Programme } from './types.ts';

/** Faults of a programme (PG-01): codes are unique in the whole programme, a direction without a name says so. */
export function validateProgramme(programme: Programme): FieldIssue[] {
  const fields = programme.fields.map((field, i) => ({ ...field, path: `fields[${i}]` }));
  const directions = fields.flatMap(({ path, directions: own }) =>
    own.map((direction, j) => ({ ...direction, path: `${path}.directions[${j}]` })),
  );
  return [
    ...filled('theme', programme.theme),
    ...wholeIn('targets.contests', programme.targets.contests, 0, 1_000_000),
    ...wholeIn('targets.workers', programme.targets.workers, 0, 1_000_000_000),
    ...fields.flatMap(({ path, code, name, short }) => [
      ...filled(`${path}.code`, code),
      ...filled(`${path}.name`, name),
      ...filled(`${path}.short`, short),
    ]),
    ...directions.flatMap(({ path, code, name, toFill }) => [
      ...filled(`${path}.code`, code),
      ...(name === null && toFill === true ? [] : filled(`${path}.name`, name ?? '')),
    ]),
    ...unique(
      fields,
      ({ code }) => code,
      ({ path }) => `${path}.code`,
    ),
    ...unique(
      directions,
      ({ code }) => code,
      ({ path }) => `${path}.code`,
    ),
  ];
}
