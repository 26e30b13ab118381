import type { CutLine, CutPreview, StandingLine } from '@leitai/contract';
import type { CutRow, Mark, ResultRow, StandingRow } from '@leitai/rules';
import type { Static } from 'typebox';
import type { FieldEntry } from './field.ts';

export type Line = Static<typeof StandingLine>;
export type CutLineView = Static<typeof CutLine>;
export type CutView = Static<typeof CutPreview>;
type Field = ReadonlyMap<string, FieldEntry>;

/** Standing rows with names and the members' own scores; for staff, never for the public. */
export function presentStanding(rows: readonly ResultRow[], marks: readonly Mark[], field: Field): Line[] {
  const byEntrant = new Map(marks.map((mark) => [mark.entrant ?? mark.entry, mark]));
  return rows.map((row) => {
    const entry = field.get(row.entry)!;
    return {
      entryId: row.entry,
      name: entry.name,
      unitName: entry.unitName,
      place: row.place,
      total: row.total,
      elapsedMs: row.elapsedMs,
      tied: row.tied,
      status: row.status,
      members: entry.members.map((member) => ({
        entryNo: member.entryNo,
        name: member.name,
        score: byEntrant.get(member.entrantId)?.score ?? null,
        elapsedMs: byEntrant.get(member.entrantId)?.elapsedMs ?? null,
      })),
      ...(row.parts === undefined
        ? {}
        : { parts: row.parts.map(({ stage, score, passed }) => ({ stage, score, passed })) }),
      ...(row.byLot === undefined ? {} : { byLot: row.byLot }),
    };
  });
}

export function presentCut(cutRows: readonly CutRow[], standing: readonly StandingRow[], field: Field) {
  const totals = new Map(standing.map((row) => [row.entry, row.total]));
  return cutRows.map((row): CutLineView => ({
    entryId: row.entry,
    name: field.get(row.entry)!.name,
    place: row.place,
    total: totals.get(row.entry) ?? null,
    advances: row.advances,
    reason: row.reason,
  }));
}
