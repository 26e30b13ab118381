import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { endpoints, openapi } from '@leitai/contract';
import { CHECKOUT } from '../platform/embedded/dataFolder.ts';
import { counted, say, type Command } from './command.ts';

export const command: Command = {
  words: [],
  flags: {},
  run: async () => {
    const document = openapi(endpoints);
    writeFileSync(join(CHECKOUT, 'packages/contract/openapi.json'), `${JSON.stringify(document, null, 2)}\n`);
    say(`packages/contract/openapi.json: ${counted(Object.keys(endpoints).length, 'endpoint')}`);
    return 0;
  },
};
