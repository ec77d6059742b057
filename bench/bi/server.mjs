/** The doors of files alone, in a process of its own, so that its memory is that of one format. */
import { Pool } from 'pg';
import { mountExports } from '../../packages/exports/dist/index.js';
import { createHttpServer, createLogger, listen } from '../../packages/service-kit/dist/index.js';
import { DATASETS } from '../../subgraphs/insight/dist/datasets.js';

const [, , connectionString, ...codes] = process.argv;
const logger = createLogger('exports', 'warn');
const app = createHttpServer(logger);
mountExports(app, {
  pool: new Pool({ connectionString }),
  datasets: DATASETS,
  sources: codes.map((code) => ({ code, title: code })),
  authenticate: async () => ({ subject: 'bench', street: undefined, refusal: () => undefined }),
  logger,
});
process.send({ address: await listen(app, { host: '127.0.0.1', port: 0 }) });
process.on('message', () => {
  process.send({ cpu: process.cpuUsage(), peak: process.resourceUsage().maxRSS * 1024 });
});
process.once('disconnect', () => process.exit());
