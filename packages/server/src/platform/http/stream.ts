import { Readable } from 'node:stream';
import { refuse } from '@leitai/rules';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendProblem } from './problem.ts';

/** Stored bytes to send, whole or a range of them (RFC 9110 §14). What an address stands for never changes. */
export interface StreamReply {
  readonly type: string;
  readonly bytes: number;
  /** Hash of the content. */
  readonly hash: string;
  /** The bytes `from` … `to`, both included; asked for the next piece only when the last one is on its way. */
  read(from: number, to: number): AsyncIterable<Buffer>;
}

const YEAR = 31_536_000;

export function sendStream(request: FastifyRequest, reply: FastifyReply, content: StreamReply): FastifyReply {
  const { bytes, type } = content;
  const etag = `"${content.hash}"`;
  reply.headers({
    'accept-ranges': 'bytes',
    'cache-control': `private, max-age=${YEAR}, immutable`,
    // Opened by itself, it is a picture or a sound and never a page.
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    etag,
  });
  if (holds(request.headers['if-none-match'], etag)) return reply.status(304).send();
  const range = request.method === 'GET' ? rangeOf(request, bytes, etag) : null;
  if (range === 'outside') {
    sendProblem(reply, refuse('request.rangeOutside', { bytes }).refusal, {
      'content-range': `bytes */${bytes}`,
    });
    return reply;
  }
  const { from, to } = range ?? { from: 0, to: bytes - 1 };
  reply
    .status(range === null ? 200 : 206)
    .type(type)
    .headers({ 'content-disposition': 'inline', 'content-length': to - from + 1 });
  if (range !== null) reply.header('content-range', `bytes ${from}-${to}/${bytes}`);
  if (request.method === 'HEAD') return reply.send(Readable.from([]));
  return reply.send(Readable.from(content.read(from, to), { objectMode: false, highWaterMark: 1 }));
}

/** `If-None-Match`: a list of tags, weak ones count too. */
const holds = (header: string | undefined, etag: string): boolean =>
  header !== undefined &&
  (header.trim() === '*' || header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag));

/** Null where the whole is to be sent: no range, one of another unit, several at once, or of another content. */
function rangeOf(
  { headers }: FastifyRequest,
  bytes: number,
  etag: string,
): { from: number; to: number } | 'outside' | null {
  const condition = headers['if-range'];
  if (condition !== undefined && condition !== etag) return null;
  const [, first, last] = /^bytes=[ \t]*(\d*)-(\d*)[ \t]*$/i.exec(headers.range ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return null;
  if (first === '') {
    const length = Math.min(Number(last), bytes);
    return length === 0 ? 'outside' : { from: bytes - length, to: bytes - 1 };
  }
  const from = Number(first);
  if (last !== '' && Number(last) < from) return null;
  return from >= bytes
    ? 'outside'
    : { from, to: last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1) };
}
