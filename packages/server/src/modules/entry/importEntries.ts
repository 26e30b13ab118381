import { ok, refuse, type ContestSettings, type Ranked, type Result } from '@leitai/rules';
import { audit } from '../../platform/audit.ts';
import type { Tx } from '../../platform/database.ts';
import type { Staff, Upload } from '../../platform/http/handler.ts';
import type { Platform } from '../../platform/platform.ts';
import { lockContest, type ContestRow } from '../contest/index.ts';
import { readUnits } from '../org/index.ts';
import { checkRows } from './checkRows.ts';
import type { Fault } from './fault.ts';
import type { NewEntry } from './formEntries.ts';
import { readSheet } from '../../platform/sheet/readSheet.ts';
import { readKnown } from './store.ts';
import { unitLookup } from './unitLookup.ts';

export interface Imported {
  readonly committed: boolean;
  readonly faults: readonly Fault[];
  readonly entries: readonly NewEntry[];
}

/**
 * Imports teams and entrants: all rows or none. With faults, or with `dryRun`, nothing is stored. The contest is held
 * while its rows are checked, so that two imports at once cannot both be right. Refuses what `readSheet` refuses,
 * `import.noRows`, and what `draftRefusal` refuses.
 */
export async function importEntries(
  { db, clock }: Platform,
  contestId: string,
  upload: Upload,
  { dryRun, staff }: { readonly dryRun: boolean; readonly staff: Pick<Staff, 'username'> },
): Promise<Result<Imported>> {
  const sheet = await readSheet(upload);
  if (!sheet.ok) return sheet;
  return db.transaction().execute(async (tx) => {
    const contest = await lockContest(tx, contestId);
    const refusal = draftRefusal(contest);
    if (refusal !== null) return refusal;
    const { settings, unitPath } = contest as ContestRow & { settings: ContestSettings };
    const known = await readKnown(tx, contestId);
    const lookup = unitLookup(await readUnits(tx), unitPath);
    const { entries, faults } = checkRows(sheet.value, settings, lookup, known);
    if (faults.length === 0 && entries.length === 0) return refuse('import.noRows');
    if (faults.length > 0 || dryRun) return ok({ committed: false, faults, entries });
    await insertEntries(tx, contestId, entries, settings.ranked, known.lastNo);
    await audit(tx, clock.now(), {
      actor: staff.username,
      action: 'entry.import',
      object: `contest:${contestId}`,
      unitPath,
      detail: {
        file: [...upload.name].slice(0, 120).join(''),
        entries: entries.length,
        entrants: people(entries),
      },
    });
    return ok({ committed: true, faults, entries });
  });
}

export const people = (entries: readonly NewEntry[]): number =>
  entries.reduce((sum, { entrants }) => sum + entrants.length, 0);

/** Entries change only while the contest is a draft: its start fixes who takes part. */
export function draftRefusal(contest: ContestRow | undefined) {
  if (contest === undefined) return refuse('notFound');
  if (contest.status === 'planned' || contest.settings === null)
    return refuse('contest.notDraft', { status: contest.status });
  return contest.status === 'draft' ? null : refuse('entry.contestStarted', { status: contest.status });
}

/** `0102` is seat 2 of entry 1; a person's number is the entry's alone. */
export const entryNoOf = (no: number, seat: number, ranked: Ranked): string =>
  ranked.kind === 'person'
    ? String(no).padStart(4, '0')
    : `${String(no).padStart(2, '0')}${String(seat).padStart(2, '0')}`;

async function insertEntries(
  tx: Tx,
  contestId: string,
  entries: readonly NewEntry[],
  ranked: Ranked,
  lastNo: number,
): Promise<void> {
  const rows = await tx
    .insertInto('entry')
    .values(
      entries.map(({ name, unit }, i) => ({
        contest_id: contestId,
        no: lastNo + 1 + i,
        name,
        unit_id: unit.id,
      })),
    )
    .returning(['id', 'no'])
    .execute();
  const ids = new Map(rows.map(({ id, no }) => [no, id]));
  await tx
    .insertInto('entrant')
    .values(
      entries.flatMap(({ entrants }, i) => {
        const no = lastNo + 1 + i;
        return entrants.map(({ seat, name, unit, memberNo }) => ({
          contest_id: contestId,
          entry_id: ids.get(no)!,
          entry_no: entryNoOf(no, seat, ranked),
          seat,
          name,
          unit_id: unit.id,
          member_no: memberNo,
        }));
      }),
    )
    .execute();
}
