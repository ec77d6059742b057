import { Client } from 'pg';
import type { Logger } from '@mtg/service-kit';
import { createServedWarehouse, type ServedWarehouse } from '../../support/served-warehouse';
import { eventually } from '../../support/wait';

let warehouse: ServedWarehouse;
beforeAll(async () => {
  warehouse = await createServedWarehouse();
});
afterAll(() => warehouse.drop());

const streets = async (of: string): Promise<readonly unknown[]> =>
  (await warehouse.query(`SELECT DISTINCT street, stale FROM bi.${of} ORDER BY 1`)).map(
    ({ street, stale }) => [street, stale],
  );

const state = (values: string) =>
  warehouse.query(`INSERT INTO warehouse.source (name, state, fresh_at) VALUES ${values}
    ON CONFLICT (name) DO UPDATE SET state = excluded.state, fresh_at = excluded.fresh_at`);

test('each row says whether its street is current, whatever the reason', async () => {
  await state(`('dayu', 'FOLLOWING', now()), ('chengzi', 'UNREACHABLE', now())`);
  await state(`('dongxinfang', 'FOLLOWING', now() - interval '301 seconds')`);
  expect(await streets('work_orders')).toEqual([
    ['CHENGZI', true],
    ['DAYU', false],
    ['DONGXINFANG', true],
  ]);
  await warehouse.query(`DELETE FROM warehouse.source`);
  expect(await streets('work_orders')).toEqual(
    ['CHENGZI', 'DAYU', 'DONGXINFANG'].map((street) => [street, true]),
  );
});

test('the time after which a silent street is behind is one for rows and freshness, and configured', async () => {
  const found = async () => ({
    rows: await streets('work_orders'),
    freshness: (await warehouse.query('SELECT street, state FROM bi.freshness ORDER BY 1'))
      .filter(({ street }) => street === 'CHENGZI' || street === 'DAYU')
      .map(Object.values),
  });
  await state(`('dayu', 'FOLLOWING', now() - interval '50 seconds'),
    ('chengzi', 'FOLLOWING', now() - interval '70 seconds'), ('dongxinfang', 'FOLLOWING', now())`);
  const [current, behind] = [
    ['CHENGZI', 'FOLLOWING'],
    ['CHENGZI', 'BEHIND'],
  ];
  const dayu = ['DAYU', 'FOLLOWING'];
  expect((await found()).freshness).toEqual([current, dayu]);
  await warehouse.makeViews({ staleAfterSeconds: 60 });
  await state(`('dayu', 'FOLLOWING', now() - interval '50 seconds'),
    ('chengzi', 'FOLLOWING', now() - interval '70 seconds'), ('dongxinfang', 'FOLLOWING', now())`);
  expect(await found()).toEqual({
    rows: [
      ['CHENGZI', true],
      ['DAYU', false],
      ['DONGXINFANG', false],
    ],
    freshness: [behind, dayu],
  });
  await warehouse.makeViews();
  await warehouse.query('DELETE FROM warehouse.source');
});

describe('while a report reads', () => {
  let report: Client;
  beforeEach(async () => {
    report = new Client({ connectionString: warehouse.url });
    await report.connect();
    await report.query('BEGIN; SELECT FROM bi.work_orders');
  });
  afterEach(() => report.end());

  const view = async (): Promise<unknown> =>
    (await warehouse.query(`SELECT 'bi.work_orders'::regclass::oid AS oid`))[0]?.['oid'];

  test('a start leaves the views alone if they are as they should be', async () => {
    const before = await view();
    await warehouse.makeViews();
    expect(await view()).toBe(before);
  });

  test('other views wait for its end, and give way to those who read meanwhile', async () => {
    const before = await view();
    await warehouse.query('DELETE FROM warehouse.view_set');
    const made = warehouse.makeViews();
    const waiting = () =>
      warehouse.query(`SELECT FROM pg_locks WHERE NOT granted AND relation = 'bi.work_orders'::regclass`);
    await eventually('they wait', async () => (await waiting()).length > 0);
    expect(await streets('work_orders')).toHaveLength(3);
    expect(await view()).toBe(before);
    await report.query('COMMIT');
    await made;
    expect(await view()).not.toBe(before);
  });

  test('a key that reads for too long is ended, and named in the log until then', async () => {
    const login = `bi_${warehouse.name.slice(0, 20)}`;
    await report.query('COMMIT');
    await warehouse.query(
      `CREATE ROLE ${login} LOGIN PASSWORD 'x' IN ROLE bi_reader; DELETE FROM warehouse.view_set`,
    );
    const url = Object.assign(new URL(warehouse.url), { username: login, password: 'x' }).toString();
    const [key, short] = [new Client({ connectionString: url }), new Client({ connectionString: url })];
    for (const session of [key, short]) {
      session.on('error', () => undefined);
      await session.connect();
    }
    try {
      await key.query('SET idle_in_transaction_session_timeout = 0; BEGIN; SELECT FROM bi.work_orders');
      const said: string[] = [];
      const logger = {
        warn: (given: object) => said.push(JSON.stringify(given)),
        info: () => undefined,
        error: () => undefined,
      } as unknown as Logger; // the sources are away, and nothing else is said
      const before = await view();
      const made = warehouse.makeViews({ keysLimitSeconds: 6, logger });
      await made;
      expect(await view()).not.toBe(before);
      expect(said.find((line) => line.includes('inTheWay'))).toContain(login);
      expect(said.find((line) => line.includes('ended'))).toContain(login);
      await expect(key.query('SELECT 1')).rejects.toThrow();
      expect((await short.query('SELECT 1')).rowCount).toBe(1);
    } finally {
      await key.end().catch(() => undefined);
      await short.end();
      await warehouse.query(`DROP ROLE ${login}`);
    }
  });
});

test('every view and every column says what it is, Chinese first', async () => {
  const silent = await warehouse.query(`SELECT relname AS view, attname AS "column" FROM pg_class
    JOIN pg_attribute ON attrelid = pg_class.oid AND attnum > 0
    WHERE relnamespace = 'bi'::regnamespace AND relkind = 'v'
      AND (coalesce(col_description(attrelid, attnum), '') !~ '\\S · \\S' OR coalesce(obj_description(pg_class.oid), '') !~ '\\S · \\S')`);
  expect(silent).toEqual([]);
});
