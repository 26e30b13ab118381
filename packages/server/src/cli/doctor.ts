import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statfsSync } from 'node:fs';
import { totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { checkChain } from '../platform/auditChain.ts';
import { HOUSE_FLAGS, readConfig, type Config } from '../platform/config.ts';
import { packagedBinaries, STAGE, usableBinaries } from '../platform/embedded/binaries.ts';
import { CHECKOUT, clusterIn, defaultFolder, prepareFolder } from '../platform/embedded/dataFolder.ts';
import { holderOf } from '../platform/embedded/lock.ts';
import { databaseUser } from '../platform/embedded/osUser.ts';
import { StartFault } from '../platform/fault.ts';
import { migrationState } from '../platform/migrate.ts';
import { probePort } from './address.ts';
import { chainWords } from './audit.ts';
import { say, type Command } from './command.ts';
import { reasonOf, withDatabase } from './house.ts';

const GIB = 1024 ** 3;

interface Finding {
  readonly good: boolean;
  readonly text: string;
}

const good = (text: string): Finding => ({ good: true, text });
const bad = (text: string): Finding => ({ good: false, text });

/** Looks at everything that can keep Leitai from working here; makes no data and no user. */
export const command: Command = {
  words: [],
  flags: HOUSE_FLAGS,
  run: async (given) => {
    const config = readConfig(process.env, given);
    const findings: Finding[] = [];
    const look = async (check: () => Finding | Finding[] | Promise<Finding | Finding[]>): Promise<void> => {
      let found: Finding[];
      try {
        found = [await check()].flat();
      } catch (error) {
        found = [bad(error instanceof StartFault ? error.sentence.replace('\n', ' ') : reasonOf(error))];
      }
      for (const { good: fine, text } of found) say(`${fine ? '✓' : '✗'} ${text}`);
      findings.push(...found);
    };
    await look(versions);
    await look(memory);
    if (config.databaseUrl === null) {
      await look(() => space(folderOf(config)));
      await look(() => dataFolder(config));
      await look(() => binaries(config));
    }
    await look(() => port(config));
    await look(() => database(config));
    await look(webBuild);
    await look(testTools);
    const wrong = findings.filter((finding) => !finding.good).length;
    say(wrong === 0 ? 'Nothing is wrong. 一切正常。' : `${wrong} to put right. 有 ${wrong} 项需要处理。`);
    return wrong === 0 ? 0 : 1;
  },
};

function versions(): Finding[] {
  const major = Number(process.versions.node.split('.')[0]);
  const npm = spawnSync('npm', ['--version'], { encoding: 'utf8' }).stdout?.trim() ?? '';
  return [
    major >= 24
      ? good(`Leitai runs on Node ${process.versions.node}.`)
      : bad(`Leitai needs Node 24 from node_modules, this is ${process.versions.node}: run npm ci.`),
    Number(npm.split('.')[0]) >= 10
      ? good(`npm is ${npm}.`)
      : bad(`npm ${npm || 'is missing'}: Leitai needs npm 10 or later.`),
  ];
}

function memory(): Finding {
  const gib = (totalmem() / GIB).toFixed(1);
  return totalmem() >= 0.9 * GIB
    ? good(`${gib} GiB of memory.`)
    : bad(`Only ${gib} GiB of memory: 1 GiB is the least.`);
}

const folderOf = (config: Config): string =>
  config.dataFolder ?? defaultFolder(databaseUser('', { create: false }));

/** The folder itself or the nearest one above it that is there. */
function existing(folder: string): string {
  return existsSync(folder) ? folder : existing(dirname(folder));
}

function space(folder: string): Finding {
  const { bavail, bsize } = statfsSync(existing(folder));
  const free = (bavail * bsize) / GIB;
  const text = `${free.toFixed(1)} GiB free on the disk of ${folder}`;
  return free >= 1 ? good(`${text}.`) : bad(`${text}: free at least 1 GiB.`);
}

function dataFolder(config: Config): Finding {
  const folder = folderOf(config);
  const user = databaseUser(clusterIn(folder), { create: false });
  if (!existsSync(folder)) return good(`No data yet; npm start makes ${folder}.`);
  const pid = holderOf(folder);
  prepareFolder(folder, user);
  return good(
    `The data folder ${folder} can be written${pid === null ? '' : `; Leitai runs on it as process ${pid}`}.`,
  );
}

function binaries(config: Config): Finding[] {
  const user = databaseUser(clusterIn(folderOf(config)), { create: false });
  const found = usableBinaries(packagedBinaries(), user);
  return [
    good(
      user === null
        ? 'PostgreSQL runs as you.'
        : `PostgreSQL runs as the user ${user.name}, because root may not.`,
    ),
    good(
      `PostgreSQL ${found.version} works${found.folder.startsWith(STAGE) ? ` (copied to ${found.folder})` : ''}.`,
    ),
  ];
}

async function port({ host, port: number }: Config): Promise<Finding> {
  try {
    await probePort(host, number);
    return good(`Port ${number} is free.`);
  } catch (error) {
    const ours = await fetch(`http://127.0.0.1:${number}/api/openapi.json`)
      .then(async (answer) => (await answer.text()).includes('Leitai'))
      .catch(() => false);
    if (ours) return good(`Port ${number} is in use by Leitai itself.`);
    throw error;
  }
}

async function database(config: Config): Promise<Finding[]> {
  const isNew = config.databaseUrl === null && !existsSync(clusterIn(folderOf(config)));
  if (isNew) return [good('The database is made at the first start.')];
  return withDatabase(
    config,
    async ({ pool }) => {
      const { rows } = await pool.query<{ server_version: string }>('show server_version');
      const answers = good(`The database answers (PostgreSQL ${rows[0]!.server_version}).`);
      const { pending } = await migrationState(pool);
      if (pending.length > 0) {
        return [answers, good(`The next start brings the database up to date (${pending.join(', ')}).`)];
      }
      const chain = await checkChain(pool);
      return [
        answers,
        good('The database is up to date.'),
        chain.whole ? good(chainWords(chain)) : bad(chainWords(chain)),
      ];
    },
    { fresh: true },
  );
}

function webBuild(): Finding {
  const stamp = join(CHECKOUT, 'packages/web/dist/.stamp');
  return existsSync(stamp) && readFileSync(stamp, 'utf8') !== ''
    ? good('The web pages are built.')
    : bad('The web pages are not built: npm start builds them.');
}

/** Only `npm test` needs these. */
function testTools(): Finding[] {
  const chromium = existsSync('/usr/bin/chromium');
  const fonts = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' }).stdout?.trim() ?? '';
  return [
    chromium
      ? good('Chromium for npm test is there.')
      : bad('For npm test Chromium is missing: apt-get install chromium.'),
    fonts !== ''
      ? good('A Chinese font for npm test is there.')
      : bad('For npm test a Chinese font is missing: apt-get install fonts-noto-cjk.'),
  ];
}
