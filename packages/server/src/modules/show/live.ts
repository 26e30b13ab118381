import { randomBytes } from 'node:crypto';
import type { ServerFrame } from '@leitai/contract';
import { refuse, type Refusal, type Result } from '@leitai/rules';
import type { Identity } from '../../platform/http/handler.ts';
import type { Platform } from '../../platform/platform.ts';
import type { LivePath, Visit } from '../../platform/sockets/gateway.ts';
import type { LiveSocket } from '../../platform/sockets/liveSocket.ts';
import { admit, type Pass } from './admit.ts';
import { byBox, byDesk, byKey, byTeam, type Cmd, type Page } from './commands.ts';
import { GuestVisit } from './guestVisit.ts';
import type { Show, Shows } from './shows.ts';

/** A host who clicks fast is asked for once; a right that was withdrawn ends within this time. */
const TRUST_MS = 1_000;
/** A press must not wait for a look-up, so the right to it is looked up beside it; a withdrawn one ends this soon. */
const PRESS_CHECK_MS = 2_000;
const CHECK_MS = 30_000;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The live sockets of the shows; the contract says who comes in how. */
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
    const { kind } = pass.value.visitor;
    const ask = kind === 'host' || kind === 'team' ? again : always(pass);
    return { ok: true, value: visit(platform, show, pass.value, { ask, door: request.door }) };
  },
});

/** Whose right is never looked up again need not keep the request it came with: thousands of spectators. */
const always = (pass: Result<Pass>) => (): Promise<Result<Pass>> => Promise.resolve(pass);

interface From {
  /** Whether it may still come in. */
  ask(): Promise<Result<Pass>>;
  readonly door: string | null;
}

function visit(platform: Platform, show: Show, { visitor }: Pass, { ask: again, door }: From): Visit {
  const via = randomBytes(9).toString('base64url');
  const now = (): number => platform.clock.now();
  const trusted = visitor.kind === 'host' || visitor.kind === 'input';
  const mayPress = trusted || visitor.kind === 'team';
  const guest = visitor.kind === 'spectator' ? new GuestVisit(platform, show) : null;
  let console: string | undefined;

  async function answered(page: Page, cmd: Cmd): Promise<ServerFrame> {
    const { id } = cmd;
    switch (visitor.kind) {
      case 'team':
        return ack(id, await byTeam(page, visitor.team, cmd));
      case 'input': {
        const heard = await byBox(page, cmd);
        return heard.ok ? { t: 'heard', id, team: heard.value.team } : refusal(id, heard.refusal);
      }
      case 'host': {
        const { desk = 'host' } = visitor;
        if (cmd.command['type'] === 'inputPress') return ack(id, await byKey(page, desk, cmd));
        const renewed = await again();
        if (!renewed.ok) return { t: 'bye', code: renewed.refusal.code };
        const user = renewed.value.staff!.username;
        return ack(id, await byDesk(page, { user, desk, console }, cmd));
      }
      case 'spectator':
        return ack(id, await guest!.act(cmd));
      default:
        return refusal(id, { code: 'show.readOnly' });
    }
  }

  return {
    pace: trusted ? 'host' : 'guest',
    crowd: visitor.kind === 'spectator',
    timed: mayPress,
    checkMs: mayPress ? PRESS_CHECK_MS : CHECK_MS,
    hello(socket, hello) {
      console = hello.console;
      show.room.join(socket, visitor, via);
      if (hello.guest !== undefined) guest?.came(socket, hello.guest, door);
    },
    command(socket, cmd) {
      answered({ show, socket, via, now }, cmd)
        .catch((error: unknown) => {
          platform.log.error(error);
          return refusal(cmd.id, { code: 'server.busy' });
        })
        .then((frame) => say(socket, frame))
        .catch((error: unknown) => platform.log.error(error));
    },
    left(socket) {
      show.room.leave(socket, visitor);
      guest?.left();
    },
    async stillWelcome() {
      if (visitor.kind !== 'host' && visitor.kind !== 'team') return null;
      const renewed = await again();
      return renewed.ok ? null : renewed.refusal.code;
    },
  };
}

const say = (socket: LiveSocket, frame: ServerFrame): void =>
  frame.t === 'bye' ? socket.bye(frame.code) : socket.send(frame);

const ack = (id: string, answer: Result<{ seq: number }>): ServerFrame =>
  answer.ok ? { t: 'ack', id, ok: true, seq: answer.value.seq } : refusal(id, answer.refusal);

const refusal = (id: string, { code, facts }: Refusal): ServerFrame => ({
  t: 'ack',
  id,
  ok: false,
  code,
  ...(facts === undefined ? {} : { facts }),
});
