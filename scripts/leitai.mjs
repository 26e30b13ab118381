// The `leitai` command: installs what is missing, then hands over to packages/server/src/cli on Node 24.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled, NODE, ROOT } from './install.mjs';

/** Runs a command and ends this process as that one ends. */
export function handOver(args) {
  const child = spawn(NODE, [join(ROOT, 'packages/server/src/cli/leitai.ts'), ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    // Compiled modules are kept: the second start reads no TypeScript.
    env: { NODE_COMPILE_CACHE: join(ROOT, 'node_modules/.cache/leitai'), ...process.env },
  });
  const pass = (signal) => child.kill(signal);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, pass);
  // When npm itself is killed nobody tells this process; the house stops then, as on Ctrl-C.
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM');
  }, 1_000).unref();
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
