import { createTestDatabase, type TestDatabase } from '../../../tests/support/test-database';
import { VISITS, VISITS_VIEW, digits } from '../../dataset-query/src/test-support/visits';
import { startOData, type ODataServer } from './test-support/odata-server';

let store: TestDatabase;
let server: ODataServer;
beforeEach(async () => {
  store = await createTestDatabase();
  await store.query(VISITS_VIEW);
  server = await startOData(store, [VISITS]);
});
afterEach(async () => {
  await server.stop();
  await store.drop();
});

const TRACKING = { prefer: 'odata.track-changes,odata.maxpagesize=2' };

/** Reads all pages. */
async function load(url: string): Promise<{ rows: Record<string, unknown>[]; delta: string | undefined }> {
  const rows: Record<string, unknown>[] = [];
  for (let next = url; ;) {
    const { body, status, text } = await server.get(next, TRACKING);
    if (status !== 200) throw new Error(text);
    rows.push(...(body.value ?? []));
    const link = body['@odata.nextLink'];
    if (link === undefined) return { rows, delta: body['@odata.deltaLink'] };
    next = link;
  }
}

const change = (id: number, position: number, set: string): Promise<unknown> =>
  store.query(
    `UPDATE visit SET ${set}, position = ${position} WHERE id::text LIKE '%${id}';
     UPDATE bi.freshness SET position = greatest(position, ${position})`,
  );

test('a load leads to its changes, those made while it ran included', async () => {
  const first = await server.get('/odata/visits', TRACKING);
  await change(1, 10, `note = 'changed meanwhile'`);
  const rest = await load(first.body['@odata.nextLink'] ?? '');
  expect(digits([...(first.body.value ?? []), ...rest.rows])).toBe('45123');
  const changes = await load(rest.delta ?? '');
  expect(changes.rows).toMatchObject([{ note: 'changed meanwhile', position: 10 }]);
  expect((await load(changes.delta ?? '')).rows).toEqual([]);
});

test('rows that are gone come as removed', async () => {
  const { delta } = await load('/odata/visits?$select=note');
  await store.query(`DELETE FROM visit WHERE id::text LIKE '%4';
    INSERT INTO bi.removed_rows VALUES ('CHENGZI', 'community_visit', '00000000-0000-7000-8000-000000000004', 10)`);
  await change(2, 11, `note = 'new'`);
  const { rows } = await load(delta ?? '');
  expect(rows).toEqual([
    { note: 'new' },
    {
      '@removed': { reason: 'deleted' },
      '@id': "http://localhost:80/odata/visits(street='CHENGZI',id=00000000-0000-7000-8000-000000000004)",
      street: 'CHENGZI',
      id: '00000000-0000-7000-8000-000000000004',
    },
  ]);
});

test('a row that leaves the filter is removed from the copy of it', async () => {
  const { rows, delta } = await load(`/odata/visits?$filter=form eq 'ROUTINE'&$select=id`);
  expect(digits(rows)).toBe('451');
  await change(1, 10, `form = 'FOLLOW_UP'`);
  await change(3, 11, `form = 'ROUTINE'`);
  const changes = await load(delta ?? '');
  expect(changes.rows.map(({ id, '@removed': removed }) => [String(id).slice(-1), removed])).toEqual([
    ['1', { reason: 'changed' }],
    ['3', undefined],
  ]);
});

test('many changes come in pages, each once', async () => {
  const { rows, delta } = await load('/odata/visits?$deltatoken=0');
  expect(digits(rows)).toBe('129345');
  expect((await load(delta ?? '')).rows).toEqual([]);
});

test('version 4.0 has its own shape for what is gone', async () => {
  const { body } = await server.get('/odata/visits?$deltatoken=DAYU:5,CHENGZI:9', {
    'odata-maxversion': '4.0',
  });
  expect(body.value?.[0]).toEqual({
    '@odata.context': 'http://localhost:80/odata/$metadata#visits/$deletedEntity',
    id: "http://localhost:80/odata/visits(street='DAYU',id=00000000-0000-7000-8000-000000000009)",
    reason: 'deleted',
  });
});

test('a position that is no longer known is refused', async () => {
  const { status, body } = await server.get('/odata/visits?$deltatoken=DAYU:99');
  expect([status, body.error?.target]).toEqual([410, '$deltatoken']);
});

test('without the preference there is no link to changes', async () => {
  expect((await server.get('/odata/visits')).body).not.toHaveProperty(['@odata.deltaLink']);
});
