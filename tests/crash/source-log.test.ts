import { createLogger } from '@mtg/service-kit';
import { startWarehouse, WAREHOUSE_MIGRATIONS, type RunningWarehouse } from '@mtg/warehouse';
import type { Cluster } from '@mtg/platform';
import { Scratch } from '../startup/support/scratch';
import { query } from '../startup/support/query';
import { shareWith } from '../support/shared-source';
import { eventually, runs } from '../support/wait';

/** Servers of their own, since they are killed, and their logs made short. */
let scratch: Scratch;
let source: Cluster;
let district: Cluster;
let running: RunningWarehouse | undefined;

const inSource = (text: string) => query(source.url('source'), text);
const inWarehouse = (text: string) => query(district.url('district'), text);

async function start(): Promise<void> {
  const url = await shareWith('reader', { url: source.url('source') }, [
    { table: 'place', columns: ['id', 'name'] },
  ]);
  running = await startWarehouse({
    databaseUrl: district.url('district'),
    sources: [{ name: 'dayu', code: 'DAYU', title: '大峪街道', url }],
    facts: [],
    viewsOver: () => [],
    serving: [],
    checkMs: 50,
    logger: createLogger('warehouse', 'silent'),
  });
}

const stop = async () => {
  await running?.stop();
  running = undefined;
};

const state = async () => (await inWarehouse('SELECT * FROM warehouse.source'))[0] ?? {};
const insert = (name: string, count = 1) =>
  inSource(
    `INSERT INTO place (name, secret) SELECT '${name}', repeat('s', 1000) FROM generate_series(1, ${count})`,
  );
const rows = () =>
  inWarehouse('SELECT id, name, feed_position FROM dayu.place ORDER BY feed_position').catch(() => []);
const arrived = (count: number) =>
  eventually(`${count} rows are there`, async () => (await rows()).length === count);
const slot = async () =>
  (
    await inSource('SELECT wal_status AS status, confirmed_flush_lsn AS confirmed FROM pg_replication_slots')
  )[0];

beforeAll(async () => {
  scratch = new Scratch();
  [source, district] = await Promise.all([scratch.startCopy('source'), scratch.startCopy('district')]);
  await inSource('CREATE TABLE place (id uuid PRIMARY KEY DEFAULT uuidv7(), name text, secret text)');
  // A migration needs nothing of a runner but its `query`.
  for (const Migration of WAREHOUSE_MIGRATIONS) await new Migration().up({ query: inWarehouse } as never);
});
beforeEach(async () => {
  await inSource('TRUNCATE place');
  await insert('first');
  await start();
  await arrived(1);
  await eventually('following', async () => (await state())['state'] === 'FOLLOWING');
});
afterEach(stop);
afterAll(() => scratch.clear());

test('a source that crashed has forgotten what was acknowledged, and nothing is written twice', async () => {
  const { copied_at: copied } = await state();
  await inSource('CHECKPOINT');
  const known = await slot();
  await insert('second', 3);
  await arrived(4);
  const before = await rows();
  await eventually('it is acknowledged', async () => (await slot())?.['confirmed'] !== known?.['confirmed']);
  // What SIGKILL would leave: no checkpoint, so the slot is what it was at the last one.
  process.kill(source.pid, 'SIGQUIT');
  await eventually('the server is gone', () => !runs(source.pid));
  await source.stop();
  source = await scratch.start('source');
  await insert('third');
  await arrived(5);
  expect((await rows()).slice(0, 4)).toEqual(before);
  expect((await state())['copied_at']).toEqual(copied);
});

test('a source that no longer keeps the log is copied again', async () => {
  await stop();
  await inSource(`ALTER SYSTEM SET max_slot_wal_keep_size = '1MB'`);
  await inSource('SELECT pg_reload_conf()');
  await insert('second', 3);
  await inSource(`DELETE FROM place WHERE name = 'first'`);
  const { copied_at: copied } = await state();
  await eventually('the slot is lost', async () => {
    await inSource('CREATE TABLE IF NOT EXISTS noise (a text)');
    await inSource(`INSERT INTO noise SELECT repeat('x', 1000) FROM generate_series(1, 5000)`);
    await inSource('SELECT pg_switch_wal()');
    await inSource('CHECKPOINT');
    return (await slot())?.['status'] === 'lost';
  });
  await start();
  await arrived(3);
  expect((await state())['copied_at']).not.toEqual(copied);
  expect((await slot())?.['status']).not.toBe('lost');
  await insert('third');
  await arrived(4);
});
