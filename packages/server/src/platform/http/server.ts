import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import { refuse, type Refusal } from '@leitai/rules';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyRequest,
  type FastifyServerOptions,
} from 'fastify';
import { Limits, type PerMinute } from './limits.ts';
import { methodsAt } from './methods.ts';
import { sendProblem } from './problem.ts';

declare module 'fastify' {
  interface FastifyInstance {
    limits: Limits;
  }
}

const JSON_LIMIT = 1024 * 1024;
const FILE_LIMIT = 8 * 1024 * 1024;
/** A request that is not whole by then is cut off; a file over a hall's network may take its time. */
const REQUEST_MS = 120_000;

/** Strings of a URL may become numbers and booleans; a JSON body must say what it means. */
function validators(): Record<'text' | 'json', Ajv> {
  const make = (coerceTypes: boolean): Ajv => {
    const ajv = new Ajv({ coerceTypes, removeAdditional: false, allErrors: false, strict: false });
    addFormats.default(ajv);
    return ajv;
  };
  return { text: make(true), json: make(false) };
}

/** A log names the route that was asked, never its address: tickets and screen keys stand in addresses. */
const withoutSecrets = (
  logger: FastifyServerOptions['logger'],
): NonNullable<FastifyServerOptions['logger']> =>
  logger === undefined || logger === false
    ? false
    : {
        ...(logger === true ? {} : logger),
        serializers: {
          req: ({ method, routeOptions }: FastifyRequest) => ({ method, url: routeOptions?.url ?? '' }),
        },
      };

/** Fastify with the house's validation, headers and refusals; routes come from `register`. */
export async function httpServer(options: {
  logger: FastifyServerOptions['logger'];
  perMinute?: PerMinute;
}): Promise<FastifyInstance> {
  const app = Fastify({
    logger: withoutSecrets(options.logger),
    bodyLimit: JSON_LIMIT,
    requestTimeout: REQUEST_MS,
    trustProxy: 'loopback',
  });
  const ajv = validators();
  app.setValidatorCompiler<object>(({ schema, httpPart }) =>
    (httpPart === 'body' ? ajv.json : ajv.text).compile(schema),
  );
  await app.register(cookie);
  const limits = new Limits(options.perMinute);
  app.decorate('limits', limits);
  await app.register(rateLimit, limits.plugin());
  await app.register(multipart, { limits: { fileSize: FILE_LIMIT, files: 1, fields: 4 } });
  await app.register(helmet, {
    // Halls have no certificate: nothing here may force https.
    strictTransportSecurity: false,
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: ["'self'", 'ws:', 'wss:'],
        fontSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
      },
    },
  });
  app.addHook('onRequest', (request, reply, done) => {
    const { method } = request;
    // A page of another origin cannot set this header without a preflight, which is never granted (CSRF).
    if (method === 'GET' || method === 'HEAD' || request.headers['x-leitai'] === '1') done();
    else sendProblem(reply, refuse('request.crossSite').refusal);
  });
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const refusal = refusalOf(error);
    if (refusal.code === 'server.fault') request.log.error(error);
    return sendProblem(reply, refusal);
  });
  app.setNotFoundHandler((request, reply) => {
    const methods = methodsAt(request.url);
    return methods.length === 0
      ? sendProblem(reply, refuse('notFound').refusal)
      : sendProblem(reply, refuse('request.methodNotAllowed', { methods }).refusal, {
          allow: methods.join(', '),
        });
  });
  return app;
}

/** What the user did wrong, by name; anything else is our fault and is logged. */
function refusalOf(error: FastifyError): Refusal {
  if (error.validation) {
    const first = error.validation[0];
    const missing = (first?.params as { missingProperty?: string } | undefined)?.missingProperty;
    const field = [
      ...(first?.instancePath ?? '').split('/').filter(Boolean),
      ...(missing ? [missing] : []),
    ].join('.');
    return refuse('request.invalid', { part: error.validationContext, field, rule: first?.keyword }).refusal;
  }
  const status = error.statusCode ?? 500;
  if (status === 413) return refuse('request.tooLarge').refusal;
  if (status === 415) return refuse('request.mediaType').refusal;
  if (status === 429) return refuse('rate.tooMany').refusal;
  // PostgreSQL says a text is no uuid, a number is out of range, or holds a NUL: the request was bad, not the server.
  if (['22P02', '22003', '22021', '22P05', '22008'].includes(error.code))
    return refuse('request.invalid').refusal;
  if (status < 500) return refuse('request.malformed').refusal;
  return refuse('server.fault').refusal;
}
