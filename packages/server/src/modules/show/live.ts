import { randomBytes } from 'node:crypto';
import type { ServerFrame } from '@leitai/contract';
import { refuse, type Result } from '@leitai/rules';
import type { ShowCommand } from '@leitai/rules/show';
import type { Identity } from '../../platform/http/handler.ts';
import type { Platform } from '../../platform/platform.ts';
import type { ClientMessage, LivePath, Visit } from '../../platform/sockets/gateway.ts';
import type { LiveSocket } from '../../platform/sockets/liveSocket.ts';
import { readHostAct, readTeamAct } from './acts.ts';
import { admit, type Pass } from './admit.ts';
import { isGuestAct, readGuestAct } from './crowdActs.ts';
import type { Guest } from './crowdGuest.ts';
import type { Show, Shows } from './shows.ts';

type Cmd = Extract<ClientMessage, { t: 'cmd' }>;
type Answer = Result<{ seq: number }>;
/** A host who clicks fast is asked for once; a right that was withdrawn ends within this time. */
const TRUST_MS = 1_000;
/** A team's press must not wait for a look-up, so its right is looked up beside it; a revoked ticket ends this soon. */
const TEAM_CHECK_MS = 2_000;
const CHECK_MS = 30_000;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The live sockets of the shows: `GET /live?show=STAGE&as=host|screen|team|audience[&key=…]`. */
export const livePath = (platform: Platform, identity: Identity, shows: Shows): LivePath => ({
  path: '/live',
  now: () => platform.clock.now(),
  async admit(request) {
    const stageId = request.query.get('show') ?? '';
    const show = UUID.test(stageId) ? await shows.get(stageId) : null;
    if (show === null) return refuse('notFound');
    const pass = await admit(platform, identity, show, request);
    if (!pass.ok) return pass;
    let known = { pass: pass as Result<Pass>, until: performance.now() + TRUST_MS };
    const again = async (): Promise<Result<Pass>> => {
      if (performance.now() < known.until) return known.pass;
      const renewed = await admit(platform, identity, (await shows.get(stageId)) ?? show, request);
      known = { pass: renewed, until: performance.now() + TRUST_MS };
      return renewed;
    };
    return { ok: true, value: visit(platform, show, pass.value, again) };
  },
});

function visit(
  platform: Platform,
  { owner, room, crowd }: Show,
  { audience }: Pass,
  again: () => Promise<Result<Pass>>,
): Visit {
  let console: string | undefined;
  let guest: Promise<Guest | null> | undefined;
  const now = (): number => platform.clock.now();

  function byTeam(team: string, { id, command }: Cmd): Promise<Answer> {
    const read = readTeamAct(command);
    if (!read.ok) return Promise.resolve(read);
    const sender = { actor: `team:${team}`, commandId: id };
    return owner.submit({ ...read.value, actor: { kind: 'team', team }, now: now() }, sender);
  }

  /** `bye` when the right to conduct was withdrawn. */
  async function byHost({ id, command }: Cmd): Promise<Answer | { bye: string }> {
    const renewed = await again();
    if (!renewed.ok) return { bye: renewed.refusal.code };
    if (console === undefined) return refuse('request.invalid', { field: 'console' });
    const read = readHostAct(command);
    if (!read.ok) return read;
    const { step = 0, ...act } = read.value;
    const user = renewed.value.staff!.username;
    const full =
      act.type === 'drawTables' ? { ...act, seed: act.seed ?? randomBytes(16).toString('hex') } : act;
    const actor = { kind: 'host', user, console, step } as const;
    const submit = (filled: object): Promise<Answer> =>
      owner.submit({ ...filled, actor, now: now() } as ShowCommand, { actor: `host:${user}`, commandId: id });
    if (full.type === 'stopCrowd') return crowd.stop(submit);
    return full.type === 'drawPrize' ? crowd.draw(full.count, submit) : submit(full);
  }

  /** Who only watches may not act; who was given a code may answer and cheer. */
  async function byGuest({ command }: Cmd): Promise<Answer> {
    if (!isGuestAct(command)) return refuse('show.readOnly');
    const read = readGuestAct(command);
    if (!read.ok) return read;
    const known = await guest;
    if (known == null) return refuse('guest.missing');
    const answer = await crowd.act(known, read.value);
    if (answer.ok) room.countSoon();
    return answer;
  }

  /** A forged token is shown out; a full house is told when it acts. */
  async function welcome(socket: LiveSocket, token: string): Promise<Guest | null> {
    const found = await crowd.guests.welcome(token);
    if (!found.ok && found.refusal.code !== 'guest.full') socket.bye(found.refusal.code);
    if (!found.ok || !socket.open) return null;
    const { guest, token: own } = found.value;
    crowd.guests.came(guest);
    socket.send({ t: 'guest', token: own, code: guest.code });
    return guest;
  }

  const decided = async (cmd: Cmd): Promise<Answer | { bye: string }> => {
    if (audience.kind === 'team') return byTeam(audience.team, cmd);
    if (audience.kind === 'host') return byHost(cmd);
    return audience.kind === 'spectator' ? byGuest(cmd) : refuse('show.readOnly');
  };

  return {
    pace: audience.kind === 'host' ? 'host' : 'guest',
    crowd: audience.kind === 'spectator',
    checkMs: audience.kind === 'team' ? TEAM_CHECK_MS : CHECK_MS,
    hello(socket, hello) {
      console = hello.console;
      room.join(socket, audience);
      // One page is one guest, however often it says hello.
      if (audience.kind !== 'spectator' || hello.guest === undefined || guest !== undefined) return;
      guest = welcome(socket, hello.guest).catch((error: unknown) => {
        platform.log.error(error);
        return null;
      });
    },
    command(socket, cmd) {
      decided(cmd)
        .catch((error: unknown) => {
          platform.log.error(error);
          return refuse('server.busy');
        })
        .then((answer) => ('bye' in answer ? socket.bye(answer.bye) : socket.send(ackOf(cmd.id, answer))))
        .catch((error: unknown) => platform.log.error(error));
    },
    left(socket) {
      room.leave(socket, audience);
      void guest?.then((known) => known && crowd.guests.left(known));
    },
    async stillWelcome() {
      if (audience.kind !== 'host' && audience.kind !== 'team') return null;
      const renewed = await again();
      return renewed.ok ? null : renewed.refusal.code;
    },
  };
}

function ackOf(id: string, answer: Answer): ServerFrame {
  if (answer.ok) return { t: 'ack', id, ok: true, seq: answer.value.seq };
  const { code, facts } = answer.refusal;
  return { t: 'ack', id, ok: false, code, ...(facts === undefined ? {} : { facts }) };
}
