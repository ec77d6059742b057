import { createLogger } from '@mtg/service-kit';
import { escapeIdentifier } from 'pg';
import { query } from '../../../../tests/startup/support/query';
import { shareWith } from '../../../../tests/support/shared-source';
import { adminUrl, createTestDatabase, type TestDatabase } from '../../../../tests/support/test-database';
import { eventually } from '../../../../tests/support/wait';
import { WAREHOUSE_MIGRATIONS } from '../migrations';
import { startWarehouse, type RunningWarehouse } from '../start-warehouse';
import type { StoredFacts } from './facts';

const SOURCE_TABLES = `
  CREATE TABLE work_order (
    id uuid PRIMARY KEY DEFAULT uuidv7(), number text NOT NULL, secret text, due date, tags text[],
    done boolean NOT NULL DEFAULT false, created_at timestamptz(3) NOT NULL DEFAULT now(), remark text);
  CREATE TABLE work_order_event (
    id uuid PRIMARY KEY DEFAULT uuidv7(), work_order_id uuid NOT NULL REFERENCES work_order ON DELETE CASCADE, command text);`;
const COLUMNS = ['id', 'number', 'due', 'tags', 'done', 'created_at', 'remark'];
const SLOTS = `SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE database = current_database()`;

const FACTS: readonly StoredFacts[] = [
  {
    table: 'work_order',
    columns: [
      {
        name: 'events',
        type: 'int',
        sql: (row) =>
          `(SELECT count(*)::int FROM work_order_event event WHERE event.work_order_id = ${row}.id)`,
        needs: { work_order_event: ['work_order_id'] },
      },
    ],
    touchedBy: [{ table: 'work_order_event', column: 'work_order_id' }],
  },
];

let source: TestDatabase;
let sourceUrl: string;
let warehouse: TestDatabase;
let running: RunningWarehouse | undefined;

const logger = createLogger('warehouse', 'fatal', 'json');

async function start(): Promise<void> {
  running = await startWarehouse({
    databaseUrl: warehouse.url,
    sources: [{ name: 'dayu', code: 'DAYU', title: '大峪街道', url: sourceUrl }],
    facts: FACTS,
    viewsOver: (sources) =>
      sources.map(({ name, tables }) => ({
        name: `orders_of_${name}`,
        select: `SELECT 'DAYU'::text AS street, ${[...(tables.get('work_order') ?? [])].join(', ')} FROM ${name}.work_order`,
        comments: [],
      })),
    serving: [],
    checkMs: 50,
    logger,
  });
}

/** A server goes on for a moment with what a connection had asked for. */
const dropSlots = () =>
  eventually('the slot is dropped', () =>
    source.query(SLOTS).then(
      () => true,
      () => false,
    ),
  );

/** Shares the columns of work orders, as a start of the source's program does. */
const share = (columns = COLUMNS) =>
  shareWith(`${source.name}_warehouse`, source, [
    { table: 'work_order', columns },
    { table: 'work_order_event', columns: ['id', 'work_order_id', 'command'] },
  ]);

async function stop(): Promise<void> {
  await running?.stop();
  running = undefined;
}

const state = async () =>
  (await warehouse.query(`SELECT * FROM warehouse.source WHERE name = 'dayu'`))[0] ?? {};

const following = () => eventually('following', async () => (await state())['state'] === 'FOLLOWING');

/** Rows of both sides, as text: what the source shares, and what the warehouse has of it. */
async function same(table: string, columns: string): Promise<boolean> {
  const rows = (schema: string) =>
    `SELECT array_agg(t::text ORDER BY t::text) AS rows FROM (SELECT ${columns} FROM ${schema}.${table}) t`;
  const [there] = await source.query(rows('public'));
  const [here] = await warehouse.query(rows('dayu')).catch(() => []);
  return here !== undefined && JSON.stringify(there) === JSON.stringify(here);
}
/** @param pauseMs between two looks */
const synced = (pauseMs?: number) =>
  eventually(
    'the rows are the same',
    async () => {
      const orders = await same('work_order', 'id, number, due, tags, done, created_at, remark');
      return orders && (await same('work_order_event', 'id, work_order_id, command'));
    },
    undefined,
    pauseMs,
  );

beforeAll(async () => {
  [source, warehouse] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  // A migration needs nothing of a runner but its `query`.
  for (const Migration of WAREHOUSE_MIGRATIONS) await new Migration().up({ query: warehouse.query } as never);
});
beforeEach(async () => {
  await source.query(`DROP SCHEMA public CASCADE; CREATE SCHEMA public; ${SOURCE_TABLES}`);
  sourceUrl = await share();
});
afterEach(async () => {
  await stop();
  await dropSlots();
  await warehouse.query('DROP SCHEMA IF EXISTS dayu CASCADE; DELETE FROM warehouse.source');
});
afterAll(async () => {
  await source.drop();
  await query(adminUrl(), `DROP ROLE ${source.name}_warehouse`);
  await warehouse.drop();
});

const insert = (count: number, from = 0) =>
  source.query(`INSERT INTO work_order (number, secret, due, tags, remark)
    SELECT 'N' || n, 'secret', date '2026-01-01' + n, ARRAY['a,"b', NULL, '𠮷'], E'tab\\t"quote" \\\\ 中文' || n
    FROM generate_series(${from + 1}, ${from + count}) n`);

test('what is there is copied, and what changes follows', async () => {
  await insert(3);
  await source.query(
    `INSERT INTO work_order_event (work_order_id, command) SELECT id, 'issue' FROM work_order`,
  );
  await start();
  await following();
  await synced();
  expect(await warehouse.query('SELECT DISTINCT events FROM dayu.work_order')).toEqual([{ events: 1 }]);
  await source.query(`UPDATE work_order SET done = true, tags = NULL WHERE number = 'N2'`);
  await source.query(`DELETE FROM work_order WHERE number = 'N3'`);
  await insert(2, 10);
  await synced();
  expect(await warehouse.query(`SELECT table_name FROM dayu.removed_row ORDER BY 1`)).toEqual([
    { table_name: 'work_order' },
    { table_name: 'work_order_event' },
  ]);
  expect(JSON.stringify(await warehouse.query('SELECT * FROM dayu.work_order'))).not.toContain('secret');
});

test('the views are of the tables that are there, and say how fresh they are', async () => {
  await insert(1);
  await start();
  expect(await warehouse.query('SELECT street, state, age_seconds FROM bi.freshness')).toEqual([
    { street: 'DAYU', state: 'UNREACHABLE', age_seconds: null },
  ]);
  expect(await warehouse.query('SELECT * FROM bi.removed_rows')).toEqual([]);
  await following();
  expect(await warehouse.query('SELECT number, events FROM bi.orders_of_dayu')).toEqual([
    { number: 'N1', events: 0 },
  ]);
  const age = async () => (await warehouse.query('SELECT state, age_seconds FROM bi.freshness'))[0];
  expect(await age()).toEqual({ state: 'FOLLOWING', age_seconds: expect.any(Number) });
  const position = 'SELECT max(feed_position) AS position FROM dayu.work_order';
  expect(await warehouse.query('SELECT position FROM bi.freshness')).toEqual(await warehouse.query(position));
  await source.query('DELETE FROM work_order');
  await synced();
  expect(await warehouse.query('SELECT street, table_name FROM bi.removed_rows')).toEqual([
    { street: 'DAYU', table_name: 'work_order' },
  ]);
  expect(await warehouse.query('SELECT position FROM bi.freshness')).toEqual(
    await warehouse.query('SELECT position FROM bi.removed_rows'),
  );
  await source.query('ALTER TABLE work_order ADD COLUMN place text');
  await share([...COLUMNS, 'place']);
  await eventually('the view has the column', async () => {
    const rows = await warehouse.query(
      `SELECT FROM information_schema.columns WHERE table_schema = 'bi' AND column_name = 'place'`,
    );
    return rows.length === 1;
  });
});

test('facts follow the rows that they are made of, and move the row on in the feed', async () => {
  await insert(1);
  await start();
  await following();
  const read = async () =>
    (await warehouse.query('SELECT events, feed_position AS position FROM dayu.work_order'))[0];
  const before = await read();
  await source.query(
    `INSERT INTO work_order_event (work_order_id, command) SELECT id, 'submit' FROM work_order`,
  );
  await eventually('the fact has followed', async () => (await read())?.['events'] === 1);
  expect(Number((await read())?.['position'])).toBeGreaterThan(Number(before?.['position']));
  await source.query('DELETE FROM work_order_event');
  await eventually('the fact has followed', async () => (await read())?.['events'] === 0);
});

test('large values that did not change stay', async () => {
  await source.query(
    `INSERT INTO work_order (number, remark) SELECT 'N1', string_agg(md5(n::text), '') FROM generate_series(1, 2000) n`,
  );
  await source.query('ALTER TABLE work_order ALTER COLUMN remark SET STORAGE EXTERNAL');
  await start();
  await following();
  await source.query(`UPDATE work_order SET number = 'N1a'`);
  await synced();
  expect(await warehouse.query('SELECT number, length(remark) AS length FROM dayu.work_order')).toEqual([
    { number: 'N1a', length: 64_000 },
  ]);
});

test('one that was stopped goes on where it was, and copies nothing again', async () => {
  await insert(2);
  await start();
  await following();
  await synced();
  const { copied_at: copied } = await state();
  await stop();
  await insert(2, 5);
  await source.query('UPDATE work_order SET done = true');
  await start();
  await synced();
  expect((await state())['copied_at']).toEqual(copied);
});

test('what is written and was not acknowledged is not written again', async () => {
  await insert(1);
  await start();
  await following();
  await synced();
  const { copied_at: copied } = await state();
  const acknowledge = `EXECUTE ON FUNCTION mtg_sharing.acknowledge`;
  const positions = () =>
    warehouse.query(`SELECT number, feed_position FROM dayu.work_order WHERE number <> 'N11' ORDER BY 1`);
  await source.query(`REVOKE ${acknowledge} FROM ${source.name}_warehouse`);
  await insert(2, 5);
  await eventually('it is refused', async () => (await state())['state'] === 'FAILED');
  await synced();
  const written = await positions();
  await source.query(`GRANT ${acknowledge} TO ${source.name}_warehouse`);
  await following();
  await insert(1, 10);
  await synced();
  expect(await positions()).toEqual(written);
  expect((await state())['copied_at']).toEqual(copied);
});

test('many rows of one transaction arrive whole', async () => {
  await start();
  await following();
  await insert(15_000);
  await source.query("UPDATE work_order SET done = true WHERE number LIKE '%7'");
  await synced(250);
  await source.query('TRUNCATE work_order CASCADE');
  await insert(10, 50_000);
  await synced(250);
  expect(await warehouse.query('SELECT count(*)::int AS count FROM dayu.removed_row')).toEqual([
    { count: 15_000 },
  ]);
});

describe('it copies again', () => {
  beforeEach(async () => {
    await insert(5);
    await start();
    await following();
    await synced();
  });

  test('when the source shares another column, and readers keep the old rows until then', async () => {
    await source.query('ALTER TABLE work_order ADD COLUMN place text');
    await source.query(`UPDATE work_order SET place = '龙门新区'`);
    await share([...COLUMNS, 'place']);
    await eventually('the column is there', async () => {
      const rows = await warehouse.query('SELECT to_jsonb(o) AS o FROM dayu.work_order o');
      expect(rows).toHaveLength(5);
      return rows.every(({ o }) => JSON.stringify(o).includes('龙门新区'));
    });
    await insert(1, 20);
    await synced();
  });

  test('when the source shares a column less, as one that is a migration behind', async () => {
    await share(COLUMNS.filter((column) => column !== 'tags'));
    await eventually('the column is gone', async () => {
      const rows = await warehouse.query('SELECT to_jsonb(o) AS o FROM dayu.work_order o');
      expect(rows).toHaveLength(5);
      return rows.every(({ o }) => !JSON.stringify(o).includes('tags'));
    });
    await insert(1, 20);
    await eventually('it is followed', () => same('work_order', 'id, number, due, done, created_at, remark'));
  });

  test('when the slot has been made again since, e.g. for a copy that was not finished', async () => {
    await stop();
    const { copied_at: copied } = await state();
    const [slot] = await source.query(
      'SELECT slot_name AS name FROM pg_replication_slots WHERE database = current_database()',
    );
    await insert(1, 20);
    await dropSlots();
    await query(sourceUrl, `SELECT mtg_sharing.create_slot('${String(slot?.['name'])}')`);
    await start();
    await synced();
    expect((await state())['copied_at']).not.toEqual(copied);
  });

  test('when the slot is gone, and rows that are gone meanwhile are noted as removed', async () => {
    await stop();
    await dropSlots();
    const [gone] = await source.query(`DELETE FROM work_order WHERE number = 'N1' RETURNING id`);
    const [last] = await warehouse.query('SELECT max(feed_position) AS position FROM dayu.work_order');
    await start();
    await synced();
    await following();
    expect(
      await warehouse.query(`SELECT id FROM dayu.removed_row WHERE position > ${String(last?.['position'])}`),
    ).toEqual([gone]);
    expect(
      await warehouse.query(
        `SELECT count(*)::int AS count FROM dayu.work_order WHERE feed_position > ${String(last?.['position'])}`,
      ),
    ).toEqual([{ count: 4 }]);
  });

  test('when the database is an older one', async () => {
    await stop();
    await warehouse.query(`UPDATE warehouse.source SET applied = 'FFFFFF/0', start_id = NULL`);
    const { copied_at: copied } = await state();
    await start();
    await eventually(
      'copied again',
      async () => JSON.stringify((await state())['copied_at']) !== JSON.stringify(copied),
    );
    await synced();
  });

  test('when it is told to', async () => {
    const { copied_at: copied } = await state();
    await warehouse.query('UPDATE warehouse.source SET copy_wanted = true');
    await eventually(
      'copied again',
      async () => JSON.stringify((await state())['copied_at']) !== JSON.stringify(copied),
    );
    await following();
    expect((await state())['copy_wanted']).toBe(false);
    await synced();
  });
});

test('a source that cannot be reached is named, and its rows stay', async () => {
  await insert(1);
  await start();
  await following();
  await synced();
  const name = escapeIdentifier(source.name);
  await query(adminUrl(), `ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
  await query(
    adminUrl(),
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${source.name}'`,
  );
  await eventually('the state says so', async () => (await state())['problem_zh'] !== null);
  await eventually('it is away', async () => (await state())['state'] === 'UNREACHABLE');
  expect(await warehouse.query('SELECT number FROM dayu.work_order')).toEqual([{ number: 'N1' }]);
  await query(adminUrl(), `ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
  await source.query(`INSERT INTO work_order (number) VALUES ('N9')`);
  await synced();
  await following();
});
