/** The doors of files and jobs alone, in a process of its own, so that its memory is that of one format. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Pool } from 'pg';
import { startJobs } from '../../packages/bi-jobs/dist/index.js';
import { mountExports } from '../../packages/exports/dist/index.js';
import { createHttpServer, createLogger, listen } from '../../packages/service-kit/dist/index.js';
import { DATASETS } from '../../subgraphs/insight/dist/datasets.js';

const [, , connectionString, directory, ...codes] = process.argv;
const logger = createLogger('exports', 'warn');
const app = createHttpServer(logger);
const doors = {
  pool: new Pool({ connectionString }),
  datasets: DATASETS,
  sources: codes.map((code) => ({ code, title: code })),
  authenticate: async () => ({ subject: 'bench', street: undefined, refusal: () => undefined }),
  logger,
};
mountExports(app, doors);
const limits = { perReader: 100, mostBytes: 1e11, keepSeconds: 3600, atOnce: 1, linkSeconds: 60 };
await startJobs(app, doors, { ...limits, directory });
process.send({ address: await listen(app, { host: '127.0.0.1', port: 0 }) });
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
process.on('message', () => {
  const blocked = { p99: delay.percentile(99) / 1e6, most: delay.max / 1e6 };
  delay.reset();
  process.send({ cpu: process.cpuUsage(), peak: process.resourceUsage().maxRSS * 1024, blocked });
});
process.once('disconnect', () => process.exit());
