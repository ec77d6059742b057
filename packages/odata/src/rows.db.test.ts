import { VISITS, VISITS_VIEW, digits } from '../../dataset-query/src/test-support/visits';
import { createTestDatabase, type TestDatabase } from '../../../tests/support/test-database';
import { byId, startOData, type Answered, type ODataServer } from './test-support/odata-server';

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

const visits = (options: string, headers?: Readonly<Record<string, string>>): Promise<Answered> =>
  server.get(`/odata/visits?${options}`, headers);

const rowsOf = async (options: string): Promise<string> => {
  const { status, text, body } = await visits(options);
  if (status !== 200) throw new Error(text);
  return digits(/orderby|top|skip/.test(options) ? (body.value ?? []) : byId(body.value));
};

const filter = (text: string): string => `$filter=${encodeURIComponent(text)}`;

test.each([
  ['', '12345'],
  // An absent value is less than all others.
  ['$orderby=persons', '25413'],
  ['$orderby=persons desc,id', '31452'],
  ['$top=2', '45'],
  ['$top=0', ''],
  ['$skip=1&$top=2', '51'],
  ['$orderby=day desc&$skip=2&$top=2', '15'],
  ['$search=routine', '145'],
  ['$search=dayu AND 中文', '1'],
  ['$search="100%25 _x" OR follow_up', '25'],
  ['$search=NOT routine', '23'],
  [filter("form eq 'ROUTINE'"), '145'],
  [`${filter('persons ge 0')}&$search=dayu`, '13'],
  // As clients send them: Excel and Power Query, Power BI, Tableau.
  ["$filter=form+eq+'ROUTINE'+and+persons+gt+0", '1'],
  ["$filter=(((form eq 'ROUTINE')) and (persons ge -4))", '145'],
  ['$filter=recorded_at%20ge%202026-02-01T00:00:00Z', '24'],
  ['$filter=recorded_at ge 2026-02-01T00:00:00+08:00', '124'],
  ['$filter=recorded_at ge 2026-02-01T00%3A00%3A00%2B08%3A00', '124'],
  ["$filter=recorded_at ge datetimeoffset'2026-02-01T00:00:00Z'", '24'],
  ["$filter=id eq guid'00000000-0000-7000-8000-000000000003'", '3'],
  ['$filter=id eq 00000000-0000-7000-8000-000000000003', '3'],
  ["$filter=note eq 'it''s'", '2'],
  ['$filter=note eq null', '3'],
  ['$filter=not (note eq null)', '1245'],
  ["$filter=contains(note, '%25') eq true", '5'],
  ["$filter=contains(tolower(note),'IT') or startswith(note,'100')", '5'],
  ['$filter=year(recorded_at) eq 2026 and month(recorded_at) eq 2', '124'],
  ["$filter=form in ('ROUTINE','FOLLOW_UP') AND persons LT 1", '45'],
  ['filter=done', '14'],
])('%s', async (options, expected) => {
  expect(await rowsOf(options)).toBe(expected);
});

test('rows are written with the types that the metadata declares', async () => {
  const { body, headers } = await visits('$filter=persons eq 3');
  expect(headers['content-type']).toContain('odata.metadata=minimal');
  expect(headers['odata-version']).toBe('4.01');
  expect(body).toEqual({
    '@odata.context': 'http://localhost:80/odata/$metadata#visits',
    value: [
      {
        street: 'DAYU',
        id: '00000000-0000-7000-8000-000000000001',
        form: 'ROUTINE',
        note: '中文 𠮷',
        day: '2026-01-31',
        recorded_at: '2026-02-01T00:30:00+08:00',
        persons: 3,
        done: true,
        tags: 'a; b',
        position: 1,
        sample: false,
      },
    ],
  });
});

test('the client says how much metadata and which numbers it wants', async () => {
  const none = await visits('$filter=persons eq 3&$select=position', {
    accept: 'application/json;odata.metadata=none;IEEE754Compatible=true',
  });
  expect(none.body).toEqual({ value: [{ position: '1' }] });
  const full = await visits(
    '$filter=persons eq 3&$select=position,day&$format=application/json;odata.metadata=full',
  );
  const address = "http://localhost:80/odata/visits(street='DAYU',id=00000000-0000-7000-8000-000000000001)";
  expect(full.body).toEqual({
    '@odata.context': 'http://localhost:80/odata/$metadata#visits(position,day)',
    value: [
      {
        '@odata.type': '#bi.Visits',
        '@odata.id': address,
        '@odata.readLink': address,
        'position@odata.type': '#Int64',
        position: 1,
        'day@odata.type': '#Date',
        day: '2026-01-31',
      },
    ],
  });
  expect((await server.get(address)).body['note']).toBe('中文 𠮷');
});

test('rows are counted as they are filtered, however many are asked for', async () => {
  expect((await visits('$count=true&$top=1&$filter=done')).body['@odata.count']).toBe(2);
  const { text, headers } = await server.get('/odata/visits/$count?$filter=done', { accept: 'text/plain' });
  expect([text, headers['content-type']]).toEqual(['2', 'text/plain;charset=utf-8']);
});

test('functions of times work in the zone that times are written in', async () => {
  const { body } = await visits(
    '$select=recorded_at&$filter=day(recorded_at) eq 1 and hour(recorded_at) eq 0',
  );
  expect(body.value).toEqual([{ recorded_at: '2026-02-01T00:30:00+08:00' }]);
  const latest = await visits('$apply=aggregate(recorded_at with max as latest)');
  expect(latest.body.value).toMatchObject([{ latest: '2026-02-28T23:59:59+08:00' }]);
});

test.each(['/odata/visits', '/odata/$metadata', '/odata/visits?$apply=groupby((street))'])(
  '%s is compressed where the client takes that',
  async (url) => {
    const [plain, packed] = [await server.get(url), await server.get(url, { 'accept-encoding': 'gzip' })];
    expect([plain.headers['content-encoding'], packed.headers['content-encoding']]).toEqual([
      undefined,
      'gzip',
    ]);
    expect(packed.headers['vary']).toBe('authorization, accept-encoding');
    expect(packed.text).toBe(plain.text);
  },
);

test.each([
  '',
  '$orderby=form desc,persons',
  '$orderby=form,persons desc',
  '$orderby=day&$top=4',
  '$filter=sample eq false&$select=note',
])('all pages of %s together are all rows exactly once', async (options) => {
  const whole = await visits(options);
  const rows: unknown[] = [];
  let pages = 0;
  for (let next: string | undefined = `/odata/visits?${options}`; next !== undefined; pages += 1) {
    const { body } = await server.get(next, { prefer: 'odata.maxpagesize=2' });
    rows.push(...(body.value ?? []));
    next = body['@odata.nextLink'];
  }
  expect(rows).toEqual(whole.body.value);
  expect(pages).toBe(Math.ceil(rows.length / 2));
});

test('the preferences that an answer follows are named, and no others', async () => {
  const applied = async (path: string): Promise<unknown> =>
    (await server.get(`/odata/visits${path}`, { prefer: 'odata.track-changes,odata.maxpagesize=9' })).headers[
      'preference-applied'
    ];
  const [sized, tracked] = ['odata.maxpagesize=9', 'odata.track-changes'];
  expect(await applied('')).toBe(`${sized}, ${tracked}`);
  for (const untracked of ['?$top=2', '?$skip=1', '?$apply=groupby((street))']) {
    expect(await applied(untracked)).toBe(sized);
  }
  expect(await applied('/$count')).toBeUndefined();
});

test('a refusal names parts of the request as OData does', async () => {
  const { text } = await visits('$skiptoken=abc');
  expect([text.includes('$skiptoken：'), text.includes('after')]).toEqual([true, false]);
});

test('addresses are those that the client used', async () => {
  const { body, headers } = await visits('', {
    'x-forwarded-host': 'data.example:8443',
    'x-forwarded-proto': 'https',
    prefer: 'maxpagesize=1',
  });
  expect(body['@odata.context']).toBe('https://data.example:8443/odata/$metadata#visits');
  expect(body['@odata.nextLink']).toContain('https://data.example:8443/odata/visits?$skiptoken=');
  expect(headers['preference-applied']).toBe('odata.maxpagesize=1');
});

test('answers say how fresh they are, and strictness refuses what is stale', async () => {
  const { headers } = await visits('');
  expect(headers['bi-freshness']).toContain('DAYU=2026-03-01T00:00:00.000Z');
  await store.query(`UPDATE bi.freshness SET state = 'UNREACHABLE' WHERE street = 'CHENGZI'`);
  const [stale, strict] = [await visits(''), await visits('strict=true')];
  await store.query(`UPDATE bi.freshness SET state = 'FOLLOWING'`);
  expect([stale.status, stale.headers['bi-stale']]).toEqual([200, 'CHENGZI']);
  expect([strict.status, strict.body.error?.code]).toEqual([503, 'SUBGRAPH_UNAVAILABLE']);
  expect(strict.headers['retry-after']).toBe('30');
});

const ROW = "/odata/visits(street='DAYU',id=00000000-0000-7000-8000-000000000001)";

test.each([
  ['/odata/visits?$expand=center', 501, 'NOT_IMPLEMENTED', '$expand'],
  ['/odata/visits?$compute=persons add 1 as more', 501, 'NOT_IMPLEMENTED', '$compute'],
  ['/odata/$batch', 501, 'NOT_IMPLEMENTED', '$batch'],
  ['/odata/nothing', 404, 'NOT_FOUND', undefined],
  ["/odata/visits(street='DAYU',id=00000000-0000-7000-8000-00000000000f)", 404, 'NOT_FOUND', undefined],
  ['/odata/visits(1)', 400, 'BAD_USER_INPUT', 'key'],
  ["/odata/visits(street='DAYU',id=1)", 400, 'BAD_USER_INPUT', '$filter'],
  ['/odata/visits?$filter=secret eq 1', 400, 'BAD_USER_INPUT', '$filter'],
  ['/odata/visits?$filter=', 400, 'BAD_USER_INPUT', '$filter'],
  ['/odata/visits?$filter=persons eq 1e-999', 400, 'BAD_USER_INPUT', '$filter'],
  ['/odata/visits?$filter=%FF', 400, 'BAD_REQUEST', undefined],
  ['/odata/visits?$select=secret', 400, 'BAD_USER_INPUT', '$select'],
  ['/odata/visits?$orderby=secret', 400, 'BAD_USER_INPUT', '$orderby'],
  ['/odata/visits?$top=-1', 400, 'BAD_USER_INPUT', '$top'],
  ['/odata/visits?$count=yes', 400, 'BAD_USER_INPUT', '$count'],
  ["/odata/visits?$filter=tags/any(t:t eq 'a')", 501, 'NOT_IMPLEMENTED', '$filter'],
  ["/odata/visits?$filter=/tags/any(t:t eq 'a')", 400, 'BAD_USER_INPUT', '$filter'],
  ['/odata/visits?$filter=persons eq /x', 400, 'BAD_USER_INPUT', '$filter'],
  [`${ROW}?$filter=street eq 'CHENGZI'`, 400, 'BAD_USER_INPUT', '$filter'],
  [`${ROW}?$apply=aggregate($count as n)`, 400, 'BAD_USER_INPUT', '$apply'],
  [`${ROW}?$top=1`, 400, 'BAD_USER_INPUT', '$top'],
  [`${ROW}?$count=true`, 400, 'BAD_USER_INPUT', '$count'],
  ['/odata/visits?$filter=persons add 1 eq 2', 501, 'NOT_IMPLEMENTED', '$filter'],
  ['/odata/visits?$filter=persons eq 2 div 1', 501, 'NOT_IMPLEMENTED', '$filter'],
  ["/odata/visits?$filter=substring(note,1) eq 'a'", 501, 'NOT_IMPLEMENTED', '$filter'],
  ["/odata/visits?$filter=cast(persons,Edm.String) eq '1'", 501, 'NOT_IMPLEMENTED', '$filter'],
  ['/odata/visits?$filter=sleep(note)', 400, 'BAD_USER_INPUT', '$filter'],
  ['/odata/visits?strict=TRUE', 400, 'BAD_USER_INPUT', 'strict'],
  ['/odata/visits?strict=1', 400, 'BAD_USER_INPUT', 'strict'],
  ['/odata/visits?strict=true&strict=false', 400, 'BAD_USER_INPUT', 'strict'],
  ['/odata/visits?$skip=99999999999', 400, 'BAD_USER_INPUT', '$skip'],
  ['/odata/visits?$top=1&$top=2', 400, 'BAD_USER_INPUT', '$top'],
  ['/odata/visits?$foo=1', 400, 'BAD_USER_INPUT', '$foo'],
  ['/odata/visits?$search=(a)', 501, 'NOT_IMPLEMENTED', '$search (…)'],
  ['/odata/visits?$skiptoken=x', 400, 'BAD_USER_INPUT', '$skiptoken'],
  ['/odata/visits?$deltatoken=x', 400, 'BAD_USER_INPUT', '$deltatoken'],
  ['/odata/visits?$format=atom', 406, 'BAD_REQUEST', '$format'],
  [
    "/odata/visits(street='DAYU',id=00000000-0000-7000-8000-000000000001)/note",
    501,
    'NOT_IMPLEMENTED',
    'note',
  ],
])('%s is refused in the shape of OData', async (url, status, code, target) => {
  const { status: answered, body, headers } = await server.get(url.replaceAll(' ', '%20'));
  expect([answered, body.error?.code, body.error?.target]).toEqual([status, code, target]);
  expect(body.error?.message).toMatch(/\p{Script=Han}.* · .*[a-z]/u);
  expect(headers['odata-version']).toBe('4.01');
});

test('what writes is refused, and who has no key is asked for one', async () => {
  const post = await server.app.inject({
    method: 'POST',
    url: '/odata/visits',
    headers: { authorization: 'district', 'content-type': 'application/atom+xml' },
    payload: '<entry/>',
  });
  expect([post.statusCode, post.json<{ error: { code: string } }>().error.code]).toEqual([
    501,
    'NOT_IMPLEMENTED',
  ]);
  const { status, headers, body } = await server.get('/odata/', { authorization: '' });
  expect([status, headers['www-authenticate'], body.error?.code]).toEqual([
    401,
    'Basic realm="bi", charset="UTF-8"',
    'UNAUTHENTICATED',
  ]);
});

test('a client of version 4.0 is answered in it', async () => {
  const { headers } = await visits('', { 'odata-maxversion': '4.0' });
  expect(headers['odata-version']).toBe('4.0');
  expect((await visits('', { 'odata-maxversion': '3.0' })).status).toBe(400);
  for (const [version, status] of [
    ['4.0', 200],
    ['4.01', 200],
    ['5.0', 400],
  ] as const)
    expect((await visits('', { 'odata-version': version })).status).toBe(status);
});
