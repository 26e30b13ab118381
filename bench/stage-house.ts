// The whole server on DATABASE_URL in a process of its own; prints its address.
import { open } from '@leitai/server/main';

const house = await open({ databaseUrl: process.env['DATABASE_URL']! });
console.log(await house.app.listen({ port: 0, host: '127.0.0.1' }));
