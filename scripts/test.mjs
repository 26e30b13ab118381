// `npm test`: everything CI checks. Installs what it needs, runs the steps, ends with `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled, NODE, quietly, ROOT } from './install.mjs';
import { buildWeb } from './web.mjs';

/** What the tests need besides npm's packages, where it must be, and the Debian package that brings it. */
const TOOLS = [
  { name: 'Chromium', apt: 'chromium', there: () => existsSync('/usr/bin/chromium') },
  { name: 'a Chinese font', apt: 'fonts-noto-cjk', there: hasChineseFont },
  { name: 'pdftotext', apt: 'poppler-utils', there: () => existsSync('/usr/bin/pdftotext') },
];

function hasChineseFont() {
  if (existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc')) return true;
  const { status, stdout } = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return status === 0 && stdout.trim() !== '';
}

async function ensureTools() {
  const missing = TOOLS.filter((tool) => !tool.there());
  if (missing.length === 0) return;
  const names = missing.map((tool) => tool.apt);
  const isRoot = process.getuid?.() === 0;
  if (isRoot && spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await quietly('apt-get update', 'apt-get', ['update'], { env });
    const { code, output } = await quietly(
      `apt-get install ${names.join(' ')}`,
      'apt-get',
      ['install', '-y', '--no-install-recommends', ...names],
      { env },
    );
    if (code === 0) return;
    console.log(output.trim().split('\n').slice(-5).join('\n'));
  }
  const what = missing.map((tool) => tool.name).join(' and ');
  console.log(
    `For the tests ${what} is missing: install it as root with apt-get install ${names.join(' ')}.`,
  );
}

const bin = (name) => join(ROOT, 'node_modules/.bin', name);
const total = { passed: 0, failed: 0 };
const broken = [];

/** One check counts as one. */
function count(title, ok, output) {
  if (ok) {
    total.passed += 1;
    return;
  }
  total.failed += 1;
  broken.push(title);
  console.log(`\n──── ${title}\n${output.trim()}\n────\n`);
}

async function check(title, command, args) {
  const { code, output } = await quietly(title, command, args, { env: testEnv() });
  count(title, code === 0, output);
}

/** Node 24 first, for everything that looks for `node`; nothing of the user's own Leitai gets into the tests. */
function testEnv() {
  const { LEITAI_PORT: _p, LEITAI_HOST: _h, LEITAI_DATA: _d, DATABASE_URL: _u, ...rest } = process.env;
  return {
    ...rest,
    PATH: `${join(ROOT, 'node_modules/node/bin')}:${join(ROOT, 'node_modules/.bin')}:${rest.PATH}`,
  };
}

/** The browsers get the machine to themselves: their waits are real ones. */
async function vitest(title, projects) {
  const folder = mkdtempSync(join(tmpdir(), 'leitai-report-'));
  const file = join(folder, 'report.json');
  const { code, output } = await quietly(
    title,
    NODE,
    [
      join(ROOT, 'node_modules/vitest/vitest.mjs'),
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ],
    { env: testEnv() },
  );
  let failed = 0;
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    const passed = report.numPassedTests;
    // A file that could not even be loaded has no tests to count: it counts as one that failed.
    const unloaded = report.testResults.filter(
      (result) =>
        result.status === 'failed' && result.assertionResults.every((one) => one.status !== 'failed'),
    ).length;
    failed = report.numTotalTests - passed + unloaded;
    total.passed += passed;
  } catch {
    failed = 1;
  }
  rmSync(folder, { recursive: true, force: true });
  if (code !== 0 && failed === 0) failed = 1;
  total.failed += failed;
  if (failed > 0) {
    broken.push(title);
    console.log(`\n──── ${title}\n${output.trim()}\n────\n`);
  }
}

await ensureInstalled();
await ensureTools();
await check('format', bin('oxfmt'), ['--check']);
await check('lint', bin('oxlint'), ['--deny-warnings']);
await check('levels', bin('depcruise'), [
  '--config',
  '.dependency-cruiser.json',
  ...['packages', 'bench', 'e2e'].filter((folder) => existsSync(join(ROOT, folder))),
]);
await check('types', NODE, ['scripts/types.mjs']);
await check('unused', bin('knip'), []);
const build = await buildWeb();
count('web build', build === null, build ?? '');
await vitest('tests', ['rules', 'contract', 'web', 'server']);
await vitest('browser tests', ['e2e']);

if (broken.length > 0) console.log(`Failed 未通过: ${broken.join(', ')}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
