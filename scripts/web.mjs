// Builds the web app when its sources, or what they are made of, have changed since the last build.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { promisify } from 'node:util';
import { EXIT, fail, NODE, quietly, ROOT } from './install.mjs';

const DIST = join(ROOT, 'packages/web/dist');
const STAMP = join(DIST, '.stamp');
const SOURCES = ['packages/web', 'packages/rules/src', 'packages/contract/src', 'package-lock.json'];
const COMPRESSED = /\.(?:js|css|html|svg|json|txt|map)$/;

function* filesIn(path) {
  let entries;
  try {
    entries = readdirSync(join(ROOT, path), { withFileTypes: true });
  } catch {
    if (existsSync(join(ROOT, path))) yield path;
    return;
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (['node_modules', 'dist'].includes(entry.name)) continue;
    if (entry.isDirectory()) yield* filesIn(`${path}/${entry.name}`);
    else if (entry.isFile() && !/\.test\.tsx?$/.test(entry.name)) yield `${path}/${entry.name}`;
  }
}

/** Contents, not times: a checkout of an older version is a change too. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const path of SOURCES.flatMap((source) => [...filesIn(source)])) {
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(ROOT, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** Answers the failed build's output, or null. */
export async function buildWeb() {
  if (!['ts', 'js', 'mjs'].some((end) => existsSync(join(ROOT, `packages/web/vite.config.${end}`))))
    return null;
  const wanted = fingerprint();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return null;
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
  const { code, output } = await quietly('Building the web pages 正在构建网页', NODE, [
    vite,
    'build',
    'packages/web',
  ]);
  if (code !== 0) return output;
  await compress();
  mkdirSync(DIST, { recursive: true });
  writeFileSync(STAMP, wanted);
  return null;
}

export async function ensureWeb() {
  const output = await buildWeb();
  if (output === null) return;
  console.error(output.trim());
  fail(
    EXIT.buildFailed,
    'The web pages could not be built; the reason is above.',
    '网页构建失败，原因见上。',
  );
}

/** The server sends these instead when the browser takes them: compressed once, well. */
async function compress() {
  const folder = join(DIST, 'assets');
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder).filter((file) => COMPRESSED.test(file))) {
    const bytes = readFileSync(join(folder, name));
    if (bytes.length < 1024) continue;
    writeFileSync(join(folder, `${name}.gz`), await promisify(gzip)(bytes, { level: 9 }));
    const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
    writeFileSync(join(folder, `${name}.br`), await promisify(brotliCompress)(bytes, quality));
  }
}
