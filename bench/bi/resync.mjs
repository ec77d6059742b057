/** Copying one street again, against a bare COPY of the same tables from the street into the warehouse. */
import { pipeline } from 'node:stream/promises';
import copyStreams from 'pg-copy-streams';
import { inTurn } from './table.mjs';
import { until } from './warehouse.mjs';

export async function measureResync(warehouse, rounds) {
  const { client, street } = warehouse;
  const { rows: tables } = await street.query(
    `SELECT tablename AS name, array_to_string(attnames, ', ') AS columns FROM pg_publication_tables WHERE pubname = 'shared'`,
  );
  const copied = [];
  for (const { name, columns } of tables) {
    const { rows } = await client.query('SELECT to_regclass($1) IS NOT NULL AS found', [`dayu.${name}`]);
    if (rows[0].found) copied.push({ name, columns });
  }
  let count = 0;
  const bare = async () => {
    await client.query('CREATE SCHEMA bare');
    count = 0;
    for (const { name, columns } of copied) {
      await client.query(`CREATE TABLE bare.${name} AS SELECT ${columns} FROM dayu.${name} LIMIT 0`);
      const into = client.query(copyStreams.from(`COPY bare.${name} (${columns}) FROM STDIN`));
      await pipeline(street.query(copyStreams.to(`COPY ${name} (${columns}) TO STDOUT`)), into);
      count += into.rowCount;
    }
    await client.query('DROP SCHEMA bare CASCADE');
  };
  const resync = async () => {
    const copiedAt = async () =>
      (await client.query(`SELECT copied_at FROM warehouse.source WHERE name = 'dayu'`)).rows[0].copied_at;
    const before = await copiedAt();
    await client.query(`UPDATE warehouse.source SET copy_wanted = true WHERE name = 'dayu'`);
    await until(async () => String(await copiedAt()) !== String(before));
    await warehouse.caughtUp();
  };
  const { own, peer, ratio } = await inTurn(rounds, resync, bare);
  return [
    {
      what: `重新复制一个街道 · copying a street again, ${count} 行 · rows`,
      measured: `${ratio.toFixed(2)} × (${(own / 1000).toFixed(1)} s)`,
      peer: `COPY, 无索引 · without indexes (${(peer / 1000).toFixed(1)} s)`,
    },
  ];
}
