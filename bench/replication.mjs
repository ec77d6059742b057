/**
 * Cost of copying and following a source for the warehouse, as a ratio to PostgreSQL's own subscriptions over the same
 * tables, in the same run: the first copy, catching up with what was written meanwhile, and how far the copy lags behind a
 * source that is written to all the time.
 *
 *   npm run build && node bench/replication.mjs [--rows N] [--rounds N] [--seconds N]
 *
 * It starts a PostgreSQL of its own and removes it.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { startCluster } from '../packages/platform/dist/index.js';
import { createDataSource, shareTables } from '../packages/subgraph-kit/dist/index.js';
import { startWarehouse, WAREHOUSE_MIGRATIONS } from '../packages/warehouse/dist/index.js';

const { values } = parseArgs({
  options: {
    help: { type: 'boolean', short: 'h', default: false },
    rows: { type: 'string', default: '200000' },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '10' },
  },
});
if (values.help) {
  console.log(`用法 · Usage: node bench/replication.mjs [options]

数据仓库复制与跟随的开销，与 PostgreSQL 订阅之比，约两分钟
copying and following a source, against PostgreSQL's own subscriptions, about two minutes

  --rows N      首次复制的行数 · rows of the first copy (default: 200000)
  --rounds N    轮数 · rounds (default: 3)
  --seconds N   持续写入的秒数 · seconds of writing while the lag is measured (default: 10)`);
  process.exit(0);
}

const rows = Number(values.rows);
const TABLE = `CREATE TABLE work_order (
  id uuid PRIMARY KEY DEFAULT uuidv7(), number text, state text, source text, center_code text, project_id uuid, deadline date,
  year int, version int, sample boolean, created_at timestamptz, updated_at timestamptz, secret text)`;
const COLUMNS =
  'id, number, state, source, center_code, project_id, deadline, year, version, sample, created_at, updated_at';
const insert = (
  count,
) => `INSERT INTO work_order (number, state, source, center_code, project_id, deadline, year, version, sample, created_at, updated_at, secret)
  SELECT 'DAYU-2026-' || n, 'ISSUED', 'KEY_POINT', 'HEALTH', uuidv7(), date '2026-01-01' + n % 300, 2026, 1, true, clock_timestamp(), clock_timestamp(), repeat('x', 40)
  FROM generate_series(1, ${count}) n`;

const quiet = { info() {}, warn: (...said) => console.error(...said), debug() {} };

const folder = mkdtempSync(join(tmpdir(), 'mentougou-bench-'));
chmodSync(folder, 0o755);
const cluster = await startCluster({
  name: 'bench',
  directory: join(folder, 'postgres'),
  databases: ['source', 'own', 'peer'],
});
const client = async (database) => {
  const made = new Client({ connectionString: cluster.url(database) });
  await made.connect();
  return made;
};
const READER = { role: 'reader', password: 'reads' };
const readerUrl = Object.assign(new URL(cluster.url('source')), {
  username: READER.role,
  password: READER.password,
}).toString();
const [source, own, peer] = [await client('source'), await client('own'), await client('peer')];

/** Both ways to keep a copy, with the same steps. */
const WAYS = {
  own: {
    async start() {
      this.running = await startWarehouse({
        databaseUrl: cluster.url('own'),
        sources: [{ name: 'dayu', code: 'DAYU', title: '大峪街道', url: readerUrl }],
        facts: [],
        viewsOver: () => [],
        serving: [],
        logger: quiet,
      });
    },
    async pause() {
      await this.running.stop();
    },
    resume() {
      return this.start();
    },
    read: (text) => own.query(text.replace('TABLE', 'dayu.work_order')).catch(() => ({ rows: [{}] })),
    async remove() {
      await this.running.stop();
      await until(async () => {
        const { rows: left } = await source.query(
          `SELECT active, CASE WHEN NOT active THEN pg_drop_replication_slot(slot_name) END FROM pg_replication_slots`,
        );
        return left.length === 0;
      });
      await own.query('DROP SCHEMA dayu CASCADE; DELETE FROM warehouse.source');
    },
  },
  peer: {
    async start() {
      await source.query(`SELECT pg_create_logical_replication_slot('peer', 'pgoutput')`);
      await peer.query(
        `CREATE SUBSCRIPTION peer CONNECTION '${cluster.url('source')}' PUBLICATION shared WITH (create_slot = false, slot_name = 'peer')`,
      );
    },
    pause: () => peer.query('ALTER SUBSCRIPTION peer DISABLE'),
    resume: () => peer.query('ALTER SUBSCRIPTION peer ENABLE'),
    read: (text) => peer.query(text.replace('TABLE', 'work_order')),
    async remove() {
      await peer.query('ALTER SUBSCRIPTION peer DISABLE');
      await peer.query('ALTER SUBSCRIPTION peer SET (slot_name = NONE)');
      await peer.query('DROP SUBSCRIPTION peer');
      await sleep(500);
      await source.query(`SELECT pg_drop_replication_slot('peer')`);
      await peer.query('TRUNCATE work_order');
    },
  },
};

const count = async (way) =>
  Number((await way.read('SELECT count(*) AS count FROM TABLE')).rows[0]?.count ?? 0);

async function until(condition) {
  const start = performance.now();
  while (!(await condition())) await sleep(10);
  return performance.now() - start;
}

async function measure(way) {
  await source.query('TRUNCATE work_order');
  await source.query(insert(rows));
  await source.query('CHECKPOINT');
  const began = performance.now();
  await way.start();
  await until(async () => (await count(way)) === rows);
  const copy = performance.now() - began;
  await way.pause();
  for (let part = 0; part < 200; part += 1) await source.query(insert(rows / 400));
  await way.resume();
  const catchUp = await until(async () => (await count(way)) === rows * 1.5);
  const lags = await lag(way);
  await way.remove();
  return { copy, catchUp, ...lags };
}

/** Writes all the time, and looks each time how old the newest row of the copy is. */
async function lag(way) {
  const writer = await client('source');
  const writing = new AbortController();
  const written = (async () => {
    while (!writing.signal.aborted) {
      await writer.query(insert(1));
      await sleep(5);
    }
  })();
  const ages = [];
  // Of what was written before, the newest row is older than any lag.
  await until(async () => (await count(way)) > rows * 1.5);
  const end = Date.now() + 1000 * Number(values.seconds);
  while (Date.now() < end) {
    const { rows: found } = await way.read(
      'SELECT extract(epoch FROM clock_timestamp() - max(created_at)) * 1000 AS age FROM (SELECT created_at FROM TABLE ORDER BY id DESC LIMIT 1) AS last',
    );
    ages.push(Number(found[0].age));
    await sleep(20);
  }
  writing.abort();
  await written;
  await writer.end();
  ages.sort((a, b) => a - b);
  return { p50: ages[Math.floor(ages.length / 2)], p99: ages[Math.floor(ages.length * 0.99)] };
}

try {
  await source.query(TABLE);
  const owner = await createDataSource({
    url: cluster.url('source'),
    entities: [],
    migrations: [],
  }).initialize();
  await shareTables(owner, 'bench', [{ table: 'work_order', columns: COLUMNS.split(', ') }], READER);
  await owner.destroy();
  await peer.query(TABLE);
  for (const Migration of WAREHOUSE_MIGRATIONS)
    await new Migration().up({ query: (text) => own.query(text) });
  const results = { own: [], peer: [] };
  for (let round = 0; round < Number(values.rounds); round += 1) {
    for (const name of round % 2 === 0 ? ['own', 'peer'] : ['peer', 'own'])
      results[name].push(await measure(WAYS[name]));
  }
  const median = (name, what) => {
    const all = results[name].map((each) => each[what]).sort((a, b) => a - b);
    return all[Math.floor(all.length / 2)];
  };
  console.log(`${rows} 行 · rows, ${values.rounds} 轮 · rounds, 中位数 · medians`);
  for (const [what, label] of [
    ['copy', '首次复制 · first copy'],
    ['catchUp', '补上半数 · catching up with half as many'],
    ['p50', '滞后 p50 · lag p50'],
    ['p99', '滞后 p99 · lag p99'],
  ]) {
    const [a, b] = [median('own', what), median('peer', what)];
    console.log(`${label}: ${a.toFixed(0)} ms / ${b.toFixed(0)} ms = ${(a / b).toFixed(2)}`);
  }
} finally {
  for (const each of [source, own, peer]) await each.end();
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}
