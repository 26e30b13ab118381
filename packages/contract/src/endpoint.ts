import type { Action } from '@leitai/rules';
import type { Static, TSchema } from 'typebox';

/** What an endpoint's permission question is asked about; the server resolves it to a unit path. */
export type ScopeKind =
  | 'unit'
  | 'season'
  | 'contest'
  | 'stage'
  | 'bank'
  | 'certificate'
  | 'account'
  | 'ticket';

/** Where in the request the scope's id stands, e.g. `params.contestId`. */
export type ScopeAt = `${'params' | 'body' | 'query'}.${string}`;

/**
 * Who may call, and how the server asks:
 * `public` anyone; `staff` a signed-in account, then `can(grants, action, unit of scope)`;
 * `filtered` a signed-in account, the handler lists only what its grants cover; `self` the account itself;
 * `entrant` the holder of an admission ticket, the handler serves only that entrant's own things.
 */
export type Access =
  | { readonly who: 'public' }
  | { readonly who: 'self' }
  | { readonly who: 'filtered'; readonly action: Action }
  | { readonly who: 'staff'; readonly action: Action; readonly of: ScopeKind; readonly at: ScopeAt }
  | { readonly who: 'entrant' };

/** One line a route: the server registers it, the web calls it, openapi.json and the permission walk are made from it. */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Fastify style: `/api/contests/:contestId`. */
  readonly path: string;
  readonly summary: string;
  readonly access: Access;
  readonly params?: TSchema;
  readonly query?: TSchema;
  /** JSON body; `'file'` takes one multipart field `file`, `'bytes'` the body as it is (`application/octet-stream`). */
  readonly body?: TSchema | 'file' | 'bytes';
  /** JSON reply, the media type of a file, or the range of types of what is streamed, whole or in ranges. */
  readonly reply: TSchema | { readonly file: string } | { readonly stream: string };
}

type Of<T> = T extends TSchema ? Static<T> : undefined;
export type ParamsOf<E extends Endpoint> = Of<E['params']>;
export type QueryOf<E extends Endpoint> = Of<E['query']>;
export type BodyOf<E extends Endpoint> = E['body'] extends TSchema ? Static<E['body']> : undefined;
export type ReplyOf<E extends Endpoint> = E['reply'] extends TSchema ? Static<E['reply']> : undefined;
