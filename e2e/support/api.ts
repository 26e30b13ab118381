import { endpoints, type EndpointName, type Endpoints, type ReplyOf } from '@leitai/contract';

interface Input {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly file?: { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> };
}

/** One person's HTTP client with cookies, for the many who need no browser of their own. */
export class Api {
  readonly #url: string;
  readonly #cookies = new Map<string, string>();
  constructor(url: string) {
    this.#url = url;
  }

  /** Status and reply (or problem) of an endpoint. */
  async ask<N extends EndpointName>(
    name: N,
    input: Input = {},
  ): Promise<{ status: number; body: ReplyOf<Endpoints[N]> }> {
    const endpoint = endpoints[name];
    const path = endpoint.path.replaceAll(/:(\w+)/g, (_, key: string) =>
      encodeURIComponent(input.params![key]!),
    );
    const search = input.query === undefined ? '' : `?${new URLSearchParams(input.query)}`;
    const form = new FormData();
    if (input.file !== undefined) form.append('file', new Blob([input.file.bytes]), input.file.name);
    const response = await fetch(`${this.#url}${path}${search}`, {
      method: endpoint.method,
      headers: {
        'x-leitai': '1',
        cookie: [...this.#cookies].map(([key, value]) => `${key}=${value}`).join('; '),
        ...(input.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(input.file !== undefined
        ? { body: form }
        : input.body === undefined
          ? {}
          : { body: JSON.stringify(input.body) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair] = cookie.split(';');
      const at = pair!.indexOf('=');
      this.#cookies.set(pair!.slice(0, at), pair!.slice(at + 1));
    }
    return { status: response.status, body: (await response.json()) as ReplyOf<Endpoints[N]> };
  }

  /** The reply, or an error that shows the refusal. */
  async call<N extends EndpointName>(name: N, input: Input = {}): Promise<ReplyOf<Endpoints[N]>> {
    const { status, body } = await this.ask(name, input);
    if (status !== 200) throw new Error(`${name} answered ${status}: ${JSON.stringify(body)}`);
    return body;
  }
}
