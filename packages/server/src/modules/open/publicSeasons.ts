import type { Endpoints, ReplyOf } from '@leitai/contract';
import { sql } from 'kysely';
import type { Database } from '../../platform/database.ts';

type View = ReplyOf<Endpoints['public.seasons']>;
type Season = View['seasons'][number];

/**
 * Seasons, newest first, with their contests under way or decided, flagships first; seasons without any are left out.
 * One report over two modules' tables: it changes nothing.
 */
export async function publicSeasons(db: Database): Promise<View> {
  const { rows } = await sql<Season>`
    select season.id, season.title, coalesce(season.programme->>'theme', '') as theme,
           json_agg(json_build_object('id', contest.id, 'title', contest.title, 'unitName', unit.name,
                                      'tier', contest.tier, 'status', contest.status)
                    order by contest.flagship desc, contest.code) as contests
    from season
    join contest on contest.season_id = season.id and contest.status in ('running', 'closed')
    join unit on unit.id = contest.unit_id
    group by season.id order by season.year desc, season.code`.execute(db);
  return {
    seasons: rows.map(({ id, title, theme, contests }) => ({ id, title, theme, contests })),
  };
}
