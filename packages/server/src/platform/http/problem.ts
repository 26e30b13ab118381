import type { Problem } from '@leitai/contract';
import type { Refusal } from '@leitai/rules';
import type { FastifyReply } from 'fastify';

const STATUS: Readonly<Record<string, number>> = {
  notFound: 404,
  'request.invalid': 400,
  'request.malformed': 400,
  'request.methodNotAllowed': 405,
  'request.mediaType': 415,
  'request.tooLarge': 413,
  'request.crossSite': 403,
  'request.lengthMissing': 411,
  'request.rangeOutside': 416,
  'auth.signInNeeded': 401,
  'auth.wrongPassword': 401,
  'auth.mustChangePassword': 403,
  'ticket.needed': 401,
  'ticket.invalid': 401,
  'ticket.expired': 401,
  'ticket.revoked': 401,
  'rate.tooMany': 429,
  'media.tooLarge': 413,
  'media.typeNotTaken': 415,
  'media.typeDiffers': 422,
  'server.fault': 500,
  'server.busy': 503,
};

/** HTTP status of a refusal; what is not listed is a conflict with the state of things. */
export const statusOf = (code: string): number => STATUS[code] ?? (code.endsWith('Invalid') ? 422 : 409);

/** RFC 9457. */
export function problem(refusal: Refusal): Problem {
  const status = statusOf(refusal.code);
  return {
    type: `urn:leitai:refusal:${refusal.code}`,
    title: refusal.code,
    status,
    code: refusal.code,
    ...(refusal.facts === undefined ? {} : { facts: { ...refusal.facts } }),
  };
}

/** Replies that are data and never a page; set as they are, since helmet would put its own together for every request. */
export const API_HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

export function sendProblem(
  reply: FastifyReply,
  refusal: Refusal,
  headers: Readonly<Record<string, string>> = {},
): FastifyReply {
  const body = problem(refusal);
  return reply
    .status(body.status)
    .headers({ ...API_HEADERS, ...headers })
    .type('application/problem+json')
    .serializer(JSON.stringify)
    .send(body);
}
