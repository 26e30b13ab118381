// TypeScript over the root project (tests of the pure packages, e2e, bench) and every package.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { NODE, ROOT } from './install.mjs';

const TSC = join(ROOT, 'node_modules/typescript/bin/tsc');
const projects = [
  'tsconfig.json',
  ...readdirSync(join(ROOT, 'packages')).map((name) => `packages/${name}/tsconfig.json`),
].filter((path) => existsSync(join(ROOT, path)));

let failed = 0;
for (const project of projects) {
  const child = spawn(NODE, [TSC, '--noEmit', '-p', project], { cwd: ROOT, stdio: 'inherit' });
  const code = await new Promise((resolve) => child.once('close', resolve));
  console.log(`${code === 0 ? '✓' : '✗'} ${project}`);
  if (code !== 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
