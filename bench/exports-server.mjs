/** The server that bench/exports.mjs measures, in a process of its own so that its memory is its own. */
import { Pool } from 'pg';
import { mountExports } from '../packages/exports/dist/index.js';
import { createHttpServer, createLogger, listen } from '../packages/service-kit/dist/index.js';
import { datasets } from './bi-warehouse.mjs';

const [, , url] = process.argv;
const logger = createLogger('exports', 'warn');
const app = createHttpServer(logger);
mountExports(app, {
  pool: new Pool({ connectionString: url }),
  datasets,
  sources: [{ code: 'DAYU', title: '大峪街道' }],
  authenticate: async () => ({ subject: 'bench', street: undefined, refusal: () => undefined }),
  logger,
});
process.send({ address: await listen(app, { host: '127.0.0.1', port: 0 }) });
process.on('message', () => {
  process.send({ cpu: process.cpuUsage(), peak: process.resourceUsage().maxRSS * 1024 });
});
