// JavaScript of the phone's first screen, gzip: the entry and what it imports at once, no lazy chunk.
// Floor: React and ReactDOM alone, bundled by the same tool in the same run.
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type InlineConfig, type Rolldown } from 'vite';
import { report } from './support/process.ts';

const WEB = fileURLToPath(new URL('../packages/web', import.meta.url));
const FLOOR = 'virtual:react-alone';
const REACT_ALONE = `
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
createRoot(document.body).render(createElement('p'));
`;

type Chunk = Rolldown.OutputChunk;

async function chunksOf(config: InlineConfig): Promise<Chunk[]> {
  const built = await build({
    root: WEB,
    logLevel: 'error',
    ...config,
    build: { ...config.build, write: false },
  });
  const outputs = (Array.isArray(built) ? built : [built]) as Rolldown.RolldownOutput[];
  return outputs.flatMap(({ output }) => output.filter((part): part is Chunk => part.type === 'chunk'));
}

/** Bytes of an entry with all it imports statically. */
function firstScreen(chunks: readonly Chunk[], entry: (chunk: Chunk) => boolean): number {
  const first = chunks.find(entry);
  if (first === undefined) throw new Error('the entry was not built');
  const wanted = new Set([first.fileName]);
  for (const name of wanted)
    for (const imported of chunks.find(({ fileName }) => fileName === name)?.imports ?? [])
      wanted.add(imported);
  return chunks
    .filter(({ fileName }) => wanted.has(fileName))
    .reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0);
}

const value = firstScreen(
  await chunksOf({}),
  ({ facadeModuleId }) => facadeModuleId?.endsWith('phone.html') ?? false,
);
const alone = await chunksOf({
  configFile: false,
  plugins: [
    {
      name: 'react-alone',
      resolveId: (id) => (id === FLOOR ? `${WEB}/react-alone.js` : null),
      load: (id) => (id === `${WEB}/react-alone.js` ? REACT_ALONE : null),
    },
  ],
  build: { target: 'es2020', modulePreload: { polyfill: false }, rollupOptions: { input: FLOOR } },
});
const floor = firstScreen(alone, ({ isEntry }) => isEntry);
report('phone-size', 'bytes', value, floor);
