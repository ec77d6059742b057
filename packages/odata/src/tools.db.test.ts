import { createTestDatabase, type TestDatabase } from '../../../tests/support/test-database';
import { VISITS, VISITS_VIEW, digits } from '../../dataset-query/src/test-support/visits';
import { byId, startOData, type ODataServer } from './test-support/odata-server';

let store: TestDatabase;
let server: ODataServer;
beforeAll(async () => {
  store = await createTestDatabase();
  await store.query(VISITS_VIEW);
  server = await startOData(store, [VISITS]);
});
afterAll(async () => {
  await server.stop();
  await store.drop();
});

/** Headers of Power Query, which Excel and Power BI read by. */
const POWER_QUERY = {
  accept:
    'application/json;odata.metadata=minimal;q=1.0,application/json;odata=minimalmetadata;q=0.9,application/atomsvc+xml;q=0.8,application/atom+xml;q=0.8,application/xml;q=0.7,text/plain;q=0.7',
  'odata-maxversion': '4.0',
  maxdataserviceversion: '3.0',
  'user-agent': 'Microsoft.Data.Mashup',
};

/** Headers of Apache Olingo, which tools in Java read by. */
const OLINGO = {
  accept: 'application/json;odata.metadata=full',
  'odata-version': '4.0',
  'odata-maxversion': '4.0',
};

/** Headers of a browser, in which people look at an address. */
const BROWSER = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };

test.each([
  ['Power Query', POWER_QUERY],
  ['Olingo', OLINGO],
  ['a browser', BROWSER],
])('%s finds the datasets and their columns', async (_, headers) => {
  for (const root of ['/odata', '/odata/']) {
    const { body } = await server.get(root, headers);
    expect(body.value).toEqual([
      { name: 'visits', title: '进社区 · Visits', kind: 'EntitySet', url: 'visits' },
    ]);
  }
  const accept = headers === OLINGO ? 'application/xml' : headers.accept;
  const metadata = await server.get('/odata/$metadata', { ...headers, accept });
  expect(metadata.headers['content-type']).toBe('application/xml;charset=utf-8');
  expect(metadata.text).toContain('<EntityType Name="Visits">');
});

test('metadata as JSON is there for those who ask for it', async () => {
  for (const [url, accept] of [
    ['/odata/$metadata?$format=json', '*/*'],
    ['/odata/$metadata', 'application/json, */*;q=0.1'],
  ] as const) {
    const { body } = await server.get(url, { accept });
    expect(body['$EntityContainer']).toBe('bi.Container');
  }
});

test.each([
  ['a preview', '?$top=1000', '12345'],
  ['a preview of columns', '?$top=1000&$select=id%2Cnote', '12345'],
  [
    'an incremental refresh',
    '?$filter=recorded_at%20ge%202026-01-01T00%3A00%3A00Z%20and%20recorded_at%20lt%202026-02-01T00%3A00%3A00Z',
    '15',
  ],
  [
    'a filter of steps',
    "?$filter=((form%20eq%20'ROUTINE')%20and%20(persons%20gt%200))%20or%20(note%20eq%20null)",
    '13',
  ],
  ['sorted rows', '?$orderby=day%20desc,id&$top=2', '42'],
  ['a search for text', "?$filter=contains(tolower(note)%2C'it''s')", '2'],
])('Power Query reads %s', async (_, options, expected) => {
  const { status, headers, body } = await server.get(`/odata/visits${options}`, POWER_QUERY);
  const rows = options.includes('orderby') ? (body.value ?? []) : byId(body.value);
  expect([status, headers['odata-version'], digits(rows)]).toEqual([200, '4.0', expected]);
  expect(body['@odata.context']).toContain('/odata/$metadata#visits');
});

test('rows are counted for Olingo and for Power Query', async () => {
  const { text } = await server.get('/odata/visits/$count', { ...OLINGO, accept: 'text/plain' });
  expect(text).toBe('5');
  const { body } = await server.get('/odata/visits?%24top=0&%24count=true', POWER_QUERY);
  expect([body['@odata.count'], body.value]).toEqual([5, []]);
});

test('Tableau takes whole rows in pages', async () => {
  const first = await server.get('/odata/visits?$top=3', { accept: '*/*', prefer: 'odata.maxpagesize=2' });
  const next = first.body['@odata.nextLink'] ?? '';
  expect(next).toContain('$top=1');
  const second = await server.get(next, { accept: '*/*', prefer: 'odata.maxpagesize=2' });
  expect(digits([...(first.body.value ?? []), ...(second.body.value ?? [])])).toBe('451');
  expect(second.body['@odata.nextLink']).toBeUndefined();
});
