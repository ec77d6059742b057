import { RuleKind, RULES } from '@mtg/governance';
import { STREETS } from '@mtg/subgraphs';
import { startTestSubgraph, type TestSubgraph } from '../../../tests/support/test-subgraph';
import { definition } from './definition';

let subgraph: TestSubgraph;
beforeAll(async () => (subgraph = await startTestSubgraph(definition)));
afterAll(() => subgraph.close());

/** Data of an operation that must not fail. */
const ask = async (query: string, variables: Readonly<Record<string, unknown>> = {}) => {
  const { data, errors } = await subgraph.ask(query, variables);
  expect(errors).toBeUndefined();
  return data;
};

interface Rules {
  readonly governanceRules: readonly Readonly<Record<string, unknown>>[];
}

test('the district and its figures', async () => {
  expect(
    await ask(`{ district { divisionCode name source { code } areaKm2 mountainPercent townCount streetCount residents
      reformPilotSince } }`),
  ).toEqual({
    district: {
      divisionCode: '110109',
      name: '门头沟区',
      source: { code: '110109' },
      areaKm2: 1450,
      mountainPercent: 98.5,
      townCount: 9,
      streetCount: 4,
      residents: 290000,
      reformPilotSince: 2013,
    },
  });
});

test('every fact with its source, and with a day where the source dates it', async () => {
  const { district } = (await ask(
    '{ district { facts { code text number unit asOf source { line } } } }',
  )) as {
    district: { facts: readonly { code: string; source: { line: number } }[] };
  };
  expect(district.facts).toHaveLength(13);
  expect(district.facts.filter(({ source }) => source.line > 0)).toHaveLength(13);
  expect(district.facts.find(({ code }) => code === 'BEIJING_STREET_COUNT')).toEqual({
    code: 'BEIJING_STREET_COUNT',
    text: '140个',
    number: 140,
    unit: '个',
    asOf: '2014-12-31',
    source: { line: 13 },
  });
});

test('the streets, as the district knows them', async () => {
  expect(
    await ask('{ streets { __typename code name } street(code: "DATAI") { code divisionCode } }'),
  ).toEqual({
    streets: STREETS.map(({ typeName, code, title }) => ({ __typename: typeName, code, name: title })),
    street: { code: 'DATAI', divisionCode: '110109004' },
  });
});

test('base tasks: 32 declared, 14 named, 18 missing; by type of center', async () => {
  const { district } = (await ask(`{ district { baseTasks { declaredCount namedCount missingCount
    tasks { code name streets { code } source { line } } health: tasks(centerType: HEALTH) { code }
    byCenterType { centerType namedCount tasks { code } } } } }`)) as {
    district: { baseTasks: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> };
  };
  const { tasks, byCenterType, ...rest } = district.baseTasks;
  expect(rest).toEqual({
    declaredCount: 32,
    namedCount: 14,
    missingCount: 18,
    health: [{ code: 'BT-2-01' }, { code: 'BT-2-02' }],
  });
  expect(tasks).toHaveLength(14);
  expect(tasks?.[0]).toEqual({
    code: 'BT-1-01',
    name: '年度工作计划',
    streets: STREETS.map(({ code }) => ({ code })),
    source: { line: 82 },
  });
  expect(byCenterType?.map(({ namedCount }) => namedCount)).toEqual([2, 2, 3, 1, 2, 2, 2]);
});

test('documents by kind, with the department that leads them; departments; one of each by its code', async () => {
  const { district } = (await ask(`{ district {
    policyDocuments { code title kind issuer { name } source { line } } departments { code name }
    department(code: "JUSTICE") { name }
    baseTask(code: "BT-6-02") { name centerType }
  } }`)) as { district: Readonly<Record<string, unknown>> };
  expect(district['policyDocuments']).toHaveLength(5);
  expect(district['policyDocuments']).toEqual(
    expect.arrayContaining([
      {
        code: 'SERVICE_STREET_ACTION_PLAN',
        title: '服务型街道行动计划',
        kind: 'ACTION_PLAN',
        issuer: { name: '区社会办' },
        source: { line: 82 },
      },
    ]),
  );
  expect(district['departments']).toHaveLength(5);
  expect(district).toMatchObject({
    department: { name: '司法部门' },
    baseTask: { name: '社会组织“星火工程”', centerType: 'SOCIAL_MOBILIZATION' },
  });
});

test.each(['department', 'baseTask', 'fact'])('a code that no %s has is not found', async (field) => {
  const answer = await subgraph.ask(`{ district { ${field}(code: "NONE") { name } } }`);
  expect(answer).toMatchObject({
    data: { district: { [field]: null } },
    errors: [{ extensions: { code: 'NOT_FOUND', argument: 'code' } }],
  });
});

describe('governance rules', () => {
  test('34 in order, each with its sentence, its lines and its English', async () => {
    const { governanceRules } = (await ask(
      '{ governanceRules { code name nameEn sentence english invariant invariantEn kinds enforced sources { line } } }',
    )) as Rules;
    expect(governanceRules.map(({ code }) => code)).toEqual(
      Array.from({ length: 34 }, (_, index) => `R${String(index + 1).padStart(2, '0')}`),
    );
    for (const { name, sentence, english, sources } of governanceRules) {
      expect([name, sentence]).toEqual([
        expect.stringMatching(/\p{Script=Han}/u),
        expect.stringMatching(/\S/),
      ]);
      expect(english).toMatch(/[a-z]/);
      expect((sources as readonly { line: number }[]).every(({ line }) => line > 0)).toBe(true);
    }
  });

  test.each(Object.values(RuleKind))('only of kind %s', async (kind) => {
    const expected = RULES.filter(({ kinds }) => kinds.includes(kind));
    const { governanceRules } = (await ask(`{ governanceRules(kind: ${kind}) { code kinds } }`)) as Rules;
    expect(governanceRules.map(({ code }) => code)).toEqual(expected.map(({ code }) => code));
    expect(governanceRules.length).toBeGreaterThan(0);
    expect(governanceRules.length).toBeLessThan(34);
  });

  test('only enforced ones, only others, together all', async () => {
    const { yes, no } = (await ask(
      '{ yes: governanceRules(enforced: true) { code } no: governanceRules(enforced: false) { code } }',
    )) as Readonly<Record<'yes' | 'no', readonly { code: string }[]>>;
    expect(yes).toContainEqual({ code: 'R34' });
    expect(no).not.toContainEqual({ code: 'R34' });
    expect(yes.length + no.length).toBe(34);
  });

  test('one by its code', async () => {
    expect(await ask('{ governanceRule(code: "R22") { code sources { line } } }')).toMatchObject({
      governanceRule: { code: 'R22' },
    });
  });
});

test.each([
  ['street(code: "PINGGU") { code }', 'street', STREETS.map(({ code }) => code).join(', ')],
  ['street(code: "dayu") { code }', 'street', 'DAYU'],
  ['governanceRule(code: "R35") { code }', 'governanceRule', 'R01'],
  ['governanceRule(code: "constructor") { code }', 'governanceRule', 'R01'],
])('%s: NOT_FOUND, naming the argument and what there is', async (selection, field, known) => {
  const { data, errors } = await subgraph.ask(`{ ${selection} }`);
  expect(data).toEqual({ [field]: null });
  expect(errors).toEqual([
    expect.objectContaining({
      message: expect.stringContaining(known),
      path: [field],
      extensions: { code: 'NOT_FOUND', argument: 'code' },
    }),
  ]);
});

describe('search', () => {
  const find = async (text: string, first = 50) => {
    const { district } = (await ask(
      `query ($text: String!, $first: Int!) { district { search(text: $text, first: $first) {
        typeName id code name matchedField source { citation } } } }`,
      { text, first },
    )) as { district: { search: readonly Readonly<Record<string, unknown>>[] } };
    return district.search;
  };

  test.each([
    ['司法部门', 'Department'],
    ['垃圾分类', 'BaseTask'],
    ['服务型街道行动计划', 'PolicyDocument'],
  ])('%s: a %s', async (text, typeName) => {
    expect((await find(text))[0]).toMatchObject({ typeName, id: expect.any(String) });
  });

  test('rules too, which stand in no table', async () => {
    expect(await find('r34')).toEqual([
      expect.objectContaining({ typeName: 'GovernanceRule', id: null, code: 'R34', matchedField: 'code' }),
    ]);
  });

  test('no more than asked for, over rows and rules together', async () => {
    const all = await find('街道');
    expect(new Set(all.map(({ typeName }) => typeName)).has('GovernanceRule')).toBe(true);
    expect(await find('街道', 3)).toEqual(all.slice(0, 3));
    expect(await find('街道', all.length - 1)).toEqual(all.slice(0, -1));
  });

  test.each([
    ['大峪', 'DayuStreet', 'DAYU'],
    ['1450', 'DistrictFact', 'AREA_KM2'],
    ['not been passed at the weekly', 'GovernanceRule', 'R22'],
  ])('%s is found: %s %s', async (text, typeName, code) => {
    expect(await find(text)).toEqual([expect.objectContaining({ typeName, code })]);
  });

  test('% and _ stand for themselves', async () => {
    expect((await find('%')).map(({ code }) => code)).toEqual(['MOUNTAIN_PERCENT']);
    expect(await find('_ _')).toEqual([]);
  });
});

describe('references from the streets', () => {
  const resolve = (keys: readonly object[], selection: string) =>
    subgraph.ask(
      `query ($keys: [_Any!]!) { _entities(representations: $keys) { __typename ${selection} } }`,
      {
        keys,
      },
    );

  test('of every kind', async () => {
    const { data, errors } = await resolve(
      [
        { __typename: 'CenterBaseTasks', centerType: 'HEALTH' },
        { __typename: 'PolicyDocument', code: 'SEVEN_CENTERS_OPERATING_RULES' },
        { __typename: 'Department', code: 'JUSTICE' },
        { __typename: 'BaseTask', code: 'BT-1-01' },
        { __typename: 'DayuStreet', code: 'DAYU' },
        { __typename: 'Department', code: 'NONE' },
      ],
      `... on CenterBaseTasks { namedCount tasks { code } } ... on PolicyDocument { title }
       ... on Department { department: name } ... on BaseTask { task: name } ... on DayuStreet { street: name }`,
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      _entities: [
        {
          __typename: 'CenterBaseTasks',
          namedCount: 2,
          tasks: [{ code: 'BT-2-01' }, { code: 'BT-2-02' }],
        },
        { __typename: 'PolicyDocument', title: '街道地区管理委员会七个中心运行规则' },
        { __typename: 'Department', department: '司法部门' },
        { __typename: 'BaseTask', task: '年度工作计划' },
        { __typename: 'DayuStreet', street: '大峪街道' },
        null,
      ],
    });
  });

  test.each([
    [
      'a street',
      [
        { __typename: 'DayuStreet', code: 'DATAI' },
        { __typename: 'DayuStreet', code: 'DAYU' },
      ],
    ],
    [
      'a type of center',
      [
        { __typename: 'CenterBaseTasks', centerType: 'TOURISM' },
        { __typename: 'CenterBaseTasks', centerType: 'HEALTH' },
      ],
    ],
  ])('a wrong key of %s is null and an error with its path; the others are complete', async (_what, keys) => {
    const { data, errors } = await resolve(
      keys,
      '... on DayuStreet { code } ... on CenterBaseTasks { centerType }',
    );
    expect(data).toEqual({ _entities: [null, keys[1]] });
    expect(errors).toMatchObject([{ path: ['_entities', 0], extensions: { code: 'NOT_FOUND' } }]);
  });
});

test('updatedSince: tombstones of what is no more', async () => {
  const since = new Date().toISOString();
  await subgraph.store.query(
    `UPDATE base_task SET deleted_at = clock_timestamp() + interval '1 second',
      updated_at = clock_timestamp() + interval '1 second' WHERE code = 'BT-7-02'`,
  );
  expect(
    await ask(`{ district { baseTasks { namedCount missingCount
      tasks(filter: { updatedSince: "${since}" }) { code deletedAt } } } }`),
  ).toEqual({
    district: {
      baseTasks: {
        namedCount: 13,
        missingCount: 19,
        tasks: [{ code: 'BT-7-02', deletedAt: expect.any(String) }],
      },
    },
  });
});
