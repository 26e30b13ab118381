import { endpoints, type Endpoint, type EndpointName } from '@leitai/contract';
import { refuse } from '@leitai/rules';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { authorise, identify, type Caller, type Identified } from './access.ts';
import type { Call, FileReply, Handlers, Identity, Scopes, SetCookie } from './handler.ts';
import { API_HEADERS, sendProblem } from './problem.ts';

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
  for (const [key, entry] of Object.entries(endpoints)) {
    const name = key as EndpointName;
    const endpoint: Endpoint = entry;
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
}

function schemaOf(endpoint: Endpoint): Record<string, unknown> {
  return {
    ...(endpoint.params === undefined ? {} : { params: endpoint.params }),
    ...(endpoint.query === undefined ? {} : { querystring: endpoint.query }),
    ...(endpoint.body === undefined || endpoint.body === 'file' ? {} : { body: endpoint.body }),
    ...('file' in endpoint.reply ? {} : { response: { 200: endpoint.reply } }),
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
  const call = {
    params: request.params,
    query: request.query,
    body: request.body,
    upload,
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
  if ('file' in endpoint.reply) {
    const file = result.value as FileReply;
    return reply
      .type(String(endpoint.reply.file))
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`)
      .send(file.bytes);
  }
  return reply.send(result.value);
}
