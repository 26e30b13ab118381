import type { RecheckRow, RecheckView } from '@leitai/contract';
import { recheckRuleOf, type Mark } from '@leitai/rules';
import type { Static } from 'typebox';
import type { Database, Tx } from '../../platform/database.ts';
import { readStages, type ContestRow, type StageRow } from '../contest/index.ts';
import { currentMarks } from '../marks/index.ts';
import { readField, type FieldEntry } from '../standings/index.ts';
import { counting, progressOf } from './progress.ts';
import { readRecheck, type Finding } from './store.ts';

export type View = Static<typeof RecheckView>;
type Row = Static<typeof RecheckRow>;

const NONE: View = {
  state: 'off',
  full: false,
  checked: 0,
  errors: 0,
  left: 0,
  algorithm: null,
  seed: null,
  drawnAt: null,
  drawnBy: null,
  closedAt: null,
  closedBy: null,
  rows: [],
};

interface Sheets {
  readonly stages: readonly StageRow[];
  readonly marks: ReadonlyMap<string, readonly Mark[]>;
}

const nameIn = (entry: FieldEntry, entrantId: string | null): string =>
  entry.members.find((member) => member.entrantId === entrantId)?.name ?? entry.name;

function presentRow(
  entry: FieldEntry,
  part: Row['part'],
  findings: readonly Finding[],
  { stages, marks }: Sheets,
): Row {
  const last = findings.at(-1);
  const titles = new Map(stages.map(({ id, name }) => [id, name]));
  return {
    entryId: entry.id,
    name: entry.name,
    unitName: entry.unitName,
    part,
    outcome: last?.outcome ?? null,
    reason: last?.reason ?? '',
    foundAt: last?.foundAt ?? null,
    foundBy: last?.foundBy ?? null,
    marks: stages.flatMap(({ id, name }) =>
      (marks.get(id) ?? [])
        .filter((mark) => mark.entry === entry.id)
        .map(({ entrant, score }) => ({
          stageId: id,
          stage: name,
          entrantId: entrant,
          name: nameIn(entry, entrant),
          score,
        })),
    ),
    corrections: findings.flatMap(({ corrections, reason, foundAt, foundBy }) =>
      corrections.map((correction) => ({
        stage: titles.get(correction.stageId) ?? '',
        name: nameIn(entry, correction.entrantId),
        old: correction.old,
        new: correction.new,
        reason,
        at: foundAt,
        by: foundBy,
      })),
    ),
  };
}

/** The re-check of a contest, for staff: names, scores as they count now, and what was found. */
export async function presentRecheck(db: Database | Tx, contest: ContestRow): Promise<View> {
  if (contest.settings === null || recheckRuleOf(contest.settings).rule === 'off') return NONE;
  const stored = await readRecheck(db, contest.id);
  if (stored === null) return { ...NONE, state: 'undrawn' };
  const { list, drawnAt, drawnBy, closedAt, closedBy, findings } = stored;
  const { full, open } = progressOf(contest, stored)!;
  const stages = await readStages(db, contest.id);
  const marks = new Map<string, readonly Mark[]>();
  for (const { id } of stages) marks.set(id, await currentMarks(db, id));
  const field = await readField(db, contest.id);
  const byEntry = Map.groupBy(findings, ({ entryId }) => entryId);
  const rows = (ids: readonly string[], part: Row['part']) =>
    ids.map((id) => presentRow(field.get(id)!, part, byEntry.get(id) ?? [], { stages, marks }));
  const found = [...counting(stored).values()];
  return {
    state: closedAt === null ? 'open' : 'closed',
    full,
    checked: found.length,
    errors: found.filter(({ outcome }) => outcome === 'error').length,
    left: open.length,
    algorithm: list.algorithm,
    seed: list.seed,
    drawnAt,
    drawnBy,
    closedAt,
    closedBy,
    rows: [
      ...rows(list.top, 'top'),
      ...rows(list.sample, 'sample'),
      ...(full ? rows(list.rest, 'full') : []),
    ],
  };
}
