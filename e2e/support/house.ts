import { readFileSync } from 'node:fs';
import { firstRun } from '@leitai/server/cli/firstRun';
import { open } from '@leitai/server/main';

/**
 * The real house in a process of its own, so that a test can kill it with -9. Only its clock is a test's: real time
 * plus the milliseconds in a file, so that a public notice of five working days can end within a test.
 */
const { DATABASE_URL, PORT, CLOCK_FILE, WEB_ROOT } = process.env;
const shift = { ms: 0, readAt: 0 };

function now(): number {
  const real = Date.now();
  if (real - shift.readAt > 50) {
    shift.ms = Number(readFileSync(CLOCK_FILE!, 'utf8'));
    shift.readAt = real;
  }
  return real + shift.ms;
}

const house = await open({
  databaseUrl: DATABASE_URL!,
  clock: { now },
  webRoot: WEB_ROOT!,
  logger: { level: 'error', stream: process.stderr },
});
const admin = await firstRun(house.platform, false, () => undefined);
await house.app.listen({ host: '127.0.0.1', port: Number(PORT) });
process.stdout.write(`${JSON.stringify({ ready: true, admin })}\n`);
