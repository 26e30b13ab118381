import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Socket } from 'node:net';
import type { House, HouseOptions } from '../main.ts';
import { readConfig, SERVE_FLAGS, type Config } from '../platform/config.ts';
import { CHECKOUT } from '../platform/embedded/dataFolder.ts';
import { StartFault } from '../platform/fault.ts';
import { connect } from '../platform/database.ts';
import { browserHost, lanAddresses, portFault, probePort } from './address.ts';
import { say, type Command } from './command.ts';
import { firstRun } from './firstRun.ts';
import { openGround, reasonOf, refuseNewer, refuseSecond, type Ground } from './house.ts';

const HTTP_CLOSE_MS = 1_000;
const POOL_CLOSE_MS = 500;
const WATCH_MS = 1_000;

export const command: Command = {
  words: [],
  flags: SERVE_FLAGS,
  run: async (given) => serve(readConfig(process.env, given)),
};

/** Starts everything, prints `ready URL`, and answers the exit code when it has been told to stop. */
async function serve(config: Config): Promise<number> {
  const stop = stopSignal();
  const { version } = JSON.parse(readFileSync(join(CHECKOUT, 'package.json'), 'utf8')) as { version: string };
  say(`擂台 Leitai ${version}`);
  refuseSecond(config);
  await probePort(config.host, config.port);
  say(
    config.databaseUrl === null
      ? '· Starting PostgreSQL 启动数据库'
      : '· Connecting to the database 连接数据库',
  );
  // The modules load while PostgreSQL starts.
  const main = import('../main.ts');
  main.catch(() => undefined);
  const ground = await openGround(config, true, (line) => say(`· ${line}`));
  try {
    const { open } = await main;
    const house = await openHouse(ground, config, open);
    const sockets = socketsOf(house);
    try {
      if (stop.asked()) return 0;
      const admin = await firstRun(house.platform, config.empty, (line) => say(`· ${line}`));
      await listen(house, config);
      announce(config, admin);
      return await Promise.race([stop.wait, diedOf(ground)]);
    } finally {
      await closeHouse(house, sockets);
    }
  } finally {
    await ground.close();
  }
}

/** Resolves on the first Ctrl-C, SIGTERM, closed terminal, or when the launcher is gone; more of them change nothing. */
function stopSignal(): { wait: Promise<number>; asked: () => boolean } {
  const { promise, resolve } = Promise.withResolvers<number>();
  let asked = false;
  const stop = (): void => {
    if (!asked) say('\n· Stopping 正在停止');
    asked = true;
    resolve(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  if (process.connected) process.on('disconnect', stop);
  return { wait: promise, asked: () => asked };
}

async function openHouse(
  ground: Ground,
  { origin, host, port }: Config,
  open: (options: HouseOptions) => Promise<House>,
): Promise<House> {
  const first = connect(ground.url, 1);
  try {
    await refuseNewer(first.pool);
  } finally {
    await first.close();
  }
  try {
    return await open({
      databaseUrl: ground.url,
      origin,
      addresses: () => lanAddresses(host, port),
      webRoot: join(CHECKOUT, 'packages/web/dist'),
      logger: { level: 'warn', stream: process.stderr },
    });
  } catch (error) {
    const { message, cause } = error as Error;
    if (!message.startsWith('migration ')) throw error;
    throw new StartFault('migrationFailed', { why: `${message}: ${reasonOf(cause)}` });
  }
}

async function listen(house: House, { host, port }: Config): Promise<void> {
  try {
    await house.app.listen({ host, port });
  } catch (error) {
    throw portFault(error, host, port);
  }
}

function announce({ host, port }: Config, admin: { username: string; password: string } | null): void {
  const url = `http://${browserHost(host)}:${port}`;
  const lines = [
    '',
    `  Public pages 公众页面   ${url}/`,
    `  Organisers   组织者     ${url}/console`,
    ...lanAddresses(host, port).map((address) => `  On this network 局域网  ${address}/`),
    '',
  ];
  if (admin !== null) {
    lines.push(
      `  First administrator 首位管理员  ${admin.username}`,
      `  One-time password   一次性密码  ${admin.password}`,
      '  It is shown only once; it must be changed at the first sign-in. 仅显示一次，首次登录须修改。',
      '',
    );
  }
  lines.push('  Ctrl-C stops everything. 按 Ctrl-C 停止。', '', `ready ${url}`);
  say(lines.join('\n'));
}

/** Rejects when the embedded PostgreSQL ends by itself. */
function diedOf({ cluster }: Ground): Promise<never> {
  return new Promise((_resolve, reject) => {
    if (cluster === null) return;
    setInterval(() => {
      if (!cluster.isAlive()) reject(new StartFault('postgresDied', { log: cluster.log }));
    }, WATCH_MS).unref();
  });
}

function socketsOf({ app }: House): Set<Socket> {
  const sockets = new Set<Socket>();
  app.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return sockets;
}

/** Requests in flight may finish; streams and web sockets that stay are cut, so that the whole stop takes seconds. */
async function closeHouse(house: House, sockets: ReadonlySet<Socket>): Promise<void> {
  const closing = house.close().catch(() => undefined);
  await Promise.race([closing, wait(HTTP_CLOSE_MS)]);
  for (const socket of sockets) socket.destroy();
  await Promise.race([closing, wait(POOL_CLOSE_MS)]);
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref());
