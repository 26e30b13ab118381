// The real house, listening; prints its port.
import type { AddressInfo } from 'node:net';
import { open } from '@leitai/server/main';

const house = await open({ databaseUrl: process.env['DATABASE_URL']! });
await house.app.listen({ host: '127.0.0.1', port: 0 });
console.log((house.app.server.address() as AddressInfo).port);
process.stdin.once('end', () => process.exit(0)).resume();
process.once('SIGTERM', () => process.exit(0));
