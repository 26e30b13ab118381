// `npm start`: installs, builds the web pages, and serves. Flags go to `leitai serve`.
import { ensureInstalled } from './install.mjs';
import { handOver } from './leitai.mjs';
import { ensureWeb } from './web.mjs';

await ensureInstalled();
await ensureWeb();
handOver(['serve', ...process.argv.slice(2)]);
