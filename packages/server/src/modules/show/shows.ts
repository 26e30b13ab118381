import type { ShowCommand, ShowState } from '@leitai/rules/show';
import type { Bus } from '../../platform/bus/bus.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Platform } from '../../platform/platform.ts';
import { readStage, type StageRow } from '../contest/index.ts';
import { currentConfig } from './config.ts';
import { Crowd } from './crowd.ts';
import { Inputs } from './inputs.ts';
import { ShowOwner } from './owner.ts';
import { reopenGuard } from './reopenShow.ts';
import { Room } from './room.ts';
import { startGuard } from './startShow.ts';
import { lastSeqs, runningShows, type Guard } from './store.ts';
import { TeamPace } from './teamPace.ts';

const TOPIC = 'show';
/** Every show that is watched or has a clock is compared with its log this often, in case a hint was lost. */
const LOOK_MS = 2_000;
const IDLE_MS = 10 * 60_000;

export interface Show {
  readonly owner: ShowOwner;
  readonly room: Room;
  readonly inputs: Inputs;
  readonly crowd: Crowd;
  readonly teamPace: TeamPace;
  /** The stage as it was at most `LOOK_MS` ago. */
  readonly stage: StageRow;
}

interface Kept extends Show {
  stage: StageRow;
  stageAt: number;
  usedAt: number;
}

/** The shows of this process: one owner and one room each. */
export class Shows {
  readonly #platform: Platform;
  readonly #bus: Bus;
  /** Holds the questions that come with a preset. */
  readonly #folder: URL;
  readonly #kept = new Map<string, Kept>();
  readonly #coming = new Map<string, Promise<Kept | null>>();
  readonly #stopHints: () => void;
  readonly #look: NodeJS.Timeout;

  constructor(platform: Platform, bus: Bus, folder: URL) {
    this.#platform = platform;
    this.#bus = bus;
    this.#folder = folder;
    this.#stopHints = bus.subscribe(TOPIC, (hint) => {
      if (hint === null) for (const { owner } of this.#kept.values()) owner.refresh();
      else this.#hinted(hint);
    });
    this.#look = setInterval(() => void this.#compare().catch(() => {}), LOOK_MS).unref();
  }

  /** `null` when there is no such show. */
  async get(stageId: string): Promise<Show | null> {
    const key = stageId.toLowerCase();
    const kept = this.#kept.get(key);
    if (kept === undefined) {
      const coming = this.#coming.get(key) ?? this.#make(key).finally(() => this.#coming.delete(key));
      this.#coming.set(key, coming);
      return coming;
    }
    kept.usedAt = performance.now();
    if (kept.usedAt - kept.stageAt > LOOK_MS) {
      kept.stageAt = kept.usedAt;
      kept.stage = (await readStage(this.#platform.db, key)) ?? kept.stage;
    }
    return kept;
  }

  /** After a start of the process: the shows that run go on where they stood, their clocks too. */
  async resume(): Promise<void> {
    for (const stageId of await runningShows(this.#platform.db)) await this.get(stageId);
  }

  /** The configuration was changed. */
  reconfigured(stageId: string): void {
    this.#bus.publish(TOPIC, `${stageId} 0`);
  }

  stop(): void {
    clearInterval(this.#look);
    this.#stopHints();
    for (const { owner, room } of this.#kept.values()) {
      owner.stop();
      room.stop();
    }
  }

  async #make(stageId: string): Promise<Kept | null> {
    const { db, clock, log } = this.#platform;
    const stage = await readStage(db, stageId);
    if (stage?.kind !== 'show') return null;
    const crowd: Crowd = new Crowd(stageId, this.#platform, () => owner.state);
    const room = new Room(clock, () => crowd.tally());
    const owner: ShowOwner = new ShowOwner(stageId, {
      platform: this.#platform,
      config: (fixed) => currentConfig(db, stageId, this.#folder, fixed),
      guard: (command, state) => guardOf(stageId, command, state, clock) ?? crowd.guard(command, state),
      changed: (state, own) => {
        try {
          room.show(state);
          room.countSoon();
          if (own) this.#bus.publish(TOPIC, `${stageId} ${state.seq}`);
        } catch (error) {
          log.error(error, 'a view could not be sent');
        }
      },
    });
    await owner.load();
    const now = performance.now();
    const inputs = new Inputs(owner, room);
    const kept: Kept = {
      owner,
      room,
      inputs,
      crowd,
      teamPace: new TeamPace(),
      stage,
      stageAt: now,
      usedAt: now,
    };
    this.#kept.set(stageId, kept);
    return kept;
  }

  #hinted(hint: string): void {
    const [stageId = '', seq] = hint.split(' ');
    const owner = this.#kept.get(stageId)?.owner;
    if (owner !== undefined && (seq === '0' || Number(seq) > (owner.state?.seq ?? -1))) owner.refresh();
  }

  async #compare(): Promise<void> {
    const now = performance.now();
    for (const [stageId, { owner, room, usedAt }] of this.#kept) {
      if (room.size > 0 || owner.state?.clock || now - usedAt < IDLE_MS) continue;
      owner.stop();
      this.#kept.delete(stageId);
    }
    const seqs = await lastSeqs(this.#platform.db, [...this.#kept.keys()]);
    for (const [stageId, seq] of seqs) this.#hinted(`${stageId} ${seq}`);
  }
}

/** What opens a stage, or needs it to be open still, looks at it where its events are stored. */
function guardOf(stageId: string, command: ShowCommand, state: ShowState, clock: Clock): Guard | null {
  if (command.actor.kind !== 'host') return null;
  const { user } = command.actor;
  // Whatever the phase is now: what waits before it in the queue may change it.
  if (command.type === 'start') return startGuard(stageId, state.config, user, clock);
  return command.type === 'reopen' ? reopenGuard(stageId, user, command.reason, clock) : null;
}
