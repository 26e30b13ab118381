import { closeStage } from './closeStage.ts';
import type { ExamDesk } from './examDesk.ts';
import { readStagesPast } from './store.ts';

/** Long enough for what arrived in time, at this process or another, to be committed before the closing. */
const GRACE_MS = 2000;
const EVERY_MS = 5000;

/** Closes the stages whose time is over. What is due is read from the database, so a restart forgets nothing. */
export async function closeDueStages(desk: ExamDesk): Promise<void> {
  const { db, clock } = desk.platform;
  for (const stageId of await readStagesPast(db, clock.now() - GRACE_MS))
    await closeStage(desk, stageId, 'system');
}

/** Looks every few seconds until stopped; `stop` waits for a closing under way. */
export function closeOnTime(desk: ExamDesk): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  let idle = true;
  const timer = setInterval(() => {
    if (!idle) return;
    idle = false;
    running = closeDueStages(desk)
      .catch((error: unknown) => desk.platform.log.error(error))
      .finally(() => (idle = true));
  }, EVERY_MS);
  timer.unref();
  return {
    stop: () => {
      clearInterval(timer);
      return running;
    },
  };
}
