// The `leitai` command: installs what is missing, then hands over to packages/server/src/cli on Node 24.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled, NODE, ROOT } from './install.mjs';

/**
 * The processes from here up to npm, or null when npm did not start this. npm does not tell its script when it is
 * killed (and ends before it on SIGTERM): a changed line says so, and the house stops as on Ctrl-C.
 */
function npmAbove() {
  if (process.env.npm_lifecycle_event === undefined) return null;
  const { ppid } = process;
  try {
    if (readFileSync(`/proc/${ppid}/comm`, 'utf8').startsWith('npm')) return `${ppid}`;
    const stat = readFileSync(`/proc/${ppid}/stat`, 'utf8');
    return `${ppid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]}`;
  } catch {
    return `${ppid}`;
  }
}

/** Runs a command and ends this process as that one ends. */
export function handOver(args) {
  const child = spawn(NODE, [join(ROOT, 'packages/server/src/cli/leitai.ts'), ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    // Compiled modules are kept: the second start reads no TypeScript.
    env: { NODE_COMPILE_CACHE: join(ROOT, 'node_modules/.cache/leitai'), ...process.env },
  });
  const pass = (signal) => child.kill(signal);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, pass);
  const line = npmAbove();
  const watch = setInterval(() => {
    if (line !== null && npmAbove() !== line) child.kill('SIGTERM');
  }, 250);
  watch.unref();
  child.once('error', (error) => {
    console.error(error.message);
    process.exit(1);
  });
  child.once('close', (code, signal) => process.exit(signal === null ? code : 1));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await ensureInstalled();
  handOver(process.argv.slice(2));
}
