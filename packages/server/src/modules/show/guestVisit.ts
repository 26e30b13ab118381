import { refuse } from '@leitai/rules';
import type { Platform } from '../../platform/platform.ts';
import type { LiveSocket } from '../../platform/sockets/liveSocket.ts';
import type { Answer, Cmd } from './commands.ts';
import { isGuestAct, readGuestAct } from './crowdActs.ts';
import type { Guest } from './crowdGuest.ts';
import type { Show } from './shows.ts';

/** One open page of the audience: who only watches may not act; who was given a code may answer and cheer. */
export class GuestVisit {
  readonly #platform: Pick<Platform, 'log'>;
  readonly #show: Pick<Show, 'crowd' | 'room'>;
  #guest: Promise<Guest | null> | null = null;

  constructor(platform: Pick<Platform, 'log'>, show: Pick<Show, 'crowd' | 'room'>) {
    this.#platform = platform;
    this.#show = show;
  }

  /** `token`: empty at the first visit; `door`: where the page comes from (`doorOf`). A page is one guest, however often it says hello. */
  came(socket: LiveSocket, token: string, door: string | null): void {
    this.#guest ??= this.#welcome(socket, token, door).catch((error: unknown) => {
      this.#platform.log.error(error);
      return null;
    });
  }

  left(): void {
    void this.#guest?.then((known) => known && this.#show.crowd.guests.left(known));
  }

  async act({ command }: Cmd): Promise<Answer> {
    if (!isGuestAct(command)) return refuse('show.readOnly');
    const read = readGuestAct(command);
    if (!read.ok) return read;
    const known = await this.#guest;
    if (!known) return refuse('guest.missing');
    const answer = await this.#show.crowd.act(known, read.value);
    if (answer.ok) this.#show.room.countSoon();
    return answer;
  }

  /** A forged token is shown out; a full house is told when it acts. */
  async #welcome(socket: LiveSocket, token: string, door: string | null): Promise<Guest | null> {
    const { guests } = this.#show.crowd;
    const found = await guests.welcome(token, door);
    if (!found.ok && found.refusal.code !== 'guest.full') socket.bye(found.refusal.code);
    if (!found.ok || !socket.open) return null;
    const { guest, token: own } = found.value;
    guests.came(guest);
    socket.send({ t: 'guest', token: own, code: guest.code });
    return guest;
  }
}
