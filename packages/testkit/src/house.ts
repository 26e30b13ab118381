import { endpoints, type BodyOf, type EndpointName, type Endpoints, type ReplyOf } from '@leitai/contract';
import { open, type House, type HouseOptions } from '@leitai/server/main';
import { FakeClock } from './clock.ts';
import { freshDatabase } from './postgres/freshDatabase.ts';

export interface TestHouse {
  readonly house: House;
  readonly clock: FakeClock;
  /** A client with a cookie jar of its own. */
  client(): Client;
  close(): Promise<void>;
}

export interface Answer<T> {
  readonly status: number;
  readonly body: T;
  readonly raw: Buffer;
}

/** The whole server on a fresh database, without a listening port (`inject`); `await house.app.listen()` for sockets. */
export async function testHouse(more: Pick<HouseOptions, 'addresses'> = {}): Promise<TestHouse> {
  const clock = new FakeClock();
  const house = await open({ databaseUrl: await freshDatabase(), clock, ...more });
  return { house, clock, client: () => new Client(house), close: () => house.close() };
}

export class Client {
  readonly #house: House;
  readonly cookies = new Map<string, string>();
  constructor(house: House) {
    this.#house = house;
  }

  /** Calls an endpoint by name; the reply is not checked, `status` tells. */
  async call<N extends EndpointName>(
    name: N,
    input: {
      params?: Record<string, string>;
      query?: Record<string, string>;
      body?: BodyOf<Endpoints[N]> | Record<string, unknown>;
      file?: { name: string; bytes: Buffer };
      /** The raw body of an endpoint that takes one. */
      bytes?: Buffer;
    } = {},
  ): Promise<Answer<ReplyOf<Endpoints[N]>>> {
    const endpoint = endpoints[name];
    const url = endpoint.path.replaceAll(/:(\w+)/g, (_, key: string) =>
      encodeURIComponent(input.params?.[key] ?? key),
    );
    const boundary = 'leitai-test-boundary';
    const upload = input.file && multipart(boundary, input.file);
    const payload =
      upload ?? input.bytes ?? (input.body === undefined ? undefined : JSON.stringify(input.body));
    const response = await this.#house.app.inject({
      method: endpoint.method,
      url,
      ...(input.query === undefined ? {} : { query: input.query }),
      headers: {
        'x-leitai': '1',
        cookie: [...this.cookies].map(([key, value]) => `${key}=${value}`).join('; '),
        ...(upload ? { 'content-type': `multipart/form-data; boundary=${boundary}` } : {}),
        ...(input.bytes === undefined ? {} : { 'content-type': 'application/octet-stream' }),
        ...(input.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(payload === undefined ? {} : { payload }),
    });
    for (const cookie of response.cookies) {
      if (cookie.value === '') this.cookies.delete(cookie.name);
      else this.cookies.set(cookie.name, cookie.value);
    }
    const isJson = String(response.headers['content-type'] ?? '').includes('json');
    return {
      status: response.statusCode,
      body: (isJson ? response.json() : undefined) as ReplyOf<Endpoints[N]>,
      raw: response.rawPayload,
    };
  }
}

function multipart(boundary: string, file: { name: string; bytes: Buffer }): Buffer {
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), file.bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
}
