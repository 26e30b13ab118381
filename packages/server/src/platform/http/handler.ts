import type {
  BodyOf,
  EndpointName,
  Endpoints,
  ParamsOf,
  QueryOf,
  ReplyOf,
  ScopeKind,
} from '@leitai/contract';
import type { Grant, Result } from '@leitai/rules';
import type { FastifyRequest } from 'fastify';
import type { StreamReply } from './stream.ts';

/** A signed-in account, as the account module knows it. */
export interface Staff {
  readonly userId: string;
  readonly username: string;
  readonly name: string;
  readonly mustChangePassword: boolean;
  readonly grants: readonly Grant[];
}

/** The holder of an admission ticket. */
export interface EntrantSession {
  readonly ticketId: string;
  readonly entrantId: string;
  readonly contestId: string;
}

export interface Upload {
  readonly name: string;
  readonly bytes: Buffer;
}

/** A raw body as it arrives: reading it ends in an error when the caller goes away before `length` bytes. */
export interface Incoming {
  readonly length: number;
  readonly stream: AsyncIterable<Buffer>;
}

/** A file to send; its media type stands in the endpoint table. */
export interface FileReply {
  readonly fileName: string;
  readonly bytes: Buffer;
}

/** Cookies a handler sets or clears; always HttpOnly, SameSite=Lax, Secure when the request came over https. */
export interface SetCookie {
  readonly name: string;
  /** Null clears it. */
  readonly value: string | null;
  readonly maxAgeSec?: number;
}

/** One request, validated and authorised: `staff` and `entrant` are there when the endpoint's access says so. */
export interface Call<N extends EndpointName> {
  readonly params: ParamsOf<Endpoints[N]>;
  readonly query: QueryOf<Endpoints[N]>;
  readonly body: BodyOf<Endpoints[N]>;
  readonly upload: Upload | undefined;
  /** There when the endpoint's body is `'bytes'`. */
  readonly incoming: Incoming;
  /** For `public` endpoints only if the caller happens to be signed in and the handler asks. */
  readonly staff: Staff;
  readonly entrant: EntrantSession;
  readonly request: FastifyRequest;
  setCookie(cookie: SetCookie): void;
  /** Ready-made `set-cookie` values of the account library. */
  passCookies(values: readonly string[]): void;
}

type Answer<N extends EndpointName> = Endpoints[N]['reply'] extends { stream: string }
  ? StreamReply
  : ReplyOf<Endpoints[N]> extends undefined
    ? FileReply
    : ReplyOf<Endpoints[N]>;

export type Handler<N extends EndpointName> = (call: Call<N>) => Promise<Result<Answer<N>>>;

/** Every endpoint has exactly one handler; the compiler names the missing ones. */
export type Handlers = { readonly [N in EndpointName]: Handler<N> };

/** The handlers of one module: `pick` of the endpoint names it answers for. */
export type HandlersOf<N extends EndpointName> = Pick<Handlers, N>;

/** Unit paths an id belongs to; empty when there is no such thing. The caller must be allowed on every one. */
export type Scopes = Readonly<Record<ScopeKind, (id: string) => Promise<readonly string[]>>>;

/** Who is calling; each port answers null for nobody. */
export interface Identity {
  staff(request: FastifyRequest): Promise<Staff | null>;
  /** Answers at once where it can: it stands before every saved answer. */
  entrant(request: FastifyRequest): EntrantSession | null | Promise<EntrantSession | null>;
}
