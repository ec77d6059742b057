import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { createTestDatabase, type TestDatabase } from '../../../tests/support/test-database';
import { VISITS, VISITS_VIEW, digits } from '../../dataset-query/src/test-support/visits';
import { byId, startOData, type ODataServer } from './test-support/odata-server';

/**
 * Requests of tools as they were recorded, or as their makers document them, with the names of a dataset in place of theirs. Each has
 * its source.
 */
let store: TestDatabase;
let server: ODataServer;
let listening: Promise<string>;
beforeAll(async () => {
  store = await createTestDatabase();
  await store.query(VISITS_VIEW);
  server = await startOData(store, [VISITS]);
  listening = server.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await server.stop();
  await store.drop();
});

const GITHUB = 'https://github.com';
const LEARN = 'https://learn.microsoft.com';

/** Excel and Power BI, with `Implementation = "2.0"` and without: the log of a server. */
const LOG_OF_POWER_QUERY = `${GITHUB}/NLstn/go-odata/issues/874`;
const POWER_QUERY = {
  accept:
    'application/json;odata.metadata=minimal;q=1.0,application/json;odata=minimalmetadata;q=0.9,application/atomsvc+xml;q=0.8,application/atom+xml;q=0.8,application/xml;q=0.7,text/plain;q=0.7',
  'accept-encoding': 'gzip, deflate',
  'odata-maxversion': '4.0',
  maxdataserviceversion: '3.0',
  'user-agent': 'Microsoft.Data.Mashup (https://go.microsoft.com/fwlink/?LinkID=304225)',
};

test.each(['/odata', '/odata/', '/odata/$metadata', '/odata/visits'])(
  `Power Query reads %s, with each header once (${LOG_OF_POWER_QUERY})`,
  async (url) => {
    const address = await listening;
    const request = get(`${address}${url}`, { headers: { authorization: 'district', ...POWER_QUERY } });
    // The event `response` has one argument.
    const [{ statusCode, rawHeaders, headers }] = (await once(request, 'response')) as [IncomingMessage];
    const names = rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase());
    expect([statusCode, names.length]).toEqual([200, new Set(names).size]);
    expect(headers['odata-version']).toBe('4.0');
    expect(headers['content-type']).toMatch(
      url.endsWith('$metadata')
        ? /^application\/xml/
        : /^application\/json;odata\.metadata=minimal;odata\.streaming=true;IEEE754Compatible=false/,
    );
  },
);

const FOLDED = `${GITHUB}/microsoft/DataConnectors/issues/107`;
const TRIPPIN = `${LEARN}/power-query/samples/trippin/10-tableview1/readme`;
const SELECTED = `${GITHUB}/microsoft/DataConnectors/issues/295`;

test.each([
  [FOLDED, 'visits?$top=10', '45123'],
  [FOLDED, 'visits', '45123'],
  [TRIPPIN, 'visits?%24top=1', '4'],
  [TRIPPIN, 'visits?%24top=0', ''],
  [TRIPPIN, 'visits?%24skip=3', '23'],
  [TRIPPIN, 'visits?%24top=1&%24skip=0', '4'],
  [TRIPPIN, 'visits?%24top=1&%24select=id%2Cform%2Cnote', '4'],
  [TRIPPIN, 'visits?%24orderby=persons%20desc%2Cid&%24top=1', '3'],
  [SELECTED, 'visits?$filter=done%20eq%20true&$select=id,day,persons', '14'],
])('Power Query (%s): %s', async (_source, url, expected) => {
  const { status, body } = await server.get(`/odata/${url}`, POWER_QUERY);
  expect([status, digits(url.includes('filter') ? byId(body.value) : (body.value ?? []))]).toEqual([
    200,
    expected,
  ]);
});

test(`Power Query counts rows (${TRIPPIN})`, async () => {
  const { status, text } = await server.get('/odata/visits/$count', POWER_QUERY);
  expect([status, text]).toEqual([200, '5']);
});

/** As the documentation of Azure DevOps has Power BI ask, with its blanks and line ends. */
const BUG_TREND = `${LEARN}/azure/devops/report/powerbi/sample-boards-bugtrend`;
const BUILDERS = {
  blank: `${GITHUB}/SAP/olingo-jpa-processor-v4/issues/55`,
  distinct: `${GITHUB}/devnixs/ODataAngularResources/issues/81`,
  filtered: `${GITHUB}/rosostolato/odata-fluent-query/issues/5`,
  selected: `${GITHUB}/ZEXSM/OData.QueryBuilder/issues/74`,
};

test.each([
  [
    BUG_TREND,
    "visits? $apply=filter( form eq 'ROUTINE' and persons ne 7 and startswith(street,'DA') and day ge 2026-01-01 ) /groupby( (day,form), aggregate($count as Count) ) ",
    [{ day: '2026-01-31', form: 'ROUTINE', Count: 1 }],
  ],
  [
    BUILDERS.blank,
    'visits?$apply=groupby((done), aggregate($count as total))&$filter=done',
    [{ done: true, total: 2 }],
  ],
  [
    BUILDERS.distinct,
    'visits?$apply=filter(done)/groupby((done), aggregate(form with countdistinct as Total))',
    [{ done: true, Total: 1 }],
  ],
  [BUILDERS.filtered, "visits?$apply=filter(note eq 'it''s')/groupby((note))", [{ note: "it's" }]],
  [BUILDERS.selected, 'visits?$select=done&$apply=filter(done)/groupby((done))', [{ done: true }]],
])('groups (%s): %s', async (_source, url, expected) => {
  const { status, text, body } = await server.get(`/odata/${encodeURI(url)}`, {
    ...POWER_QUERY,
    prefer: 'omit-values=nulls',
  });
  expect([status, body.value ?? text]).toMatchObject([200, expected]);
});

const NAVIGATION = `${GITHUB}/MicrosoftDocs/azure-devops-docs/issues/11098`;
const EXPAND = `${GITHUB}/OData/odata.net/issues/1876`;
const BY_YEAR = `${GITHUB}/OData/odata.net/issues/553`;
const ATOM = `${GITHUB}/pofider/node-simple-odata-server/pull/10`;

test.each([
  [NAVIGATION, 'visits(334448)/form', {}, 501],
  [BUG_TREND, "visits?$apply=filter(tags/any(x:x/name eq 'a'))/groupby((form))", {}, 501],
  [EXPAND, 'visits?$apply=filter(done)/expand(tags,filter(done))/groupby((form))', {}, 501],
  [BY_YEAR, 'visits?$apply=groupby((year(day)))', {}, 400],
  [ATOM, 'visits', { accept: 'application/atom+xml' }, 406],
])('what is not offered is refused in words (%s): %s', async (_source, url, headers, expected) => {
  const { status, body } = await server.get(`/odata/${encodeURI(url)}`, { ...POWER_QUERY, ...headers });
  expect([status, typeof body.error?.message]).toEqual([expected, 'string']);
});

/** Tableau reads the service or one feed whole, into an extract. */
test('Tableau reads the service, its metadata and whole feeds (https://help.tableau.com/current/pro/desktop/en-gb/examples_odata.htm)', async () => {
  const { body } = await server.get('/odata/', { accept: '*/*' });
  const [{ url = '' } = {}] = body.value ?? [];
  const metadata = await server.get('/odata/$metadata', { accept: '*/*' });
  expect(metadata.text).toMatch(/^<\?xml/);
  // It takes no columns that are lists.
  expect(metadata.text).not.toContain('Collection(');
  const rows = await server.get(`/odata/${String(url)}`, { accept: '*/*' });
  expect(digits(rows.body.value ?? [])).toBe('45123');
});
