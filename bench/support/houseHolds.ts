// The real house for `show-memory`: as `house.ts`, and says over IPC what it holds after collecting garbage.
import type { AddressInfo } from 'node:net';
import { open } from '@leitai/server/main';

const house = await open({ databaseUrl: process.env['DATABASE_URL']! });
await house.app.listen({ host: '127.0.0.1', port: 0 });
process.send!((house.app.server.address() as AddressInfo).port);

process.on('message', async () => {
  for (let i = 0; i < 3; i += 1) globalThis.gc!();
  await new Promise((resolve) => setTimeout(resolve, 500));
  globalThis.gc!();
  const { rss, heapUsed, external } = process.memoryUsage();
  process.send!({ rss, held: heapUsed + external });
});
process.once('disconnect', () => process.exit(0));
