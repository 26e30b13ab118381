import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { buzzerShow } from './buzzerShow.ts';
import { cookieOf, liveHouse, showContest, type ShowContest } from './liveHouse.ts';
import { fewUnits, signedIn } from './staff.ts';

export interface HouseProcess {
  /** `http://127.0.0.1:PORT`. */
  readonly url: string;
  /** SIGKILL; also when it is dead already. */
  kill(): Promise<void>;
}

/** A server of its own process on this database. */
export async function houseProcess(databaseUrl: string): Promise<HouseProcess> {
  const path = fileURLToPath(new URL('houseProcess.ts', import.meta.url));
  const child = spawn(process.execPath, [path, databaseUrl], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return {
    url: line.toString().trim(),
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}

export interface WaitingShow {
  readonly databaseUrl: string;
  readonly show: ShowContest;
  /** Of its organiser. */
  readonly cookie: string;
}

/** A show of buzzer questions in a database of its own, on which no server runs. */
export async function waitingShow(
  code: string,
  teams: number,
  change: Parameters<typeof buzzerShow>[2] = {},
): Promise<WaitingShow> {
  const prepared = await liveHouse();
  const units = await fewUnits(prepared);
  const organizer = await signedIn(prepared, 'organizer', units.a);
  const show = await showContest(prepared.house, units.a, { code, teams, preset: 'std-3' });
  await buzzerShow(organizer, show, change);
  await prepared.close();
  return { databaseUrl: prepared.databaseUrl, show, cookie: cookieOf(organizer) };
}
