// A show on stage for the benches: teams, a host, and a crowd of spectators in a process of their own.
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { connect } from '@leitai/server/platform/database';
import {
  cookieOf,
  fewUnits,
  liveHouse,
  showContest,
  signedIn,
  type LiveHouse,
  type ShowContest,
} from '@leitai/testkit';
import type { Ask, Tally } from './crowd.ts';

export interface Stage {
  readonly test: LiveHouse;
  readonly show: ShowContest;
  /** Cookie header of the host. */
  readonly host: string;
  /** The unit that holds the contest. */
  readonly unitId: string;
}

/** A house of this process with a show of a preset on a fresh database of the cluster. */
export async function setStage(clusterUrl: string, preset: string, teams: number): Promise<Stage> {
  const admin = connect(clusterUrl, 1);
  await admin.pool.query('create database stage');
  await admin.close();
  const test = await liveHouse(clusterUrl.replace(/\/postgres$/, '/stage'));
  const units = await fewUnits(test);
  const organizer = await signedIn(test, 'organizer', units.a);
  const show = await showContest(test.house, units.a, { code: 'bench', teams, preset });
  return { test, show, host: cookieOf(organizer), unitId: units.a };
}

export interface Crowd {
  open(ask: NonNullable<Ask['open']>): Promise<void>;
  tally(): Promise<Tally>;
  leave(): void;
}

export function gather(): Crowd {
  const child: ChildProcess = fork(fileURLToPath(new URL('crowd.ts', import.meta.url)));
  const ask = async (question: Ask): Promise<unknown> => {
    child.send(question);
    const [answer] = (await once(child, 'message')) as [unknown];
    return answer;
  };
  return {
    open: async (open) => void (await ask({ open })),
    tally: async () => (await ask({ tally: true })) as Tally,
    leave: () => void child.kill('SIGKILL'),
  };
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
