import {
  assignAwards,
  cut,
  draw,
  rank,
  resultRows,
  type Award,
  type CutRule,
  type Mark,
  type Refusal,
  type ResultRow,
  type StandingRow,
} from '@leitai/rules';
import type {
  ContestRecord,
  RecordAward,
  RecordCutRow,
  RecordEntry,
  RecordMark,
  RecordStage,
  RecordStandingLine,
} from './format.ts';

// Written a second time on purpose: the server's own way from marks to results is not asked about itself.

/** Marks as they stood at a moment, after the entries' own status (SK-76). */
export function marksAt(stage: RecordStage, entries: readonly RecordEntry[], at: number): Mark[] {
  const last = new Map<string, RecordMark>();
  for (const mark of stage.marks) {
    const key = `${mark.entry}/${mark.entrant}`;
    const known = last.get(key);
    if (mark.at <= at && (known === undefined || known.version < mark.version)) last.set(key, mark);
  }
  const status = new Map(entries.map((entry) => [entry.id, entry.status]));
  const out = entries.filter((entry) => entry.status === 'disqualified');
  return [
    ...[...last.values()].filter(({ entry }) => status.get(entry) === 'qualified'),
    ...out.map(({ id }): Mark => ({
      entry: id,
      entrant: null,
      score: null,
      elapsedMs: null,
      decider: null,
      status: 'disqualified',
    })),
  ];
}

export const standingAt = (stage: RecordStage, record: ContestRecord, at: number): StandingRow[] =>
  rank(stage.settings.standing, marksAt(stage, record.entries, at), stage.entries);

export function cutAt(stage: RecordStage, rule: CutRule, record: ContestRecord, at: number): RecordCutRow[] {
  const names = new Map(record.entries.map(({ id, name }) => [id, name]));
  const standing = standingAt(stage, record, at);
  const totals = new Map(standing.map(({ entry, total }) => [entry, total]));
  return cut(rule, standing).map((row) => ({
    entryId: row.entry,
    name: names.get(row.entry)!,
    place: row.place,
    total: totals.get(row.entry) ?? null,
    advances: row.advances,
    reason: row.reason,
  }));
}

export interface Rebuilt {
  /** Everybody's row of the last stage they reached; who has none is last. */
  readonly rows: readonly ResultRow[];
  readonly standings: readonly RecordStandingLine[];
  readonly awards: readonly RecordAward[];
  readonly refusal: Refusal | null;
}

/** Standings and awards of the contest as they followed from the marks, and the lots, of a moment. */
export function resultAt(record: ContestRecord, at: number): Rebuilt {
  const entries = new Map(record.entries.map((entry) => [entry.id, entry]));
  const stages = record.stages.toSorted((a, b) => a.ordinal - b.ordinal);
  const settings = { ...record.contest.settings, stages: stages.map((stage) => stage.settings) };
  const fields = stages.map((stage) => ({
    marks: marksAt(stage, record.entries, at),
    entries: stage.entries,
  }));
  const lots = record.lots ?? null;
  const drawn = lots === null || lots.drawnAt > at ? null : draw(stages[0]!.entries, lots.seed);
  const settled = resultRows(settings, fields, drawn);
  const shared = settled.ok ? settled : resultRows({ ...settings, sharedPlaces: true }, fields, null);
  const ranked = shared.ok ? shared.value : [];

  const lines = new Map<string, RecordStandingLine>();
  const rows = new Map<string, ResultRow>();
  for (const [i, ofStage] of [...ranked.entries()].reverse()) {
    const scores = new Map(fields[i]!.marks.map((mark) => [mark.entrant ?? mark.entry, mark]));
    for (const row of ofStage) {
      const { entry: id, ...figures } = row;
      const entry = entries.get(id)!;
      if (lines.has(id)) continue;
      rows.set(id, row);
      lines.set(id, {
        ...figures,
        entryId: id,
        name: entry.name,
        unitName: entry.unitName,
        members: entry.members.map((member) => ({
          entryNo: member.entryNo,
          name: member.name,
          score: scores.get(member.id)?.score ?? null,
          elapsedMs: scores.get(member.id)?.elapsedMs ?? null,
        })),
      });
    }
  }
  const all = [...lines.values()];
  const assigned = assignAwards(record.contest.settings.award, ranked.at(-1) ?? []);
  const refusal = settled.ok ? (assigned.ok ? null : assigned.refusal) : settled.refusal;
  const given: readonly Award[] = refusal === null && assigned.ok ? assigned.value : [];
  return {
    rows: [...rows.values()],
    standings: [...all.filter(({ place }) => place !== null), ...all.filter(({ place }) => place === null)],
    awards: given.map(({ entry: id, place, tier }) => {
      const { name, unitName, members } = entries.get(id)!;
      return { entryId: id, name, unitName, place, tier, members: members.map((member) => member.name) };
    }),
    refusal,
  };
}
