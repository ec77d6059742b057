/**
 * Cost of files for analysts: CSV as a ratio to a bare COPY of the same view by the same client library in the same run, rows
 * per second of every format, and the memory of the server at its highest.
 *
 *   npm run build && node bench/exports.mjs [--rows N] [--rounds N]
 *
 * It starts a PostgreSQL of its own and removes it.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import copyStreams from 'pg-copy-streams';
import { startCluster } from '../packages/platform/dist/index.js';
import { fillWarehouse } from './bi-warehouse.mjs';

const { values } = parseArgs({
  options: {
    help: { type: 'boolean', short: 'h', default: false },
    rows: { type: 'string', default: '300000' },
    rounds: { type: 'string', default: '3' },
  },
});
if (values.help) {
  console.log(`用法 · Usage: node bench/exports.mjs [options]

数据集文件的开销：CSV 与直接 COPY 之比，各格式每秒行数，内存峰值
cost of files of a dataset: CSV against a bare COPY, rows per second of each format, peak memory

  --rows N      派单行数 · work orders (default: 300000)
  --rounds N    轮数 · rounds (default: 3)`);
  process.exit(0);
}

const rows = Number(values.rows);
const folder = mkdtempSync(join(tmpdir(), 'mentougou-bench-'));
chmodSync(folder, 0o755);
const cluster = await startCluster({
  name: 'bench',
  directory: join(folder, 'postgres'),
  databases: ['warehouse'],
});
const client = new Client({ connectionString: cluster.url('warehouse') });
await client.connect();

/** Counts bytes and forgets them. */
function sink() {
  const counter = new Writable({
    write(chunk, _encoding, done) {
      counter.bytes += chunk.length;
      done();
    },
  });
  return Object.assign(counter, { bytes: 0 });
}

async function bareCopy() {
  const counter = sink();
  const statement = 'COPY (SELECT * FROM bi.work_orders) TO STDOUT WITH (FORMAT csv)';
  await pipeline(client.query(copyStreams.to(statement)), counter);
  return counter.bytes;
}

let server;
let address;
async function startServer() {
  server = fork(join(import.meta.dirname, 'exports-server.mjs'), [cluster.url('warehouse')]);
  [{ address }] = await once(server, 'message');
}
async function usage() {
  server.send('usage');
  const [found] = await once(server, 'message');
  return found;
}

async function download(file) {
  const answer = await fetch(`${address}/bi/${file}`, { headers: { 'accept-encoding': 'identity' } });
  if (!answer.ok) throw new Error(await answer.text());
  const counter = sink();
  await pipeline(answer.body, counter);
  return counter.bytes;
}

const WAYS = {
  csv: () => download('work_orders.csv'),
  jsonl: () => download('work_orders.jsonl'),
  parquet: () => download('work_orders.parquet'),
  'parquet, 12 columns': () =>
    download(
      'work_orders.parquet?select=street,id,number,state,center_code,deadline,closed_at,on_time,days_to_close,project_number,version,position',
    ),
  xlsx: () => download('work_orders.xlsx'),
};

try {
  await fillWarehouse(client, rows);
  console.log(`work_orders, ${rows} 行 · rows, ${values.rounds} 轮 · rounds, 中位数 · medians`);
  for (const [name, run] of Object.entries(WAYS)) {
    // A process of its own, so that the peak is that of one format.
    await startServer();
    await bareCopy();
    const idle = (await usage()).peak;
    const found = [];
    for (let round = 0; round < Number(values.rounds); round += 1) {
      const begin = performance.now();
      const bare = await bareCopy();
      const between = performance.now();
      const before = await usage();
      const bytes = await run();
      const after = await usage();
      found.push({
        ratio: (performance.now() - between) / (between - begin),
        seconds: (performance.now() - between) / 1000,
        cpu: (after.cpu.user + after.cpu.system - before.cpu.user - before.cpu.system) / 1e6,
        bytes,
        bare,
        idle,
        peak: after.peak,
      });
    }
    server.kill();
    await once(server, 'exit');
    const median = (what) => found.map((each) => each[what]).sort((a, b) => a - b)[found.length >> 1];
    const perCore = `, ${Math.round(rows / median('cpu'))} 行/秒·核 · rows/s per core`;
    const memory = `${Math.round(median('idle') / 1e6)} → ${Math.round(Math.max(...found.map(({ peak }) => peak)) / 1e6)} MB`;
    console.log(
      `${name}: ${median('ratio').toFixed(2)} × COPY, ${Math.round(rows / median('seconds'))} 行/秒 · rows/s${perCore}, ${(median('bytes') / 1e6).toFixed(0)} MB, 内存 · memory ${memory}`,
    );
  }
} finally {
  server?.kill();
  await client.end();
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}
