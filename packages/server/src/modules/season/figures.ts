import type { ReplyOf, Endpoints } from '@leitai/contract';
import { sql } from 'kysely';
import type { Database } from '../../platform/database.ts';
import type { SeasonRow } from './store.ts';

type Figures = ReplyOf<Endpoints['season.figures']>;

interface Counted {
  readonly field: string | null;
  readonly contests: number;
  readonly flagships: number;
  readonly attendances: number;
}

/**
 * Planned against actual (PG-01), counted from what is stored. A contest is actual from its draft on; attendances 人次
 * are entrants of started contests whose entry was not withdrawn, distinct persons 人数 the same without repeats of a
 * member number (PG-03). Who has no member number counts once for a name in a unit.
 * A report: it reads contests and entries, modules above this one, and changes nothing.
 */
export async function readFigures(db: Database, season: SeasonRow): Promise<Figures> {
  const { rows } = await sql<Counted>`
    select contest.field_code as field,
           count(*) filter (where contest.status <> 'planned') as contests,
           count(*) filter (where contest.status <> 'planned' and contest.flagship) as flagships,
           coalesce(sum(taking_part.n), 0)::bigint as attendances
    from contest
    left join lateral (
      select count(*) as n from entrant join entry on entry.id = entrant.entry_id
      where entrant.contest_id = contest.id and entry.status <> 'withdrawn'
        and contest.status in ('running', 'closed')
    ) taking_part on true
    where contest.season_id = ${season.id}
    group by contest.field_code`.execute(db);
  const persons = await sql<{ n: number }>`
    select count(distinct coalesce('m' || entrant.member_no, 'n' || entrant.unit_id || entrant.name)) as n
    from entrant
    join entry on entry.id = entrant.entry_id
    join contest on contest.id = entrant.contest_id
    where contest.season_id = ${season.id} and contest.status in ('running', 'closed')
      and entry.status <> 'withdrawn'`.execute(db);
  const total = (of: 'contests' | 'flagships' | 'attendances'): number =>
    rows.reduce((sum, row) => sum + row[of], 0);
  const byField = new Map(rows.map((row) => [row.field, row]));
  const { targets, fields } = season.programme;
  return {
    planned: { contests: targets.contests, workers: targets.workers },
    actual: {
      contests: total('contests'),
      flagships: total('flagships'),
      attendances: total('attendances'),
      distinctPersons: persons.rows[0]!.n,
    },
    fields: fields.map(({ code, name }) => ({
      code,
      name,
      contests: byField.get(code)?.contests ?? 0,
      attendances: byField.get(code)?.attendances ?? 0,
    })),
  };
}
