import { viewsFor } from '@mtg/datasets';
import { STREET_TABLES } from '@mtg/street';
import { snakeCase } from '@mtg/subgraph-kit';
import { createBiDatabase, datasets, facts } from '../tests/support/bi-database';
import { idOf as id, insertCopied } from '../tests/support/copied-tables';
import type { TestDatabase } from '../tests/support/test-database';
import { query } from '../tests/startup/support/query';

let warehouse: TestDatabase;
beforeAll(async () => {
  warehouse = await createBiDatabase();
});
afterAll(() => warehouse.drop());

const insert = (table: string, row: Parameters<typeof insertCopied>[2]): Promise<void> =>
  insertCopied(warehouse, table, row);

const planOf = async (statement: string): Promise<string> =>
  (await warehouse.query(`EXPLAIN (COSTS OFF) ${statement}`))
    .map((row) => String(row['QUERY PLAN']))
    .join('\n');

test('an order has the names of what it refers to, in its own street and in the district', async () => {
  const [first] = await warehouse.query(`SELECT * FROM bi.work_orders WHERE number = 'DAYU-2026-0001'`);
  expect(first).toMatchObject({
    street: 'DAYU',
    street_name: '大峪街道',
    state: 'CLOSED',
    state_zh: '已办结',
    center_name: '街道健康服务中心',
    delegation_number: '门卫〔2026〕1号',
    department_name: '区卫生健康委',
    project_number: 'DAYU-P-2026-0001',
    community_names: '月季园社区居委会、葡萄嘴社区居委会',
    parent_number: null,
    position: '7',
    sample: false,
  });
  const [second] = await warehouse.query(
    `SELECT parent_number, project_title FROM bi.work_orders WHERE number = 'DAYU-2026-0002'`,
  );
  expect(second).toEqual({ parent_number: 'DAYU-2026-0001', project_title: null });
});

test('facts follow from stored ones, and from the time of asking', async () => {
  const rows = await warehouse.query(
    `SELECT is_open, overdue, on_time, extended, days_to_close, days_of_delay > 2 AS late FROM bi.work_orders WHERE street = 'DAYU' ORDER BY number`,
  );
  expect(rows).toEqual([
    { is_open: false, overdue: false, on_time: false, extended: true, days_to_close: 11, late: false },
    { is_open: true, overdue: true, on_time: false, extended: false, days_to_close: null, late: true },
  ]);
});

test('measures count what their sentences say', async () => {
  const dataset = datasets.find(({ name }) => name === 'work_orders');
  const measures = dataset?.measures ?? [];
  const listed = measures.map(({ name, sql, expression }) => `(${expression('d')})::${sql} AS ${name}`);
  const [row] = await warehouse.query(
    `SELECT ${listed.join(', ')} FROM bi.work_orders d WHERE street IN ('DAYU', 'CHENGZI')`,
  );
  expect(row).toMatchObject({
    count: '3',
    open_count: '2',
    overdue_count: '2',
    on_time_rate: 0,
    mean_days_to_close: 11,
  });
});

test('every measure of every dataset can be asked for', async () => {
  for (const { name, measures } of datasets) {
    const listed = measures.map((each) => `(${each.expression('d')})::${each.sql} AS ${each.name}`);
    await expect(warehouse.query(`SELECT ${listed.join(', ')} FROM bi.${name} d`)).resolves.toHaveLength(1);
  }
});

test('a column or table that a source lacks is null there, and nowhere else', async () => {
  const [row] = await warehouse.query(
    `SELECT street, original_deadline, extended, project_id, project_number, community_names, deadline FROM bi.work_orders WHERE street = 'CHENGZI'`,
  );
  expect(row).toMatchObject({
    street: 'CHENGZI',
    original_deadline: null,
    extended: null,
    project_id: null,
    project_number: null,
    community_names: null,
  });
  expect(row?.['deadline']).not.toBeNull();
  expect(await warehouse.query(`SELECT * FROM bi.projects WHERE street = 'CHENGZI'`)).toEqual([]);
});

test('centers are the seven and those that a street has of its own', async () => {
  const rows = await warehouse.query(
    `SELECT street, code, number, local FROM bi.centers ORDER BY street, local`,
  );
  expect(rows).toEqual([
    { street: 'CHENGZI', code: 'HEALTH', number: 2, local: false },
    { street: 'DAYU', code: 'HEALTH', number: 2, local: false },
    { street: 'DONGXINFANG', code: 'HEALTH', number: 2, local: false },
    { street: 'DONGXINFANG', code: 'SHIMENYING', number: null, local: true },
  ]);
  const named = await warehouse.query(`SELECT center_name FROM bi.work_orders WHERE street = 'DONGXINFANG'`);
  expect(named).toEqual([{ center_name: '石门营新区服务中心' }]);
});

test('columns have the types that the registry says', async () => {
  const known = await warehouse.query(
    `SELECT table_name || '.' || column_name AS path, udt_name AS type FROM information_schema.columns WHERE table_schema = 'bi'`,
  );
  const names = new Map([
    ['int', 'int4'],
    ['boolean', 'bool'],
    ['text[]', '_text'],
    ['bigint', 'int8'],
    ['double precision', 'float8'],
  ]);
  const expected = datasets.flatMap(({ name, columns }) =>
    columns.map(({ name: column, sql }) => [`${name}.${column}`, names.get(sql) ?? sql] as const),
  );
  expect(new Map(known.map(({ path, type }) => [path, type]))).toEqual(new Map(expected));
});

test('every view and column says what it is, Chinese first', async () => {
  const uncommented = await warehouse.query(
    `SELECT relname, attname FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid AND attnum > 0
     WHERE relnamespace = 'bi'::regnamespace AND relkind = 'v'
       AND (coalesce(col_description(pg_class.oid, attnum), '') !~ '^[^ -~].* · .+\\.$' OR obj_description(pg_class.oid) !~ '^[^ -~].* · .+\\.$')`,
  );
  expect(uncommented).toEqual([]);
});

test('the planner leaves out joins whose columns are not asked for', async () => {
  expect(await planOf('SELECT number, state, on_time, overdue FROM bi.work_orders')).not.toMatch(
    /Join|Nested Loop/,
  );
  const named = await planOf(`SELECT number, center_name FROM bi.work_orders WHERE street = 'DAYU'`);
  expect(named.match(/Join|Nested Loop/g)).toHaveLength(1);
});

test('the planner reads the one street that is asked for', async () => {
  const plan = await planOf(`SELECT number, center_name FROM bi.work_orders WHERE street = 'DAYU'`);
  expect(plan).toMatch(/on work_order t/);
  expect(plan.match(/ on work_order/g)).toHaveLength(1);
});

test('a view over no source has its columns and no rows', async () => {
  for (const { name, select } of viewsFor(datasets, [])) {
    expect(await warehouse.query(`SELECT * FROM (${select}) ${name}`)).toEqual([]);
  }
});

test('what is stored and what a view computes of it is what the street answers from the same rows', async () => {
  const event = { work_order_id: id(10), old_deadline: null };
  const extended = { ...event, command: 'extendWorkOrder', old_deadline: '2026-03-15' };
  await insert('dayu.work_order_event', { id: 40, ...extended, created_at: '2026-03-09 02:00+00' });
  const submitted = { ...event, command: 'submitWorkOrder' };
  await insert('dayu.work_order_event', { id: 41, ...submitted, created_at: '2026-03-12 02:00+00' });
  const { columns } = facts.find(({ table }) => table === 'work_order') ?? { columns: [] };
  const inSchema = `${warehouse.url}?options=-c%20search_path%3Ddayu`;
  const stored = columns.map(({ name, sql }) => `${name} = ${sql('w')}`);
  await query(inSchema, `UPDATE work_order w SET ${stored.join(', ')}`);
  const derived = Object.entries(
    STREET_TABLES.tables.find(({ table }) => table.name === 'WorkOrder')?.table.derived ?? {},
  );
  const names = derived.map(([property]) => snakeCase(property));
  const live = derived.map(
    ([property, { expression }]) => `${expression('w', () => 'now()')} AS ${snakeCase(property)}`,
  );
  const answers = await query(inSchema, `SELECT ${live.join(', ')} FROM work_order w ORDER BY id`);
  expect(answers[0]).toMatchObject({ on_time: true, extended: true });
  expect(answers).toEqual(
    await warehouse.query(`SELECT ${names.join(', ')} FROM bi.work_orders WHERE street = 'DAYU' ORDER BY id`),
  );
});
