import type { Platform } from '../../platform/platform.ts';
import { closeOnTime } from './closeOnTime.ts';
import type { EntryDoors } from './doors.ts';
import { examDesk } from './examDesk.ts';
import { examRoutes, type ExamHandlers } from './routes.ts';

export type { EntrantCard, EntryDoors } from './doors.ts';

export interface ExamModule {
  readonly handlers: ExamHandlers;
  /** Begins closing stages on time; a server that listens does, a test or a tool does not. */
  start(): void;
  /** Waits for what is under way. */
  stop(): Promise<void>;
}

export function examModule(platform: Platform, entries: EntryDoors): ExamModule {
  const desk = examDesk(platform, entries);
  let closing: { stop(): Promise<void> } | null = null;
  return {
    handlers: examRoutes(desk),
    start: () => {
      closing ??= closeOnTime(desk);
    },
    stop: async () => {
      await closing?.stop();
      await desk.log.settled();
    },
  };
}
