import type { Endpoint, EndpointName } from '@leitai/contract';
import { can, canReadAbove, refuse, type Refusal } from '@leitai/rules';
import type { FastifyRequest } from 'fastify';
import type { EntrantSession, Identity, Scopes, Staff } from './handler.ts';

/** Endpoints an account may still call while it has to change its password. */
const BEFORE_PASSWORD: ReadonlySet<EndpointName> = new Set(['session.changePassword', 'session.signOut']);

export interface Caller {
  readonly staff: Staff | null;
  readonly entrant: EntrantSession | null;
}

const no = (code: string): { refusal: Refusal } => ({ refusal: refuse(code).refusal });

export type Identified = { readonly caller: Caller } | { readonly refusal: Refusal };

const asEntrant = (entrant: EntrantSession | null): Identified =>
  entrant === null ? no('ticket.needed') : { caller: { staff: null, entrant } };

/** Who is calling, before the request's content is looked at. */
export function identify(
  name: EndpointName,
  endpoint: Endpoint,
  identity: Identity,
  request: FastifyRequest,
): Identified | Promise<Identified> {
  const { who } = endpoint.access;
  if (who === 'public') return { caller: { staff: null, entrant: null } };
  if (who !== 'entrant') return identifyStaff(name, identity, request);
  const entrant = identity.entrant(request);
  return entrant instanceof Promise ? entrant.then(asEntrant) : asEntrant(entrant);
}

async function identifyStaff(
  name: EndpointName,
  identity: Identity,
  request: FastifyRequest,
): Promise<Identified> {
  const staff = await identity.staff(request);
  if (staff === null) return no('auth.signInNeeded');
  if (staff.mustChangePassword && !BEFORE_PASSWORD.has(name)) return no('auth.mustChangePassword');
  return { caller: { staff, entrant: null } };
}

/** The permission question of a `staff` endpoint. Not-found and not-allowed answer alike. */
export async function authorise(
  endpoint: Endpoint,
  scopes: Scopes,
  caller: Caller,
  request: FastifyRequest,
): Promise<Refusal | null> {
  const { access } = endpoint;
  if (access.who !== 'staff') return null;
  const [part, field] = access.at.split('.') as ['params' | 'body' | 'query', string];
  const id = (request[part] as Record<string, unknown> | undefined)?.[field];
  const paths = typeof id === 'string' ? await scopes[access.of](id) : [];
  const grants = caller.staff?.grants ?? [];
  const allowed =
    paths.length > 0 &&
    paths.every((path) => can(grants, access.action, path) || canReadAbove(grants, access.action, path));
  return allowed ? null : refuse('notFound').refusal;
}
