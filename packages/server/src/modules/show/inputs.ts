import { refuse, type Result } from '@leitai/rules';
import type { PressTiming } from '@leitai/rules/show';
import { Bucket } from '../../platform/sockets/bucket.ts';
import type { ShowOwner } from './owner.ts';
import type { Room } from './room.ts';

export interface InputPress {
  /** `net:A1` from the network, else the desk's own keys and gamepads. */
  readonly input: string;
  /** `null`: the one on stage; a box knows none. */
  readonly question: string | null;
  readonly timing: PressTiming;
  /** Receipt, server ms. */
  readonly at: number;
  readonly commandId: string | null;
}

/** Of each box: a hand that hammers, and no more. */
const PACE = { burst: 40, perSec: 20 };
const KEPT = 1_000;
/** A strange one is shown to the desks so often, however it is hammered. */
const SHOWN_MS = 250;
const SHOWN = { burst: 20, perSec: 10 };

/** Wired buzzers of one show: keys and gamepads at a desk, boxes on the network. */
export class Inputs {
  readonly #owner: ShowOwner;
  readonly #room: Room;
  readonly #paces = new Map<string, Bucket>();
  readonly #shown = new Map<string, number>();
  readonly #showing = new Bucket(SHOWN);

  constructor(owner: ShowOwner, room: Room) {
    this.#owner = owner;
    this.#room = room;
  }

  /** Name of the team that an input presses for. */
  teamName(input: string): string | null {
    const state = this.#owner.state;
    const team = this.#teamOf(input);
    return state?.config.teams.find(({ id }) => id === team)?.name ?? null;
  }

  /** As the rules answer, for a desk. */
  press({ input, question, timing, at, commandId }: InputPress): Promise<Result<{ seq: number }>> {
    if (this.#teamOf(input) === null) this.#show(input, at);
    return this.#owner.submit(
      { type: 'press', question, timing, actor: { kind: 'input', input }, now: at },
      { actor: `input:${input}`, commandId },
    );
  }

  /**
   * For a box: it learns that it was heard and for whom it presses, never how the press fared. Refuses `rate.tooMany`,
   * and `server.busy` when the press may not be stored and can be sent again.
   */
  async hear(press: InputPress): Promise<Result<{ team: string | null }>> {
    if (!this.#paceOf(press.input).take()) return refuse('rate.tooMany');
    const done = await this.press(press);
    return !done.ok && done.refusal.code.startsWith('server.')
      ? refuse('server.busy')
      : { ok: true, value: { team: this.teamName(press.input) } };
  }

  #teamOf(input: string): string | null {
    const mapped = this.#owner.state?.inputs ?? {};
    return Object.hasOwn(mapped, input) ? (mapped[input] ?? null) : null;
  }

  #show(input: string, at: number): void {
    const now = performance.now();
    if (now - (this.#shown.get(input) ?? Number.NEGATIVE_INFINITY) < SHOWN_MS || !this.#showing.take())
      return;
    if (this.#shown.size >= KEPT) this.#shown.clear();
    this.#shown.set(input, now);
    this.#room.toDesks({ t: 'input', input, at });
  }

  #paceOf(input: string): Bucket {
    const known = this.#paces.get(input);
    if (known !== undefined) return known;
    if (this.#paces.size >= KEPT) this.#paces.clear();
    const bucket = new Bucket(PACE);
    this.#paces.set(input, bucket);
    return bucket;
  }
}
