import { endpoints, type Endpoint, type EndpointName } from '@leitai/contract';
import { refuse } from '@leitai/rules';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { authorise, identify, type Caller, type Identified } from './access.ts';
import type { Call, FileReply, Handlers, Identity, Incoming, Scopes, SetCookie } from './handler.ts';
import { API_HEADERS, sendProblem } from './problem.ts';
import { sendStream, type StreamReply } from './stream.ts';

type AnyHandler = (
  call: Call<EndpointName>,
) => Promise<{ ok: true; value: unknown } | ReturnType<typeof refuse>>;

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller;
  }
}

/** Registers every endpoint of the contract: identify → validate → authorise → handle → present by the reply schema. */
export function register(app: FastifyInstance, handlers: Handlers, identity: Identity, scopes: Scopes): void {
  app.decorateRequest('caller');
  const all = Object.entries<Endpoint>(endpoints) as [EndpointName, Endpoint][];
  const routesOf = (scope: FastifyInstance, raw: boolean): void => {
    for (const [name, endpoint] of all.filter(([, { body }]) => (body === 'bytes') === raw))
      route(scope, name, endpoint, handlers, identity, scopes);
  };
  routesOf(app, false);
  // In a scope of their own: nowhere else is a body handed on unread.
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
    routesOf(scope, true);
  });
}

function route(
  app: FastifyInstance,
  name: EndpointName,
  endpoint: Endpoint,
  handlers: Handlers,
  identity: Identity,
  scopes: Scopes,
): void {
  app.route({
    method: endpoint.method,
    url: endpoint.path,
    schema: schemaOf(endpoint),
    helmet: false,
    onRequest: (_request, reply, done) => {
      reply.headers(API_HEADERS);
      done();
    },
    preValidation: (request, reply, done) => {
      const settle = (found: Identified): void => {
        if ('refusal' in found) {
          sendProblem(reply, found.refusal);
          return;
        }
        request.caller = found.caller;
        app.limits.recognise(request, found.caller);
        done();
      };
      const found = identify(name, endpoint, identity, request);
      if (found instanceof Promise) found.then(settle, done);
      else settle(found);
    },
    ...(endpoint.access.who === 'staff'
      ? {
          preHandler: async (request: FastifyRequest, reply: FastifyReply) => {
            const refusal = await authorise(endpoint, scopes, request.caller, request);
            return refusal === null ? undefined : sendProblem(reply, refusal);
          },
        }
      : {}),
    handler: (request, reply) => handle(endpoint, handlers[name] as unknown as AnyHandler, request, reply),
  });
}

function schemaOf(endpoint: Endpoint): Record<string, unknown> {
  return {
    ...(endpoint.params === undefined ? {} : { params: endpoint.params }),
    ...(endpoint.query === undefined ? {} : { querystring: endpoint.query }),
    ...(typeof endpoint.body === 'object' ? { body: endpoint.body } : {}),
    ...('file' in endpoint.reply || 'stream' in endpoint.reply ? {} : { response: { 200: endpoint.reply } }),
  };
}

async function handle(
  endpoint: Endpoint,
  handler: AnyHandler,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  let upload: Call<EndpointName>['upload'];
  if (endpoint.body === 'file') {
    const part = request.isMultipart() ? await request.file() : undefined;
    if (part === undefined) return sendProblem(reply, refuse('request.invalid', { field: 'file' }).refusal);
    upload = { name: part.filename, bytes: await part.toBuffer() };
  }
  let incoming: Incoming | undefined;
  if (endpoint.body === 'bytes') {
    const length = Number(request.headers['content-length'] ?? Number.NaN);
    if (Number.isNaN(length)) return sendProblem(reply, refuse('request.lengthMissing').refusal);
    if (request.body === undefined) return sendProblem(reply, refuse('request.mediaType').refusal);
    incoming = { length, stream: request.body as AsyncIterable<Buffer> };
  }
  const call = {
    params: request.params,
    query: request.query,
    body: request.body,
    upload,
    incoming,
    staff: request.caller.staff,
    entrant: request.caller.entrant,
    request,
    setCookie: (cookie: SetCookie) => {
      const options = {
        httpOnly: true,
        sameSite: 'lax',
        secure: request.protocol === 'https',
        path: '/',
      } as const;
      if (cookie.value === null) reply.clearCookie(cookie.name, options);
      else
        reply.setCookie(cookie.name, cookie.value, {
          ...options,
          ...(cookie.maxAgeSec === undefined ? {} : { maxAge: cookie.maxAgeSec }),
        });
    },
    passCookies: (values: readonly string[]) => {
      // The account library is told of no protocol; where there is https, its cookies stay on it too.
      for (const value of values)
        reply.header('set-cookie', request.protocol === 'https' ? `${value}; Secure` : value);
    },
  } as unknown as Call<EndpointName>;
  const result = await handler(call);
  if (!result.ok) return sendProblem(reply, result.refusal);
  if ('stream' in endpoint.reply) return sendStream(request, reply, result.value as StreamReply);
  if ('file' in endpoint.reply) {
    const file = result.value as FileReply;
    return reply
      .type(String(endpoint.reply.file))
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`)
      .send(file.bytes);
  }
  return reply.send(result.value);
}
