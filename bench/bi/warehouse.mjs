/** A warehouse with much in it: rows that a street's sample generator made and that were copied, multiplied by SQL. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { mtgSample } from '../street.mjs';
import { say } from './table.mjs';

export const PARTS = ['dayu', 'datai', 'chengzi', 'dongxinfang', 'district', 'insight'];
const STREETS = PARTS.slice(0, 4);
/** Tables that datasets of orders and visits are read from; no other is multiplied. */
const TABLES = [
  'work_order',
  'community_visit',
  'project',
  'key_point',
  'delegation',
  'minutes_item',
  'feedback_report',
];
const TIMES = 10;

/** Another id for each copy of a row, with the same time in it, so that rows refer to each other as theirs do. */
const OTHER_ID = `CREATE FUNCTION pg_temp.other(id uuid, copy int) RETURNS uuid LANGUAGE sql IMMUTABLE AS
  $$ SELECT encode(set_byte(uuid_send(id), 7, get_byte(uuid_send(id), 7) # copy), 'hex')::uuid $$`;

/** @param {number} scale of the one street's sample */
export async function openWarehouse({ directory, part }, scale) {
  say(`mtg sample --street DAYU --scale ${scale}`);
  await mtgSample('DAYU', directory, '--scale', String(scale));
  const client = await connected(part('insight').ownerDatabaseUrl);
  const street = await connected(part('dayu').ownerDatabaseUrl);
  let isMultiplied = false;
  const warehouse = {
    directory,
    part,
    client,
    street,
    streets: STREETS,
    /** Waits until all that the street has committed is in the warehouse. */
    async caughtUp() {
      const { rows } = await street.query('SELECT pg_current_wal_insert_lsn() AS lsn');
      await until(async () => {
        const found = await client.query(
          `SELECT applied >= $1::pg_lsn AS done FROM warehouse.source WHERE name = 'dayu' AND state = 'FOLLOWING'`,
          [rows[0].lsn],
        );
        return found.rows[0]?.done === true;
      });
    },
    async count(name) {
      const { rows } = await client.query(`SELECT count(*)::int AS count FROM ${name}`);
      return rows[0].count;
    },
    async multiply() {
      if (isMultiplied) return;
      isMultiplied = true;
      say('行数倍增 · multiplying rows');
      await client.query(OTHER_ID);
      for (const table of TABLES) await multiplyTable(client, table);
      say(
        `bi.work_orders ${await warehouse.count('bi.work_orders')}, bi.visits ${await warehouse.count('bi.visits')}`,
      );
    },
    async close() {
      await client.end();
      await street.end();
    },
  };
  await until(async () => (await warehouse.count('dayu.work_order')) >= scale * 1000);
  await warehouse.caughtUp();
  return warehouse;
}

async function multiplyTable(client, table) {
  const { rows } = await client.query(
    `SELECT attname AS name, atttypid = 'uuid'::regtype AS "isId" FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped`,
    [`dayu.${table}`],
  );
  const columns = rows.filter(({ name }) => name !== 'feed_position');
  const names = columns.map(({ name }) => name).join(', ');
  const made = columns.map(({ name, isId }) => (isId ? `pg_temp.other(${name}, n)` : name)).join(', ');
  // The one that has the originals comes last.
  for (const [index, street] of [...STREETS.entries()].toReversed()) {
    const numbers = `${Math.max(index * TIMES, 1)}, ${(index + 1) * TIMES - 1}`;
    await client.query(`INSERT INTO ${street}.${table} (${names}) SELECT ${made}
      FROM (SELECT * FROM dayu.${table} WHERE sample ORDER BY id) AS row, generate_series(${numbers}) AS n`);
    await client.query(`VACUUM ANALYZE ${street}.${table}`);
  }
}

async function connected(url) {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client;
}

export async function until(condition) {
  while (!(await condition())) await sleep(20);
}
