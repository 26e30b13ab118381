import { refuse, type Result } from '@leitai/rules';
import type { Desk, ShowCommand } from '@leitai/rules/show';
import type { LiveSocket } from '../../platform/sockets/liveSocket.ts';
import type { ClientMessage } from '../../platform/sockets/gateway.ts';
import { readBoxPress, readDeskPress, readHostAct, readTeamAct } from './acts.ts';
import { fillIn, timingOf } from './fillIn.ts';
import type { Show } from './shows.ts';

export type Cmd = Extract<ClientMessage, { t: 'cmd' }>;
export type Answer = Result<{ seq: number }>;

/** The open page a command came from. */
export interface Page {
  readonly show: Show;
  readonly socket: LiveSocket;
  /** Id of the socket. */
  readonly via: string;
  /** Server ms. */
  now(): number;
}

export function byTeam(
  { show, socket, via, now }: Page,
  team: string,
  { id, command }: Cmd,
): Promise<Answer> {
  const at = now();
  const read = readTeamAct(command);
  if (!read.ok) return Promise.resolve(read);
  const isPress = read.value.type === 'press' && show.owner.state?.testing == null;
  if (!isPress && !show.teamPace.may(team)) return Promise.resolve(refuse('rate.tooMany'));
  const sender = { actor: `team:${team}`, commandId: id };
  const actor = { kind: 'team', team } as const;
  if (read.value.type !== 'press') return show.owner.submit({ ...read.value, actor, now: at }, sender);
  const { claimedAt, ...act } = read.value;
  return show.owner.submit({ ...act, timing: timingOf(claimedAt, via, socket), actor, now: at }, sender);
}

/** An act of the host's table; the right of `user` to it was asked before. */
export async function byDesk(
  { show, now }: Page,
  who: { readonly user: string; readonly desk: Desk; readonly console: string | undefined },
  { id, command }: Cmd,
): Promise<Answer> {
  const { user, desk, console } = who;
  if (console === undefined) return refuse('request.invalid', { field: 'console' });
  const read = readHostAct(command);
  if (!read.ok) return read;
  const { step = 0, ...act } = read.value;
  const actor = { kind: 'host', user, desk, console, step } as const;
  const submit = (filled: object): Promise<Answer> =>
    show.owner.submit({ ...filled, actor, now: now() } as ShowCommand, {
      actor: `host:${user}`,
      commandId: id,
    });
  if (act.type === 'stopCrowd') return show.crowd.stop(submit);
  return act.type === 'drawPrize' ? show.crowd.draw(act.count, submit) : submit(fillIn(act));
}

/** Where keys and gamepads may be plugged in. */
const WITH_BUZZERS: readonly Desk[] = ['host', 'remote', 'timekeeper'];

/** A buzzer plugged in at a desk. */
export async function byKey(
  { show, socket, via, now }: Page,
  desk: Desk,
  { id, command }: Cmd,
): Promise<Answer> {
  const at = now();
  if (!WITH_BUZZERS.includes(desk)) return refuse('show.desk.notYours', { desk });
  const read = readDeskPress(command);
  if (!read.ok) return read;
  const { input, question = null, claimedAt } = read.value;
  show.room.devices.heard(socket, input);
  const timing = timingOf(claimedAt, via, socket);
  return show.inputs.press({ input, question, timing, at, commandId: id });
}

/** A box on the network; its numbers begin anew when it is switched on, so they mean something on one socket only. */
export async function byBox(
  { show, socket, via, now }: Page,
  { id, command }: Cmd,
): Promise<Result<{ team: string | null }>> {
  const at = now();
  const read = readBoxPress(command);
  if (!read.ok) return read;
  const { input, claimedAt } = read.value;
  show.room.devices.heard(socket, input);
  const timing = timingOf(claimedAt, via, socket);
  return show.inputs.hear({ input, question: null, timing, at, commandId: `${via}:${id}` });
}
