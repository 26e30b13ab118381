// Installs the packages of package-lock.json when they are missing or older than it. Runs on any Node ≥ 20, needs nothing.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
export const NODE = join(ROOT, 'node_modules/node/bin/node');
const STAMP = join(ROOT, 'node_modules/.leitai-stamp');

/** Exit codes of what happens before Leitai itself runs; docs/operating.md lists them. */
export const EXIT = { nodeTooOld: 50, installFailed: 51, buildFailed: 52 };

/** Prints the sentences and ends the process. */
export function fail(exitCode, ...sentences) {
  console.error(`\n${sentences.join('\n')}`);
  process.exit(exitCode);
}

/** Runs a step with its time beside it; its output is shown only when it fails. Answers { code, output }. */
export async function quietly(title, command, args, options = {}) {
  const begun = Date.now();
  const seconds = () => `${Math.round((Date.now() - begun) / 1000)} s`;
  const { isTTY } = process.stdout;
  process.stdout.write(isTTY ? `· ${title} …` : `· ${title} …\n`);
  const ticker = setInterval(
    () => {
      if (isTTY) process.stdout.write(`\r· ${title} … ${seconds()}`);
      else if (Date.now() - begun > 14_000) process.stdout.write(`  … ${seconds()}\n`);
    },
    isTTY ? 1_000 : 15_000,
  );
  const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], ...options });
  const stop = (signal) => {
    child.kill(signal);
    process.exit(130);
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const code = await new Promise((resolve) => {
    child.once('error', (error) => {
      output += error.message;
      resolve(1);
    });
    child.once('close', (status) => resolve(status ?? 1));
  });
  clearInterval(ticker);
  for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, stop);
  const time = `${((Date.now() - begun) / 1000).toFixed(1)} s`;
  process.stdout.write(
    isTTY ? `\r· ${title} … ${time} ${code === 0 ? '✓' : '✗'}\n` : `  ${code === 0 ? '✓' : '✗'} ${time}\n`,
  );
  return { code, output, ms: Date.now() - begun };
}

/** What the installed packages depend on: the lock, and the machine they were installed for. */
function fingerprint() {
  return createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .update(`${process.platform}-${process.arch}`)
    .digest('hex');
}

function isInstalled() {
  return existsSync(STAMP) && existsSync(NODE) && readFileSync(STAMP, 'utf8') === fingerprint();
}

export async function ensureInstalled() {
  const [major] = process.versions.node.split('.');
  if (Number(major) < 20) {
    fail(
      EXIT.nodeTooOld,
      `Leitai needs Node 20 or later to start, this is ${process.versions.node}.`,
      `擂台需要 Node 20 或更高版本，当前为 ${process.versions.node}。`,
    );
  }
  if (isInstalled()) return;
  const npm = process.env.npm_execpath;
  const [command, ...before] = npm !== undefined && npm.endsWith('.js') ? [process.execPath, npm] : ['npm'];
  const { code, output } = await quietly(
    'Installing packages, a minute or two the first time 正在安装依赖，首次约需一两分钟',
    command,
    [...before, 'ci', '--no-audit', '--no-fund', '--include=dev'],
    { env: { ...cleanEnv(), NODE_ENV: '' } },
  );
  if (code !== 0) {
    console.error(output.trim());
    fail(
      EXIT.installFailed,
      'The packages could not be installed; npm says why above. Check the network and the free disk space, then start again.',
      '依赖安装失败，原因见上；请检查网络和磁盘空间后重试。',
    );
  }
  const { status } = spawnSync(NODE, ['--version'], { stdio: 'ignore' });
  if (status !== 0) {
    fail(
      EXIT.installFailed,
      'The packages are installed, but Node 24 among them does not run: allow install scripts (npm config set ignore-scripts false) and start again.',
      '依赖已安装，但其中的 Node 24 无法运行：请允许安装脚本（npm config set ignore-scripts false）后重试。',
    );
  }
  writeFileSync(STAMP, fingerprint());
}

/** The environment without what npm set for its own script: an npm inside it must not take that for its settings. */
function cleanEnv() {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^npm_(lifecycle|package|command|node_execpath|execpath|config_local_prefix)/.test(name),
    ),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await ensureInstalled();
