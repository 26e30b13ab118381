import type { BodyOf, EndpointName, Endpoints, ParamsOf, Problem, QueryOf, ReplyOf } from '@leitai/contract';
import { routes } from './routes.generated.ts';

/** A refusal of the server (RFC 9457), or `network` when no answer came. */
export class ApiRefusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly facts: Readonly<Record<string, unknown>>;
  constructor(status: number, code: string, facts: Readonly<Record<string, unknown>> = {}) {
    super(code);
    this.status = status;
    this.code = code;
    this.facts = facts;
  }
}

type Part<K extends string, T> = T extends undefined ? { [P in K]?: undefined } : { [P in K]: T };
export type Reply<N extends EndpointName> = ReplyOf<Endpoints[N]>;
export type Input<N extends EndpointName> = Part<'params', ParamsOf<Endpoints[N]>> &
  Partial<Part<'query', QueryOf<Endpoints[N]>>> &
  (Endpoints[N] extends { body: 'file' }
    ? { file: File }
    : Endpoints[N] extends { body: 'bytes' }
      ? { bytes: Blob }
      : Part<'body', BodyOf<Endpoints[N]>>) & {
    signal?: AbortSignal;
  };

/** URL of an endpoint, for links and downloads. */
function urlOf(name: EndpointName, params: object = {}, query: object = {}): string {
  const path = routes[name][1].replace(/:(\w+)/g, (_, key: string) =>
    encodeURIComponent(String((params as Record<string, unknown>)[key])),
  );
  const search = new URLSearchParams(
    Object.entries(query)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key, String(value)]),
  ).toString();
  return search === '' ? path : `${path}?${search}`;
}

/** Calls an endpoint of the contract; throws `ApiRefusal`. */
export async function call<N extends EndpointName>(
  name: N,
  ...[input]: Record<never, never> extends Input<N> ? [input?: Input<N>] : [input: Input<N>]
): Promise<ReplyOf<Endpoints[N]>> {
  const { params, query, body, bytes, file, signal } = (input ?? {}) as {
    params?: object;
    query?: object;
    body?: unknown;
    bytes?: Blob;
    file?: File;
    signal?: AbortSignal;
  };
  const headers: Record<string, string> = { 'x-leitai': '1' };
  const init: RequestInit = { method: routes[name][0], headers, credentials: 'same-origin' };
  if (signal !== undefined) init.signal = signal;
  if (file !== undefined) {
    const form = new FormData();
    form.append('file', file);
    init.body = form;
  } else if (bytes !== undefined) {
    headers['content-type'] = 'application/octet-stream';
    init.body = bytes;
  } else if (body !== undefined) {
    headers['content-type'] = 'application/json';
    init.body = JSON.stringify(body);
  }
  const response = await fetch(urlOf(name, params, query), init).catch(() => {
    throw new ApiRefusal(0, 'network');
  });
  if (!response.ok) throw addressRefusal(await refusalOf(response), params);
  // The line may also break in the middle of the answer.
  const reply: unknown = await response.json().catch(() => {
    throw new ApiRefusal(0, 'network');
  });
  return reply as ReplyOf<Endpoints[N]>;
}

/** Fetches a file endpoint and hands it to the browser as a download. */
export async function download(name: EndpointName, params: object, fallbackName: string): Promise<void> {
  const response = await fetch(urlOf(name, params), { credentials: 'same-origin' }).catch(() => {
    throw new ApiRefusal(0, 'network');
  });
  if (!response.ok) throw await refusalOf(response);
  const named = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = named === undefined ? fallbackName : decodeURIComponent(named);
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** An id in the address that is none (a link cut short) names nothing: no field of a form is to be corrected. */
function addressRefusal(refusal: ApiRefusal, params: object = {}): ApiRefusal {
  const field = String(refusal.facts['field']);
  return refusal.code === 'request.invalid' && field in params ? new ApiRefusal(404, 'notFound') : refusal;
}

async function refusalOf(response: Response): Promise<ApiRefusal> {
  const problem = (await response.json().catch(() => null)) as Problem | null;
  return new ApiRefusal(response.status, problem?.code ?? `http.${response.status}`, problem?.facts ?? {});
}
