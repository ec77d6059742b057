/**
 * How long `mtg sample` takes for one street, as a ratio to bare COPY of the same rows into the same tables, in the same
 * run; that is, what it costs to make the rows up and to check them against the rules. And how long it takes where there
 * were sample data before, as a ratio to a fresh database: near 1, or it takes the longer per row the more there are.
 *
 *   npm run build && node bench/sample.mjs [--scale 1|10|100] [--rounds N]
 *
 * Each round starts 大峪街道 alone with a database of its own, and removes both. The median counts.
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import copyStreams from 'pg-copy-streams';
import { mtgSample, withStreet } from './street.mjs';

const { values } = parseArgs({
  options: {
    help: { type: 'boolean', short: 'h', default: false },
    scale: { type: 'string', default: '10' },
    rounds: { type: 'string', default: '3' },
  },
});
if (values.help) {
  console.log(
    '用法 · Usage: node bench/sample.mjs [--scale 1|10|100] [--rounds N]\n\n一个街道装载样例数据与单纯 COPY 同样数据的用时之比，以及移除后重新装载与首次装载的用时之比，规模 10 约五分钟 · loading sample data against bare COPY of the same rows, and loading them where there were some before against a fresh database; at scale 10 about five minutes',
  );
  process.exit(0);
}

let rows = 0;
const times = { fresh: [], again: [], copy: [] };
for (let round = 0; round < Number(values.rounds); round++) {
  await withStreet('dayu', async ({ ownerDatabaseUrl, directory }) => {
    const client = new Client({ connectionString: ownerDatabaseUrl });
    await client.connect();
    const sample = (...options) => mtgSample('DAYU', directory, ...options);
    const load = () => sample('--scale', values.scale);
    const remove = async () => {
      await sample('--remove');
      // As PostgreSQL does by itself, a minute later or so.
      await client.query('VACUUM (ANALYZE)');
    };

    times.fresh.push(await seconds(load));
    const tables = await writtenTables(client);
    rows = 0;
    for (const table of tables) rows += await dump(client, table, directory);
    await remove();
    times.again.push(await seconds(load));
    await remove();
    times.copy.push(await seconds(() => copyAll(client, tables, directory)));
    await client.end();
  });
}
const [fresh, again, copy] = [median(times.fresh), median(times.again), median(times.copy)];
console.log(`rows                        ${rows}`);
console.log(`COPY                        ${copy.toFixed(1)} s`);
console.log(`mtg sample                  ${fresh.toFixed(1)} s, ratio to COPY  ${(fresh / copy).toFixed(2)}`);
console.log(
  `mtg sample after a removal  ${again.toFixed(1)} s, ratio to fresh ${(again / fresh).toFixed(2)}`,
);

/** The tables that sample data were written to, each after those that it refers to. */
async function writtenTables(client) {
  const { rows } = await client.query(
    `SELECT c.oid::regclass::text AS name, array(SELECT confrelid::regclass::text FROM pg_constraint
       WHERE conrelid = c.oid AND contype = 'f' AND confrelid <> c.oid) AS needs
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'sample' WHERE c.relkind = 'r'`,
  );
  const waiting = new Map(rows.map(({ name, needs }) => [name, needs]));
  const ordered = [];
  while (waiting.size > 0) {
    const ready = [...waiting.keys()].filter((name) => !waiting.get(name).some((need) => waiting.has(need)));
    if (ready.length === 0) throw new Error(`tables refer to each other: ${[...waiting.keys()].join(', ')}`);
    for (const name of ready) waiting.delete(name);
    ordered.push(...ready);
  }
  return ordered;
}

function fileOf(directory, table) {
  return join(directory, `${table}.copy`);
}

/** Rows that a table has of the sample. */
async function dump(client, table, directory) {
  const copy = client.query(
    copyStreams.to(`COPY (SELECT * FROM ${table} WHERE sample ORDER BY id) TO STDOUT`),
  );
  await pipeline(copy, createWriteStream(fileOf(directory, table)));
  return copy.rowCount;
}

async function copyAll(client, tables, directory) {
  // As the other one does: PostgreSQL would look up foreign keys in tables that were empty at first by reading them whole.
  await client.query('BEGIN; SET LOCAL enable_seqscan = off; SET LOCAL jit = off');
  for (const table of tables) {
    await pipeline(
      createReadStream(fileOf(directory, table)),
      client.query(copyStreams.from(`COPY ${table} FROM STDIN`)),
    );
  }
  await client.query('COMMIT');
}

async function seconds(run) {
  const start = performance.now();
  await run();
  return (performance.now() - start) / 1000;
}

function median(times) {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
}
