import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** Which of the bundles answers an address; each surface routes on its own from there. */
const PAGES: Readonly<Record<string, readonly string[]>> = {
  'public.html': ['/', '/c/*', '/p/*', '/v/*', '/replay/:stageId', '/api-docs', '/api-docs/*'],
  'console.html': ['/console', '/console/*'],
  'host.html': ['/host/:stageId'],
  'screen.html': ['/screen/:stageId'],
  'watch.html': ['/watch/:stageId', '/overlay/:stageId'],
  'phone.html': ['/t/:ticket', '/phone', '/phone/*', '/audience/:stageId'],
};

/** What lies beside the pages: marks, sounds, robots.txt. */
const LOOSE_FILE = '/:file(^[\\w-]+\\.(?:svg|png|ico|txt|mp3|ogg|woff2|webmanifest|js)$)';

const MISSING = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>擂台 Leitai</title>
<body style="font-family:sans-serif;max-width:40em;margin:4em auto;line-height:1.7">
<h1>擂台 Leitai</h1>
<p>网页尚未构建。请在擂台所在目录执行 <code>npm run build</code>，然后刷新本页；<code>npm start</code> 会自动构建。</p>
<p>The web pages have not been built: run <code>npm run build</code> in Leitai's folder and reload; <code>npm start</code> does so by itself.</p>
</body></html>`;

const OPENAPI = new URL('../../../../contract/openapi.json', import.meta.url);

/** Serves the built web app from `webRoot`: names with a hash are kept for ever, pages are asked for each time. */
export async function pages(app: FastifyInstance, webRoot: string): Promise<void> {
  const assets = join(webRoot, 'assets') + sep;
  await app.register(fastifyStatic, {
    root: webRoot,
    serve: false,
    suppressWarning: true,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const kept = path.startsWith(assets);
      void reply.header('cache-control', kept ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  for (const [page, addresses] of Object.entries(PAGES)) {
    for (const address of addresses)
      app.get(address, (_request, reply) =>
        sendPage(page === 'watch.html' ? allowStream(reply) : reply, webRoot, page),
      );
  }
  // A person who mistyped an address gets a page to read; everything else the refusal.
  app.get('/*', async (request, reply) => {
    const asksForPage = request.headers.accept?.includes('text/html') === true;
    if (!asksForPage || request.url.startsWith('/api/') || !existsSync(join(webRoot, 'public.html')))
      return reply.callNotFound();
    const body = await readFile(join(webRoot, 'public.html'));
    return reply.status(404).header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(body);
  });
  app.get('/assets/*', (request, reply) =>
    reply.sendFile(`assets/${(request.params as { '*': string })['*']}`),
  );
  app.get(LOOSE_FILE, (request, reply) => reply.sendFile((request.params as { file: string }).file));
  app.get('/api/openapi.json', async (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(await readFile(OPENAPI)),
  );
}

/** The live page shows a stream from wherever the organiser has it; nothing else may come from elsewhere. */
const STREAM = "; media-src 'self' blob: https: http:";
const FETCH = "connect-src 'self' ws: wss: https: http:";

function allowStream(reply: FastifyReply): FastifyReply {
  const own = String(reply.getHeader('content-security-policy') ?? '');
  return reply.header('content-security-policy', own.replace(/connect-src [^;]*/, FETCH) + STREAM);
}

function sendPage(reply: FastifyReply, webRoot: string, page: string): FastifyReply {
  if (existsSync(join(webRoot, page))) return reply.sendFile(page);
  return reply.status(503).header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(MISSING);
}
