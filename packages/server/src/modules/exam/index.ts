import type { Platform } from '../../platform/platform.ts';
import { closeOnTime } from './closeOnTime.ts';
import { examDesk } from './examDesk.ts';
import { examRoutes, type ExamHandlers } from './routes.ts';

export { AnswerLog, type AnswerRow } from './answerLog.ts';
export { answerColumns } from './store.ts';

export interface ExamModule {
  readonly routes: ExamHandlers;
  /** Begins closing stages on time; a server that listens does, a test or a tool does not. */
  start(): void;
  /** Waits for what is under way. */
  stop(): Promise<void>;
}

export function examModule(platform: Platform): ExamModule {
  const desk = examDesk(platform);
  let closing: { stop(): Promise<void> } | null = null;
  return {
    routes: examRoutes(desk),
    start: () => {
      closing ??= closeOnTime(desk);
    },
    stop: async () => {
      await closing?.stop();
      await desk.log.settled();
    },
  };
}
