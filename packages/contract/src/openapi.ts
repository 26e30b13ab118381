import type { TSchema } from 'typebox';
import type { Endpoint } from './endpoint.ts';
import { Problem } from './shapes.ts';

const json = (schema: unknown) => ({ 'application/json': { schema } });

function parametersIn(where: 'path' | 'query', schema: TSchema | undefined): unknown[] {
  const object = schema as { properties?: Record<string, unknown>; required?: string[] } | undefined;
  return Object.entries(object?.properties ?? {}).map(([name, type]) => ({
    name,
    in: where,
    required: where === 'path' || (object?.required ?? []).includes(name),
    schema: type,
  }));
}

const BINARY = { type: 'string', format: 'binary' };

function contentOf(body: NonNullable<Endpoint['body']>): unknown {
  if (body === 'bytes') return { 'application/octet-stream': { schema: BINARY } };
  if (body === 'file')
    return { 'multipart/form-data': { schema: { type: 'object', properties: { file: BINARY } } } };
  return json(body);
}

function security(endpoint: Endpoint): unknown[] {
  if (endpoint.access.who === 'public') return [];
  return [{ [endpoint.access.who === 'entrant' ? 'entrantCookie' : 'staffCookie']: [] }];
}

function operation(name: string, endpoint: Endpoint): unknown {
  const body =
    endpoint.body === undefined ? {} : { requestBody: { required: true, content: contentOf(endpoint.body) } };
  const { reply } = endpoint;
  const sent = 'file' in reply ? reply.file : 'stream' in reply ? reply.stream : null;
  const content = sent === null ? json(reply) : { [String(sent)]: { schema: BINARY } };
  return {
    operationId: name,
    summary: endpoint.summary,
    tags: [name.split('.')[0]],
    security: security(endpoint),
    'x-access': endpoint.access,
    parameters: [...parametersIn('path', endpoint.params), ...parametersIn('query', endpoint.query)],
    ...body,
    responses: {
      200: { description: 'OK', content },
      default: {
        description: 'Refused (RFC 9457)',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

/** OpenAPI 3.1 from the endpoint table; `packages/contract/openapi.json` is its checked-in copy. */
export function openapi(endpoints: Readonly<Record<string, Endpoint>>): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [name, endpoint] of Object.entries(endpoints)) {
    const path = endpoint.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(name, endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Leitai 擂台', version: '1', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    paths,
    components: {
      schemas: { Problem },
      securitySchemes: {
        staffCookie: { type: 'apiKey', in: 'cookie', name: 'leitai_session' },
        entrantCookie: { type: 'apiKey', in: 'cookie', name: 'leitai_entrant' },
      },
    },
  };
}
