/**
 * Cost of what analysts read, against the same by hand, in the same run:
 *
 *   npm run bench bi                     # sample scale 100, about ten minutes on two cores
 *   npm run bench bi -- --scale 10 --only files,pages
 *
 * It starts the streets, the district and the program for analysis with databases of their own, and removes them. One street has
 * sample data of a tenth of the scale, which its own generator made and the warehouse copied; the warehouse then multiplies them
 * tenfold for each street by SQL (bench/bi/warehouse.mjs). Each pair takes turns; the median counts.
 */
import { parseArgs } from 'node:util';
import { measureAggregates } from './bi/aggregates.mjs';
import { measureCommands } from './bi/commands.mjs';
import { measureFiles } from './bi/files.mjs';
import { measureJobs } from './bi/jobs.mjs';
import { measurePages } from './bi/pages.mjs';
import { measureResync } from './bi/resync.mjs';
import { say, table } from './bi/table.mjs';
import { openWarehouse, PARTS } from './bi/warehouse.mjs';
import { withParts } from './street.mjs';

/** In this order: the first two need the one street as it is. */
const MEASUREMENTS = {
  resync: measureResync,
  commands: measureCommands,
  files: measureFiles,
  jobs: measureJobs,
  aggregates: measureAggregates,
  pages: measurePages,
};

const { values } = parseArgs({
  options: {
    help: { type: 'boolean', short: 'h', default: false },
    scale: { type: 'string', default: '100' },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string', default: Object.keys(MEASUREMENTS).join(',') },
  },
});
if (values.help) {
  console.log(`用法 · Usage: npm run bench bi -- [options]

分析读取的开销，与手写 SQL 之比，规模 100 约十分钟
cost of what analysts read, against the same SQL by hand, about ten minutes at scale 100

  --scale 10|100   样例规模，四个街道各为其四分之一 · sample scale, a quarter for each street (default: 100)
  --rounds N       轮数 · rounds (default: 3)
  --only LIST      ${Object.keys(MEASUREMENTS).join(',')}`);
  process.exit(0);
}
const only = values.only.split(',');
const unknown = only.find((name) => !Object.hasOwn(MEASUREMENTS, name));
if (unknown !== undefined || !['10', '100'].includes(values.scale)) {
  console.error(
    `--only: ${Object.keys(MEASUREMENTS).join(',')}; --scale: 10, 100。请改正后再试 · Correct it and retry`,
  );
  process.exit(64);
}

await withParts(PARTS, async (platform) => {
  const warehouse = await openWarehouse(platform, Number(values.scale) / 10);
  try {
    for (const [name, measure] of Object.entries(MEASUREMENTS)) {
      if (!only.includes(name)) continue;
      if (name !== 'resync' && name !== 'commands') await warehouse.multiply();
      say(name);
      // A measurement that fails takes no other along.
      console.log(table(await measure(warehouse, Number(values.rounds))));
    }
  } finally {
    await warehouse.close();
  }
});
