import { refuse } from '@leitai/rules';
import type { LiveSocket } from '../../platform/sockets/liveSocket.ts';
import type { Answer, Cmd } from './commands.ts';
import { isGuestAct, readGuestAct } from './crowdActs.ts';
import type { Guest } from './crowdGuest.ts';
import type { Show } from './shows.ts';

/** One open page of the audience that wants to take part. */
export class GuestPage {
  readonly #show: Show;
  readonly #guest: Promise<Guest | null>;

  /** `token`: what the page said at its first hello; one page is one guest, however often it says hello. */
  constructor(show: Show, socket: LiveSocket, token: string) {
    this.#show = show;
    // Whatever goes wrong with one stranger, it still may watch.
    this.#guest = this.#welcome(socket, token).catch(() => null);
  }

  async act({ command }: Cmd): Promise<Answer> {
    const read = readGuestAct(command);
    if (!read.ok) return read;
    const guest = await this.#guest;
    if (guest === null) return refuse('guest.missing');
    const answer = await this.#show.crowd.act(guest, read.value);
    if (answer.ok) this.#show.room.countSoon();
    return answer;
  }

  left(): void {
    void this.#guest.then((guest) => guest && this.#show.crowd.guests.left(guest));
  }

  /** A forged token is shown out; a full house is told when it acts. */
  async #welcome(socket: LiveSocket, token: string): Promise<Guest | null> {
    const { guests } = this.#show.crowd;
    const found = await guests.welcome(token);
    if (!found.ok && found.refusal.code !== 'guest.full') socket.bye(found.refusal.code);
    if (!found.ok || !socket.open) return null;
    const { guest, token: own } = found.value;
    guests.came(guest);
    socket.send({ t: 'guest', token: own, code: guest.code });
    return guest;
  }
}

/** Who only watches may not act; who was given a code may answer and cheer. */
export async function byGuest(page: GuestPage | undefined, cmd: Cmd): Promise<Answer> {
  if (!isGuestAct(cmd.command)) return refuse('show.readOnly');
  return page === undefined ? refuse('guest.missing') : page.act(cmd);
}
