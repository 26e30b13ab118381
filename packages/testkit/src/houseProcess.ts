import { open } from '@leitai/server/main';

/** A server of its own process, to be killed: `node houseProcess.ts DATABASE_URL`; says its address. */
const house = await open({ databaseUrl: process.argv[2]! });
process.stdout.write(`${await house.app.listen({ port: 0, host: '127.0.0.1' })}\n`);
