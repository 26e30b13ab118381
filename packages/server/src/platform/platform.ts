import type { FastifyBaseLogger } from 'fastify';
import type pg from 'pg';
import type { Clock } from './clock.ts';
import type { Database } from './database.ts';

/** What every module is given: the machine underneath, and nothing about other modules. */
export interface Platform {
  readonly db: Database;
  readonly pool: pg.Pool;
  readonly clock: Clock;
  readonly log: FastifyBaseLogger;
  /** Where the public reaches this house, `https://name`; null: where each request came to. */
  readonly origin: string | null;
  /** Where the local network reaches this house just now, `http://address:port`; `origin` alone when that is set. */
  addresses(): readonly string[];
  /** Named keys made on first start (`ticket`, `session`, `screen`): 32 random bytes in hex, the same for every process. */
  readonly secrets: Readonly<Record<'ticket' | 'session' | 'screen', string>>;
}
