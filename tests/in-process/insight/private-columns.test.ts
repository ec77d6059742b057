import { isDeclared } from '@mtg/commands';
import { snakeCase } from '@mtg/subgraph-kit';
import { datasets } from '../../support/bi-database';
import { DEFINITIONS } from '../../support/definitions';
import { openInsightDoors, type GrantedKey, type InsightDoors } from '../../support/insight-doors';
import { createServedWarehouse, type ServedWarehouse } from '../../support/served-warehouse';
import { query } from '../../startup/support/query';

let warehouse: ServedWarehouse;
let doors: InsightDoors;
/** Of one street. */
let key: GrantedKey;
beforeAll(async () => {
  warehouse = await createServedWarehouse();
  doors = await openInsightDoors(warehouse, ['DAYU', 'CHENGZI', 'DONGXINFANG', 'DISTRICT']);
  key = await doors.grant('CHENGZI');
});
afterAll(async () => {
  await doors.close();
  await warehouse.drop();
});

type Dataset = (typeof datasets)[number];

/** Columns that the street has, and keeps to itself; then some that every table of a database has. */
function privateColumns({ table, columns }: Dataset): readonly string[] {
  const entities = new Set(DEFINITIONS.flatMap(({ entities }) => entities));
  const kept = [...entities]
    .filter(isDeclared)
    .filter((each) => each.table.sqlName === table)
    .flatMap(({ table: { readable, shared } }) =>
      [...readable.keys()].filter((name) => !shared.includes(name)),
    );
  const shown = new Set(columns.map(({ name }) => name));
  return [...new Set([...kept.map(snakeCase), 'feed_position', 'ctid', 'xmin'])].filter(
    (name) => !shown.has(name),
  );
}

/** Requests for a column, by every parameter of every door that reads columns. */
const requestsFor = (dataset: string, column: string): readonly string[] => [
  ...[
    `select=${column}`,
    `select=id,${column}`,
    `filter=${column} ne null`,
    `filter=contains(${column},'a') or true`,
    `order=${column} desc`,
    `order=id&after=${column}`,
  ].flatMap((options) => ['csv', 'parquet', 'arrow'].map((format) => `/bi/${dataset}.${format}?${options}`)),
  ...[
    `group=${column}`,
    `measures=${column}`,
    `group=street&order=${column}`,
    `filter=length(${column}) gt 0`,
  ].map((options) => `/bi/${dataset}/summary.json?${options}`),
  ...[
    `$select=${column}`,
    `$filter=${column} ne null`,
    `$orderby=${column}`,
    `$apply=groupby((${column}))`,
    `$apply=aggregate(${column} with max as m)`,
    `$apply=filter(${column} ne null)/groupby((street))`,
    `$skiptoken=${column}`,
    `$deltatoken=${column}`,
  ].map((options) => `/odata/${dataset}?${options}`),
  `/odata/${dataset}(street='CHENGZI',id=019a0000-0000-7000-8000-000000000020)/${column}`,
];

const get = async (path: string): Promise<readonly [status: number, text: string]> => {
  const answer = await fetch(doors.address + encodeURI(path), {
    headers: { authorization: key.authorization },
  });
  return [answer.status, await answer.text()];
};

test('a column that a street keeps to itself is unknown at every door, whatever asks for it', async () => {
  const asked = datasets.flatMap((dataset) =>
    privateColumns(dataset).map((column) => [dataset.name, column] as const),
  );
  expect(asked).toEqual(
    expect.arrayContaining([
      ['work_orders', 'responsible_person'],
      ['work_orders', 'content'],
    ]),
  );
  let turn = 0;
  for (const [dataset, column] of asked) {
    const requests = requestsFor(dataset, column);
    // Every request for orders, and for the others one after the other.
    turn += 1;
    for (const path of dataset === 'work_orders'
      ? requests
      : requests.slice(turn % requests.length).slice(0, 1)) {
      const [status] = await get(path);
      expect([path, [400, 501].includes(status) ? 'refused' : status]).toEqual([path, 'refused']);
    }
  }
});

test('GraphQL and SQL know it as little', async () => {
  const graph = [
    'workOrders { nodes { responsiblePerson } }',
    'workOrders(filter: { responsiblePerson: { null: false } }) { totalCount }',
    'workOrders(orderBy: [{ column: RESPONSIBLE_PERSON }]) { totalCount }',
    'workOrdersAggregate(groupBy: [{ column: RESPONSIBLE_PERSON }]) { nodes { keys } }',
  ];
  for (const fields of graph) {
    const answer = await fetch(`${doors.address}/graphql`, {
      method: 'POST',
      headers: { authorization: key.authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ query: `{ insight { ${fields} } }` }),
    });
    expect([fields, answer.status]).toEqual([fields, 400]);
  }
  const url = Object.assign(new URL(warehouse.url), {
    username: `bi_${key.name}`,
    password: key.secret,
  }).toString();
  for (const [statement, code] of [
    ['SELECT responsible_person FROM work_orders', '42703'],
    ['SELECT feed_position FROM work_orders', '42703'],
    ['SELECT * FROM dayu.work_order', '42501'],
    ['SELECT verifier FROM warehouse.key', '42501'],
    [`SELECT pg_read_file('/etc/passwd')`, '42501'],
  ] as const) {
    await expect(query(url, statement)).rejects.toMatchObject({ code });
  }
});

/** Texts that end a literal, a name or a statement where they are pasted into one. */
const ATTACKS = [
  "'",
  '"',
  "x') OR (1=1",
  'true) or (true',
  "street eq 'CHENGZI' or true",
  'id; DROP SCHEMA bi CASCADE; --',
  'id) FROM bi.work_orders --',
  "'; SELECT pg_sleep(60); --",
  '$1',
  '$$',
  "E'\\'",
  '\u0000',
  '\\',
  '*',
  '${1}',
  '../../datasets.json',
  'id desc nulls first',
  '(SELECT number FROM dayu.work_order)',
  'warehouse.key',
  'id" FROM dayu.work_order --',
];

test('no text in any parameter fails a door, or lets a reader of one street see another', async () => {
  for (const attack of ATTACKS) {
    for (const path of [
      ...requestsFor('work_orders', attack),
      `/bi/${attack}.csv`,
      `/bi/work_orders.${attack}`,
      `/odata/${attack}`,
      `/odata/work_orders?$search=${attack}`,
      `/bi/work_orders.csv?since=${attack}`,
      `/bi/work_orders.csv?limit=${attack}`,
      `/bi/work_orders/summary.json?timezone=${attack}`,
      `/bi/work_orders/summary.json?first=${attack}`,
    ]) {
      const escaped = path.replace(attack, () => encodeURIComponent(attack));
      const answer = await fetch(doors.address + escaped.replaceAll(' ', '%20'), {
        headers: { authorization: key.authorization },
      });
      expect([
        path,
        [200, 400, 404, 406, 410, 501].includes(answer.status) ? 'answered' : answer.status,
      ]).toEqual([path, 'answered']);
      expect(await answer.text()).not.toContain('DAYU-2026');
    }
  }
  const [status, text] = await get('/bi/work_orders.csv?select=number');
  expect([status, text]).toEqual([200, 'number\nCHENGZI-2026-0001\n']);
});
