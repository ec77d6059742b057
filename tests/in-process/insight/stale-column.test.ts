import { createServedWarehouse, type ServedWarehouse } from '../../support/served-warehouse';

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
