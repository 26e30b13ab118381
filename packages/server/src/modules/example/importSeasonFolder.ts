import { audit } from '../../platform/audit.ts';
import type { Tx } from '../../platform/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { publishBank } from '../bank/index.ts';
import { planContest } from '../contest/index.ts';
import { insertUnit, readUnits } from '../org/index.ts';
import { insertSeason, seasonExists } from '../season/index.ts';
import { FolderFault } from './readFiles.ts';
import { aliasesOf, readFolder, type SeasonFolder } from './readFolder.ts';

/** How many were stored; all zero when the season was there already. */
export interface Loaded {
  readonly units: number;
  readonly contests: number;
  readonly questions: number;
}

interface Place {
  readonly id: string;
  readonly path: string;
}

const ACTOR = 'system';

/**
 * Stores a season folder: units, occupations, the season with its contests as `planned`, and the banks; all or nothing.
 * Units that are there already (by code) stay as they are. Throws `FolderFault` with file, place and rule.
 */
export async function importSeasonFolder(
  { db, clock }: Platform,
  folder: URL | string,
  onProgress: (line: string) => void = () => {},
): Promise<Loaded> {
  const read = await readFolder(folder);
  const { season, contests, banks } = read;
  const loaded = await db.transaction().execute(async (tx): Promise<Loaded | null> => {
    if (await seasonExists(tx, season.code)) return null;
    const at = clock.now();
    const { places, added } = await storeUnits(tx, read, at);
    onProgress(`units: ${added} added, ${read.units.length - added} there already`);
    const host = placeOf(places, 'season.yaml', 'unit', season.unit);
    await storeOccupations(tx, read);
    const { id: seasonId } = await insertSeason(
      tx,
      {
        unitId: host.id,
        code: season.code,
        title: season.title,
        year: season.year,
        programme: read.programme,
      },
      ACTOR,
      at,
    );
    for (const [i, contest] of contests.entries()) {
      const unit = placeOf(places, 'contests.yaml', `contests/${i}/unit`, contest.unit);
      if (!unit.path.startsWith(host.path))
        throw new FolderFault('contests.yaml', `contests/${i}/unit`, `must be below ${season.unit}`);
      const { kind, short, emulation, source } = contest;
      await planContest(
        tx,
        {
          seasonId,
          unitId: unit.id,
          code: contest.code,
          title: contest.title,
          tier: contest.tier,
          fieldCode: contest.field,
          directionCode: contest.direction,
          flagship: contest.flagship,
          facts: { ...contest.facts, kind, short, emulation, source },
          toFill: contest.toFill,
        },
        at,
      );
    }
    onProgress(`season ${season.code}: ${contests.length} contests planned`);
    let questions = 0;
    for (const bank of banks) {
      await refuseTakenBank(tx, bank.code);
      await publishBank(tx, { ...bank, unitId: host.id, unitPath: host.path }, ACTOR, at);
      questions += bank.questions.length;
      onProgress(`bank ${bank.code}: ${bank.questions.length} questions`);
    }
    await audit(tx, at, {
      actor: ACTOR,
      action: 'season.import',
      object: `season:${seasonId}`,
      unitPath: host.path,
      detail: { code: season.code, units: added, contests: contests.length, questions },
    });
    return { units: added, contests: contests.length, questions };
  });
  if (loaded === null) onProgress(`season ${season.code} is there already`);
  return loaded ?? { units: 0, contests: 0, questions: 0 };
}

function placeOf(places: ReadonlyMap<string, Place>, file: string, path: string, code: string): Place {
  const place = places.get(code);
  if (place === undefined) throw new FolderFault(file, path, `names the unknown unit ${code}`);
  return place;
}

/** Places of all units of the house by code, and how many the folder added. */
async function storeUnits(tx: Tx, { units }: SeasonFolder, at: number) {
  const places = new Map<string, Place>(
    (await readUnits(tx)).map(({ id, code, path }) => [code, { id, path }]),
  );
  const root = units[0];
  if (root !== undefined && places.size > 0 && !places.has(root.code))
    throw new FolderFault('units.csv', 'line 2', `must be the root that is there already, not ${root.code}`);
  let added = 0;
  for (const [i, unit] of units.entries()) {
    const parent = unit.parent === '' ? null : places.get(unit.parent)!;
    const path = `${parent?.path ?? '/'}${unit.code}/`;
    const known = places.get(unit.code);
    if (known !== undefined) {
      if (known.path !== path)
        throw new FolderFault(
          'units.csv',
          `line ${i + 2}/parent`,
          `differs: ${unit.code} is at ${known.path}`,
        );
      continue;
    }
    const made = await insertUnit(
      tx,
      {
        parentId: parent?.id ?? null,
        code: unit.code,
        kind: unit.kind,
        name: unit.name,
        short: unit.short,
        gb2260: unit.gb2260 === '' ? null : unit.gb2260,
        aliases: aliasesOf(unit.aliases),
      },
      ACTOR,
      at,
    );
    if (!made.ok) throw new FolderFault('units.csv', `line ${i + 2}`, made.refusal.code);
    places.set(unit.code, { id: made.value.id, path });
    added += 1;
  }
  return { places, added };
}

async function storeOccupations(tx: Tx, { occupations }: SeasonFolder): Promise<void> {
  const rows = occupations
    .filter(({ code, edition }) => code !== '' && edition !== '')
    .map(({ code, edition, name }) => ({ code, edition: Number(edition), name }));
  if (rows.length === 0) return;
  await tx
    .insertInto('occupation')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** A published bank never changes: another one needs another code. */
export async function refuseTakenBank(tx: Tx, code: string): Promise<void> {
  const taken = await tx.selectFrom('bank').select('id').where('code', '=', code).executeTakeFirst();
  if (taken !== undefined)
    throw new FolderFault(`banks/${code}.yaml`, 'code', 'is taken by a published bank');
}
