import { createTestDatabase, type TestDatabase } from '../../../tests/support/test-database';
import { VISITS, VISITS_VIEW } from '../../dataset-query/src/test-support/visits';
import { startOData, type Answered, type ODataServer } from './test-support/odata-server';

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

const apply = (text: string, more = '', headers?: Readonly<Record<string, string>>): Promise<Answered> =>
  server.get(`/odata/visits?$apply=${encodeURIComponent(text)}${more}`, headers);

const groups = async (text: string, more = ''): Promise<unknown> =>
  (await apply(text, `&$format=application/json;odata.metadata=none${more}`)).body.value;

test('rows are grouped, and each group has the values that were asked for', async () => {
  const values = '$count as n,persons with sum as s,persons with average as mean,day with max as latest';
  expect(await groups(`groupby((street),aggregate(${values}))`)).toEqual([
    { street: 'CHENGZI', n: 2, s: -4, mean: -2, latest: '2026-02-28' },
    { street: 'DAYU', n: 3, s: 10, mean: 5, latest: '2026-02-01' },
  ]);
  expect(await groups('groupby((street,form))')).toHaveLength(4);
  expect(await groups('aggregate(form with countdistinct as forms,persons with min as least)')).toEqual([
    { forms: 2, least: -4 },
  ]);
});

test('measures of the dataset are values by their name', async () => {
  expect(await groups('groupby((street),aggregate(persons_sum,count as visits))')).toEqual([
    { street: 'CHENGZI', persons_sum: -4, visits: 2 },
    { street: 'DAYU', persons_sum: 10, visits: 3 },
  ]);
});

test('conditions before the groups choose rows, and those behind choose groups', async () => {
  expect(await groups("filter(form eq 'ROUTINE')/groupby((street),aggregate($count as n))")).toEqual([
    { street: 'CHENGZI', n: 2 },
    { street: 'DAYU', n: 1 },
  ]);
  expect(await groups('groupby((street),aggregate($count as n))', "&$filter=street eq 'DAYU'")).toEqual([
    { street: 'DAYU', n: 3 },
  ]);
  expect(await groups('filter(done)/filter(persons gt 0)')).toMatchObject([{ note: '中文 𠮷' }]);
});

test.each([
  ['groupby((street),aggregate($count as n))/filter(n gt 2)', '', ['DAYU']],
  ['groupby((street),aggregate($count as n))/filter(n gt 1 and n lt 2.5)', '', ['CHENGZI']],
  [
    'groupby((street),aggregate($count as n))',
    '&$filter=n gt 2 or contains(street,%27CHENG%27)',
    ['CHENGZI', 'DAYU'],
  ],
  ['groupby((street),aggregate(persons with sum as s))/filter(s lt 0)/filter(not (s gt 0))', '', ['CHENGZI']],
  ['groupby((street),aggregate(day with max as latest))/filter(latest ge 2026-02-28)', '', ['CHENGZI']],
  ['groupby((street),aggregate(persons_sum))', '&$filter=persons_sum eq 10', ['DAYU']],
  ['search("it\'s")/groupby((street))', '', ['DAYU']],
])('%s %s keeps the groups for which it holds', async (text, more, streets) => {
  const kept = (await groups(text, more)) as readonly { readonly street: string }[]; // as the answer is read above
  expect(kept.map(({ street }) => street)).toEqual(streets);
  const { text: count } = await server.get(`/odata/visits/$count?$apply=${encodeURIComponent(text)}${more}`);
  expect(count).toBe(String(streets.length));
});

test.each([
  ['groupby((form))', '', '3'],
  ['aggregate($count as n)', '', '1'],
  ['filter(done)', '', '2'],
  ['filter(done)', '&$filter=persons gt 0', '1'],
])('$count of %s %s counts what $apply makes', async (text, more, expected) => {
  const answered = await server.get(`/odata/visits/$count?$apply=${encodeURIComponent(text)}${more}`);
  expect([answered.status, answered.text]).toEqual([200, expected]);
});

test('groups are ordered, counted and paged', async () => {
  const text = 'groupby((form),aggregate($count as n))';
  expect(await groups(text, '&$orderby=n desc&$top=1')).toEqual([{ form: 'ROUTINE', n: 3 }]);
  const forms = async (order: string) =>
    (await apply(text, `&$orderby=${order}`)).body.value?.map(({ form }) => form);
  expect(await forms('form')).toEqual([null, 'FOLLOW_UP', 'ROUTINE']);
  expect(await forms('form desc')).toEqual(['ROUTINE', 'FOLLOW_UP', null]);
  const first = await apply(text, '&$count=true', { prefer: 'odata.maxpagesize=2' });
  expect([first.body['@odata.count'], first.body.value?.length]).toEqual([3, 2]);
  const { body } = await server.get(first.body['@odata.nextLink'] ?? '', { prefer: 'odata.maxpagesize=2' });
  expect(body.value).toEqual([{ form: null, 'n@odata.type': '#Int64', n: 1 }]);
  expect(body['@odata.nextLink']).toBeUndefined();
});

test.each([
  ['groupby((street),aggregate($count as n))/groupby((n))', '', 501],
  ['groupby((street),aggregate($count as n))/filter(persons gt 1)', '', 400],
  ["groupby((street),aggregate($count as n))/filter(n gt 'a')", '', 400],
  ['groupby((street),aggregate($count as n))', '&$search=routine', 501],
  ['expand(center)', '', 501],
  ['groupby((street),aggregate(note with sum as s))', '', 400],
  ['groupby((street),aggregate(persons with median as s))', '', 400],
  ['groupby((secret))', '', 400],
  ['groupby((street),aggregate(secret with max as s))', '', 400],
  ['groupby((street),aggregate(mean))', '', 400],
  ['groupby((street),aggregate($count as street))', '', 400],
  ['groupby((street),aggregate($count as "n))', '', 400],
  ['groupby(street)', '', 400],
  ['groupby((street),aggregate($count as n))', '&$filter=persons gt 1', 400],
  ['groupby((street),aggregate($count as n))', '&$orderby=note', 400],
  ['groupby((street),aggregate($count as n))', '&$select=note', 400],
])('%s %s is refused', async (text, more, status) => {
  const answered = await apply(text, more);
  expect([answered.status, answered.body.error?.message]).toEqual([status, expect.stringContaining(' · ')]);
});
