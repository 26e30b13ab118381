import { firstDifference } from './compare.ts';
import type { ContestRecord, RecordMark, RecordStage } from './format.ts';

/** Stages are those of the settings, and the settings those that were published when the contest started. */
export function* checkSettings({ contest, stages, audit }: ContestRecord): Iterable<string> {
  const played = stages.map(({ ordinal, kind, name, settings }) => ({ ordinal, kind, name, settings }));
  const published = contest.settings.stages.map((settings, i) => ({
    ordinal: i + 1,
    kind: settings.kind,
    name: settings.name,
    settings,
  }));
  const difference = firstDifference(played, published);
  if (difference !== null) yield `stages.${difference}`;
  const started = audit.find(({ action }) => action === 'contest.start');
  const then = started?.detail as { settings?: unknown } | undefined;
  const changed = then?.settings === undefined ? null : firstDifference(contest.settings, then.settings);
  if (changed !== null) yield `settings since the start, ${changed}`;
}

/** Marks are of members of entries that take part, their versions run from 1, and the first is the stage's own. */
export function* checkMarks({ stages, entries }: ContestRecord): Iterable<string> {
  const members = new Map(entries.map((entry) => [entry.id, new Set(entry.members.map(({ id }) => id))]));
  for (const stage of stages) {
    const last = new Map<string, number>();
    for (const mark of stage.marks) {
      const who = `${stage.name}, mark of ${mark.entrant ?? mark.entry}`;
      const known = mark.entrant === null || members.get(mark.entry)?.has(mark.entrant) === true;
      if (!known || !stage.entries.includes(mark.entry)) yield `${who}: takes no part`;
      const key = `${mark.entry}/${mark.entrant}`;
      const before = last.get(key) ?? 0;
      if (mark.version !== before + 1) yield `${who}: version ${mark.version} after ${before}`;
      if (mark.version === 1 && !isOwn(stage, mark)) yield `${who}: first given by ${mark.source}`;
      if ((mark.score === null) === (mark.status === 'scored'))
        yield `${who}: ${mark.status} with ${mark.score}`;
      last.set(key, mark.version);
    }
  }
}

const isOwn = ({ kind }: RecordStage, { source, decider, eliminated = null }: RecordMark): boolean =>
  source === kind && (kind !== 'exam' || (decider === null && eliminated === null));
