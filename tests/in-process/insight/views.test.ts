import { Client } from 'pg';
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

test('each row says whether its street is current, whatever the reason', async () => {
  const state = (values: string) =>
    warehouse.query(`INSERT INTO warehouse.source (name, state, fresh_at) VALUES ${values}
      ON CONFLICT (name) DO UPDATE SET state = excluded.state, fresh_at = excluded.fresh_at`);
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
});
