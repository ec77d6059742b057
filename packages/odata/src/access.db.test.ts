import { createBiDatabase, datasets } from '../../../tests/support/bi-database';
import type { TestDatabase } from '../../../tests/support/test-database';
import { startOData, type ODataServer } from './test-support/odata-server';

let store: TestDatabase;
let server: ODataServer;
beforeAll(async () => {
  store = await createBiDatabase();
  server = await startOData(store, datasets);
});
afterAll(async () => {
  await server.stop();
  await store.drop();
});

const OTHER = '019a0000-0000-7000-8000-000000000010';
const chengzi = { authorization: 'chengzi' };

test.each([
  '/odata/work_orders',
  `/odata/work_orders?$filter=street eq 'DAYU' or street ne 'DAYU'`,
  `/odata/work_orders?$filter=true) or (true`,
  `/odata/work_orders?$filter=id eq ${OTHER}`,
  '/odata/work_orders?$search=DAYU',
  '/odata/work_orders?$search=NOT CHENGZI OR NOT DAYU',
  '/odata/work_orders?$orderby=number desc&$skip=0',
  '/odata/work_orders?$apply=groupby((street,number))',
  `/odata/work_orders?$apply=filter(street eq 'DAYU')/groupby((street))`,
  `/odata/work_orders?$apply=groupby((street))&$filter=street eq 'DAYU' or true`,
  '/odata/work_orders?$deltatoken=0',
  '/odata/work_orders?$deltatoken=DAYU:0,CHENGZI:0',
  `/odata/work_orders(street='DAYU',id=${OTHER})`,
])('a reader of one street has no other street’s rows by %s', async (url) => {
  const { status, text, body } = await server.get(encodeURI(url), chengzi);
  expect([200, 400, 404]).toContain(status);
  const streets = (body.value ?? []).map(({ street }) => street);
  expect(streets.filter((street) => street !== 'CHENGZI')).toEqual([]);
  if (status === 200) expect(text).not.toContain('DAYU-2026');
});

test('counts and sums are those of the own street', async () => {
  const [own, all] = [chengzi, {}].map((headers) => server.get('/odata/work_orders/$count', headers));
  expect([(await own)?.text, (await all)?.text]).toEqual(['1', '4']);
  const count = await server.get('/odata/work_orders?$apply=aggregate($count%20as%20n)', chengzi);
  expect(count.body.value).toMatchObject([{ n: 1 }]);
});

test('a cursor of another reader opens nothing', async () => {
  const { body } = await server.get('/odata/work_orders', { prefer: 'maxpagesize=1' });
  const { text } = await server.get(body['@odata.nextLink'] ?? '', chengzi);
  expect(text).not.toMatch(/"street":"(?!CHENGZI)/);
});

test('what a reader may not read is neither listed nor answered', async () => {
  const stranger = { authorization: 'stranger' };
  const { body } = await server.get('/odata/', stranger);
  const names = (body.value ?? []).map(({ name }) => name);
  expect(names).toContain('communities');
  expect(names).not.toContain('work_orders');
  const metadata = await server.get('/odata/$metadata', stranger);
  expect(metadata.text).not.toContain('work_orders');
  for (const url of ['work_orders', 'work_orders/$count', `work_orders(street='DAYU',id=${OTHER})`]) {
    const { status, body: told } = await server.get(`/odata/${url}`, stranger);
    expect([status, told.error?.code]).toEqual([403, 'FORBIDDEN']);
  }
});

test('columns that are not shared are unknown, whatever option names them', async () => {
  const { rows } = {
    rows: ['deleted_by', 'payload', 'idempotency_key', 'feed_position', 'xmin', 'tableoid', 'ctid'],
  };
  for (const column of rows) {
    for (const options of [
      `$select=${column}`,
      `$filter=${column} ne null`,
      `$filter=length(${column}) gt 0`,
      `$orderby=${column}`,
      `$apply=groupby((${column}))`,
      `$apply=aggregate(${column} with max as m)`,
    ]) {
      const { status } = await server.get(encodeURI(`/odata/work_orders?${options}`));
      expect([options, status]).toEqual([options, 400]);
    }
  }
});

test('every dataset is read, row by row and as a whole', async () => {
  for (const { name } of datasets) {
    const { status, text, body } = await server.get(`/odata/${name}?$count=true`);
    expect([name, status, status === 200 ? '' : text]).toEqual([name, 200, '']);
    expect(body['@odata.count']).toBe(body.value?.length);
  }
});
