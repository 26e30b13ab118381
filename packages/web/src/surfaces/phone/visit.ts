import type { Endpoints, ReplyOf } from '@leitai/contract';
import { call } from '../../api/client.ts';

export type Home = ReplyOf<Endpoints['entrant.home']>;

let entering: Promise<Home> | undefined;

/** What a link's ticket opens: entered once a visit, then the address no longer shows the ticket. */
export function enter(): Promise<Home> {
  entering ??= knock().finally(() => {
    entering = undefined;
  });
  return entering;
}

async function knock(): Promise<Home> {
  const ticket = /^\/t\/([^/]+)/.exec(location.pathname)?.[1];
  if (ticket === undefined) return call('entrant.home');
  const home = await call('entrant.enter', { body: { ticket: decodeURIComponent(ticket) } });
  history.replaceState(null, '', '/phone');
  return home;
}
