import { composeSupergraph } from '@mtg/composition';
import { createLogger } from '@mtg/service-kit';
import { buildFederatedSchema } from '@mtg/subgraph-kit';
import { STREETS, SUBGRAPHS } from '@mtg/subgraphs';
import { startGateway, type Gateway } from '../../gateway/src';
import { COMMUNITIES } from '../support/communities';
import { DEFINITIONS } from '../support/definitions';
import { startTestSubgraph, type TestSubgraph } from '../support/test-subgraph';
import { ask } from '../support/platform';

/**
 * All subgraphs and the gateway in one process, over real databases: type-graphql keeps one global register, so
 * this also shows that no street's types leak into another's schema.
 */
const subgraphs = new Map<string, TestSubgraph>();
let gateway: Gateway;

beforeAll(async () => {
  for (const definition of DEFINITIONS) subgraphs.set(definition.name, await startTestSubgraph(definition));
  const { supergraphSdl } = composeSupergraph(
    DEFINITIONS.map((definition) => ({
      name: definition.name,
      url: 'http://127.0.0.1/graphql',
      sdl: buildFederatedSchema(definition).sdl,
    })),
  );
  gateway = await startGateway({
    supergraphSdl,
    subgraphs: SUBGRAPHS.map((listing) => ({
      name: listing.name,
      title: listing.title,
      url: `${subgraph(listing.name).address}/graphql`,
      timeoutMs: 10_000,
      ...(listing.kind === 'street' && { street: listing.code }),
    })),
    host: '127.0.0.1',
    port: 0,
    logger: createLogger('gateway', 'silent'),
    introspection: true,
  });
});

afterAll(async () => {
  await gateway?.stop();
  for (const one of subgraphs.values()) await one.close();
});

function subgraph(name: string): TestSubgraph {
  const found = subgraphs.get(name);
  if (!found) throw new Error(`no subgraph ${name}`);
  return found;
}

const question = (query: string) => ask(`${gateway.address}/graphql`, query);

test('the definitions are those of the list', () => {
  expect(DEFINITIONS.map(({ name }) => name)).toEqual(SUBGRAPHS.map(({ name }) => name));
});

test('a type of one street is in no other street’s schema', () => {
  for (const definition of DEFINITIONS) {
    const { sdl } = buildFederatedSchema(definition);
    expect({ name: definition.name, shimenying: sdl.includes('ShimenyingCenter') }).toEqual({
      name: definition.name,
      shimenying: definition.name === 'dongxinfang',
    });
    const concrete = [...sdl.matchAll(/^type (\w+) implements Street/gm)].map(([, name]) => name);
    expect(concrete).toHaveLength(definition.name === 'district' ? STREETS.length : 1);
  }
});

test('each street answers with its own rows', async () => {
  const { data, errors } = await question(
    `{ streets { code communities { code source { kind code } } } ${STREETS.map(({ name }) => `${name} { code }`).join(' ')} }`,
  );
  expect(errors).toBeUndefined();
  const streets = data?.['streets'] as unknown as { code: string; communities: { code: string }[] }[];
  expect(streets.map(({ communities }) => communities.map(({ code }) => code.slice(0, 9)))).toEqual(
    STREETS.map(({ code, divisionCode }) =>
      Array.from({ length: COMMUNITIES[code] ?? 0 }, () => divisionCode),
    ),
  );
  expect(data).toMatchObject(Object.fromEntries(STREETS.map(({ name, code }) => [name, { code }])));
});

test('a street’s field agency leads to the department that the district knows', async () => {
  await subgraph('datai').store.query(
    `UPDATE field_agency SET department_code = 'JUSTICE' WHERE name = '司法所'`,
  );
  const { data, errors } = await question('{ datai { fieldAgencies { name department { code name } } } }');
  expect(errors).toBeUndefined();
  expect(data?.['datai']).toEqual({
    fieldAgencies: [
      { name: '社保所', department: null },
      { name: '食药所', department: null },
      { name: '司法所', department: { code: 'JUSTICE', name: '司法部门' } },
    ],
  });
});

test('a department that the district does not know is null, and nothing else is lost', async () => {
  await subgraph('datai').store.query(
    `UPDATE field_agency SET department_code = 'NOWHERE' WHERE name = '食药所'`,
  );
  const { data } = await question('{ datai { fieldAgencies { name department { name } } } }');
  const { fieldAgencies } = (data?.['datai'] ?? {}) as { fieldAgencies?: unknown[] };
  expect(fieldAgencies?.[1]).toEqual({
    name: '食药所',
    department: null,
  });
});

test('a task that the district adds shows under every street’s center at once', async () => {
  await subgraph('district').store.query(
    `INSERT INTO base_task (code, center_type, name, citation) VALUES ('BT-4-99', 'CIVIL_AFFAIRS', '测试任务', 'import:test.csv:2')`,
  );
  const { data } = await question(
    '{ streets { center(type: CIVIL_AFFAIRS) { baseTasks { tasks { code } } } } }',
  );
  const streets = data?.['streets'] as unknown as { center: { baseTasks: { tasks: { code: string }[] } } }[];
  expect(streets.map(({ center }) => center.baseTasks.tasks.map(({ code }) => code))).toEqual(
    STREETS.map(() => ['BT-4-01', 'BT-4-99']),
  );
});

test.each([
  ['as a literal', '{ streets { communities(filter: { updatedSince: "yesterday" }) { code } } }', {}],
  [
    'as a variable',
    'query ($since: DateTime) { streets { communities(filter: { updatedSince: $since }) { code } } }',
    { since: 'yesterday' },
  ],
])('a date that is none is the asker’s mistake, said once: %s', async (_how, query, variables) => {
  const { data, errors } = await ask(`${gateway.address}/graphql`, query, variables);
  expect(data ?? null).toBeNull();
  expect(errors).toHaveLength(1);
  expect(errors?.[0]).toMatchObject({
    message: expect.stringMatching(/updatedSince.*须为时刻.* · must be an instant/u),
    extensions: { code: 'BAD_USER_INPUT', field: 'filter.updatedSince' },
  });
});

test('a subscription: there is none, and it is said so', async () => {
  for (const address of [gateway.address, subgraph('dayu').address]) {
    const { errors } = await ask(`${address}/graphql`, 'subscription { anything }');
    expect(errors?.[0]).toMatchObject({
      message: expect.stringMatching(/^本接口没有 subscription 操作 · /),
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
    });
  }
});

test('a query whose answer could be endless is refused before it is executed, by the gateway and by a subgraph', async () => {
  const times = 6;
  const endless = `{ dayu { centers { ${'sections { center { '.repeat(times)} name ${'} } '.repeat(times)} } } }`;
  for (const address of [gateway.address, subgraph('dayu').address]) {
    const { data, errors } = await ask(`${address}/graphql`, endless);
    expect(data ?? null).toBeNull();
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining('查询过大'),
      extensions: { code: 'QUERY_TOO_LARGE' },
    });
  }
});
