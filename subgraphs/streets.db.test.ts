import { communityImport } from '@mtg/street';
import { importCsv } from '@mtg/subgraph-kit';
import { COMMUNITIES } from '../tests/support/communities';
import { STREET_MODULES } from '../tests/support/definitions';
import { statementsOf } from '../tests/support/test-database';
import { startTestSubgraph, type TestSubgraph } from '../tests/support/test-subgraph';

const CENTER_TYPES = [
  'GENERAL_AFFAIRS',
  'HEALTH',
  'CULTURE_EDUCATION',
  'CIVIL_AFFAIRS',
  'URBAN_MANAGEMENT',
  'SOCIAL_MOBILIZATION',
  'PUBLIC_SECURITY',
];

/** 石门营新区九区社区居委会 in GB18030, as office software in China writes it. */
const SHIMENYING_IN_GB18030 = Buffer.from('caafc3c5d3aad0c2c7f8bec5c7f8c9e7c7f8bed3ceafbbe1', 'hex');

interface StreetAnswer {
  readonly [root: string]: Readonly<Record<string, unknown>> | null;
}

describe.each(STREET_MODULES)('$name', ({ name, listing, definition, profile }) => {
  const own = name === 'dongxinfang';
  const another = STREET_MODULES.find((other) => other.name !== name)?.listing;
  let subgraph: TestSubgraph;
  beforeAll(async () => (subgraph = await startTestSubgraph(definition)));
  afterAll(() => subgraph.close());

  /** Answer of the street to a selection of its fields. */
  const ask = async (selection: string, variables: Readonly<Record<string, unknown>> = {}) => {
    const declared = Object.keys(variables).length > 0 ? `query ($code: ID!)` : '';
    const { data, errors } = await subgraph.ask(`${declared} { ${name} { ${selection} } }`, variables);
    return { street: (data as StreetAnswer | undefined)?.[name] ?? {}, errors };
  };

  test('says who it is, with the source', async () => {
    expect(await ask('__typename code name divisionCode source { citation kind code }')).toEqual({
      street: {
        __typename: listing.typeName,
        code: listing.code,
        name: listing.title,
        divisionCode: listing.divisionCode,
        source: {
          citation: `nbs:${listing.divisionCode}`,
          kind: 'STATISTICS',
          code: listing.divisionCode,
        },
      },
      errors: undefined,
    });
  });

  test('totals of the reference data', async () => {
    const { street } =
      await ask(`centers { __typename } sections { name } fieldAgencies { name department { code } }
      posts { kind } serviceSystems { name } communities { code }`);
    const count = (field: string) => (street[field] as readonly unknown[]).length;
    expect({
      centers: count('centers'),
      sections: count('sections'),
      fieldAgencies: count('fieldAgencies'),
      posts: count('posts'),
      serviceSystems: count('serviceSystems'),
      communities: count('communities'),
    }).toEqual({
      centers: own ? 8 : 7,
      sections: 23,
      fieldAgencies: 3,
      posts: 30,
      serviceSystems: 7,
      communities: COMMUNITIES[listing.code],
    });
    const directors = (street['posts'] as readonly { kind: string }[]).filter(
      ({ kind }) => kind === 'DIRECTOR',
    );
    expect(directors).toHaveLength(7);
  });

  test('the seven in order, then the street’s own', async () => {
    const { street } = await ask(
      'centers { __typename number type code name source { line } } localCenters { name }',
    );
    const centers = street['centers'] as readonly Readonly<Record<string, unknown>>[];
    expect(centers.slice(0, 7).map(({ type }) => type)).toEqual(CENTER_TYPES);
    expect(centers.slice(0, 7).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    const local = {
      __typename: 'ShimenyingCenter',
      number: null,
      type: null,
      code: 'SHIMENYING_NEW_AREA',
      name: '石门营新区服务中心',
      source: { line: 108 },
    };
    expect(centers.slice(7)).toEqual(own ? [local] : []);
    expect(street['localCenters']).toEqual(own ? [{ name: '石门营新区服务中心' }] : []);
  });

  test('one center by its type, with its other name and where that comes from', async () => {
    const { street } = await ask(
      'center(type: GENERAL_AFFAIRS) { name aliases aliasSource { line } source { line } serviceSystem { name } }',
    );
    expect(street['center']).toEqual({
      name: '街道事务综合管理中心',
      aliases: ['街道事务综合服务中心'],
      aliasSource: { line: 116 },
      source: { line: 89 },
      serviceSystem: { name: '信息资源统筹体系' },
    });
    const other = await ask('center(type: HEALTH) { aliases aliasSource { line } }');
    expect(other.street['center']).toEqual({ aliases: [], aliasSource: null });
  });

  test('a search finds a center by its alias', async () => {
    const { street } = await ask(
      'search(text: "综合服务中心") { typeName code name matchedField source { line } }',
    );
    expect(street['search']).toEqual([
      {
        typeName: 'FunctionalCenter',
        code: 'GENERAL_AFFAIRS',
        name: '街道事务综合管理中心',
        matchedField: 'aliases',
        source: { line: 116 },
      },
    ]);
  });

  test.each(['', '字'.repeat(101)])('a search for %j is refused, naming the argument', async (text) => {
    const { street, errors } = await ask(`search(text: "${text}") { name }`);
    expect(street).toEqual({ search: null });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'text' } }]);
  });

  test('communities with their short names, and one by its code', async () => {
    const { street } = await ask('communities { code name shortName source { citation } }');
    const communities = street['communities'] as readonly Readonly<Record<string, string>>[];
    expect(communities).toEqual(
      communities.map(({ code, name: full = '' }) => ({
        code: expect.stringMatching(new RegExp(`^${listing.divisionCode}\\d{3}$`)),
        name: expect.stringMatching(/[居村](委|民委员)会$/),
        shortName: full.replace(/社区居委会$/, '').replace(/村村委会$/, '村'),
        source: { citation: `nbs:${code}` },
      })),
    );
    const [first] = communities;
    if (!first) return; // A new street begins without any.
    const one = await ask('community(code: $code) { name }', { code: first?.['code'] });
    expect(one.street['community']).toEqual({ name: first?.['name'] });
  });

  test('a code of this street that no community has is not found', async () => {
    const { street, errors } = await ask('community(code: $code) { name }', {
      code: `${listing.divisionCode}999`,
    });
    expect(street).toEqual({ community: null });
    expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND', argument: 'code' } }]);
  });

  test.each([`${another?.divisionCode}001`, '42', ''])(
    'the code %j is not of this street: refused, naming field and street',
    async (code) => {
      const { street, errors } = await ask('community(code: $code) { name }', { code });
      expect(street).toEqual({ community: null });
      expect(errors).toMatchObject([
        {
          path: [name, 'community'],
          extensions: { code: 'BAD_USER_INPUT', field: 'code', street: listing.code },
        },
      ]);
      expect(errors?.[0]?.message).toContain(listing.divisionCode);
    },
  );

  test('another street’s key is refused, and only that reference', async () => {
    const { data, errors } = await subgraph.ask(
      `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on ${listing.typeName} { code } } }`,
      { keys: [another, listing].map((street) => ({ __typename: listing.typeName, code: street?.code })) },
    );
    expect(data).toEqual({ _entities: [null, { code: listing.code }] });
    expect(errors).toMatchObject([
      { path: ['_entities', 0], extensions: { code: 'NOT_FOUND', field: 'code' } },
    ]);
  });

  test('the number of SQL statements does not grow with the number of rows', async () => {
    const whole = `{ ${name} { centers { name sections { name center { name } } posts { code section { name } }
      serviceSystem { name center { name } } } } }`;
    const statements = await statementsOf(async () => {
      expect((await subgraph.ask(whole)).errors).toBeUndefined();
    });
    const selects = statements.filter((statement) => statement.includes('SELECT'));
    // The centers with their sections, posts and systems and what those lead to; the street's own; and those it added.
    expect(selects).toHaveLength(own ? 3 : 2);
    expect(new Set(selects).size).toBe(selects.length);
  });

  test.each([
    [
      'an eighth center',
      `INSERT INTO functional_center (citation, code, number, type, name, aliases, function_text)
       VALUES ('seed:1', 'TOURISM', 8, 'TOURISM', 'x', '{}', 'x')`,
      /functional_center_/,
    ],
    [
      'a second center of a type',
      `INSERT INTO functional_center (citation, code, number, type, name, aliases, function_text)
       VALUES ('seed:1', 'HEALTH', 7, 'HEALTH', 'x', '{}', 'x')`,
      /functional_center_(code|number)/,
    ],
    [
      'a center whose code is not its type',
      `INSERT INTO functional_center (citation, code, number, type, name, aliases, function_text)
       VALUES ('seed:1', 'HEALTH2', 7, 'HEALTH', 'x', '{}', 'x')`,
      /functional_center_/,
    ],
    [
      'a community with another street’s code',
      `INSERT INTO community (citation, code, name, street_division_code)
       VALUES ('seed:1', '${another?.divisionCode}777', 'x', '${listing.divisionCode}')`,
      /community_code_in_street/,
    ],
    [
      'a community of another street',
      `INSERT INTO community (citation, code, name, street_division_code)
       VALUES ('seed:1', '${another?.divisionCode}777', 'x', '${another?.divisionCode}')`,
      /community_street_fk/,
    ],
    [
      'a second director of a center',
      `INSERT INTO post (citation, code, kind, holder, center_code)
       VALUES ('seed:1', 'x', 'DIRECTOR', 'STREET_LEADER', 'HEALTH')`,
      /post_one_director/,
    ],
    [
      'a deputy without a section',
      `INSERT INTO post (citation, code, kind, holder, center_code)
       VALUES ('seed:1', 'x', 'DEPUTY_DIRECTOR', 'SECTION_HEAD', 'HEALTH')`,
      /post_deputy_has_section/,
    ],
  ])('the database itself refuses %s', async (_what, statement, constraint) => {
    await expect(subgraph.store.query(statement)).rejects.toThrow(constraint);
  });

  describe('import of communities', () => {
    const csv = (...lines: readonly string[]) => Buffer.from(['code,name,street_code', ...lines].join('\n'));
    const run = (bytes: Uint8Array) =>
      importCsv(subgraph.database, bytes, communityImport(profile.identity), {
        fileName: 'c.csv',
        record: async () => undefined,
      });

    test('in GB18030, once new and then unchanged', async () => {
      const bytes = Buffer.concat([
        csv(`${listing.divisionCode}777,`),
        SHIMENYING_IN_GB18030,
        Buffer.from(`,${listing.divisionCode}`),
      ]);
      expect(await run(bytes)).toEqual({ inserted: 1, updated: 0, unchanged: 0 });
      expect(await run(bytes)).toEqual({ inserted: 0, updated: 0, unchanged: 1 });
      const { street } = await ask('community(code: $code) { name source { kind citation } }', {
        code: `${listing.divisionCode}777`,
      });
      expect(street['community']).toEqual({
        name: '石门营新区九区社区居委会',
        source: { kind: 'IMPORT', citation: 'import:c.csv:2' },
      });
    });

    test('lines of another street are refused, each by column', async () => {
      const refusal: unknown = await run(
        csv(
          `${listing.divisionCode}778,甲,${listing.divisionCode}`,
          `${another?.divisionCode}001,乙,${another?.divisionCode}`,
          `${another?.divisionCode}001,丙,${listing.divisionCode}`,
          `${listing.divisionCode}778,,${listing.divisionCode}`,
        ),
      ).catch((error: unknown) => error);
      expect(refusal).toMatchObject({
        name: 'ImportRefused',
        problems: [
          { line: 3, column: 'code' },
          { line: 3, column: 'street_code', reason: expect.stringContaining(listing.title) },
          { line: 4, column: 'code' },
          { line: 5, column: 'name' },
        ],
      });
      expect(
        (await ask('community(code: $code) { name }', { code: `${listing.divisionCode}778` })).street,
      ).toEqual({
        community: null,
      });
    });
  });

  test.each(['communities(filter: {nameContains: $text}) { name }', 'search(text: $text) { name }'])(
    'a character that PostgreSQL cannot hold is the asker’s mistake: %s',
    async (field) => {
      const answer = await subgraph.ask(`query ($text: String!) { ${name} { ${field} } }`, {
        text: '桃\0园',
      });
      expect(answer.errors).toMatchObject([
        { message: expect.stringContaining('U+0000'), extensions: { code: 'BAD_USER_INPUT' } },
      ]);
    },
  );

  test('updatedSince: what changed since, withdrawn rows as tombstones', async () => {
    const code = `${listing.divisionCode}777`;
    const [{ now }] = (await subgraph.store.query('SELECT clock_timestamp() AS now')) as [{ now: Date }];
    await subgraph.store.query(
      `UPDATE community SET deleted_at = clock_timestamp() + interval '1 second',
        updated_at = clock_timestamp() + interval '1 second' WHERE code = '${code}'`,
    );
    const { street } = await ask(
      `communities(filter: { updatedSince: "${now.toISOString()}" }) { code deletedAt }
       inForce: communities(filter: { nameContains: "石门营新区一区" }) { code }`,
    );
    expect(street['communities']).toEqual([{ code, deletedAt: expect.any(String) }]);
    expect(street['inForce']).toEqual(own ? [{ code: '110109003024' }] : []);
    expect((await ask('community(code: $code) { name }', { code })).street).toEqual({ community: null });
  });
});

describe('石门营', () => {
  const dongxinfang = STREET_MODULES.find(({ name }) => name === 'dongxinfang');
  let subgraph: TestSubgraph;
  beforeAll(async () => {
    if (!dongxinfang) throw new Error('no dongxinfang');
    subgraph = await startTestSubgraph(dongxinfang.definition);
  });
  afterAll(() => subgraph.close());

  test('the center with fields of its own and the six communities it serves, and nothing invented', async () => {
    const { data, errors } = await subgraph.ask(`{ dongxinfang {
      centers { ... on ShimenyingCenter { servedArea communities { shortName } } }
      shimenyingCenter { name servedArea reason functionText aliases sections { name } posts { code }
        communities { code shortName } source { line } }
    } }`);
    expect(errors).toBeUndefined();
    const served = ['一', '五', '六', '七', '四', '二'].map((number) => ({
      shortName: `石门营新区${number}区`,
    }));
    expect(data).toMatchObject({
      dongxinfang: {
        shimenyingCenter: {
          name: '石门营新区服务中心',
          servedArea: '石门营新区',
          reason: '结合工作需要单独建立',
          functionText: null,
          aliases: [],
          sections: [],
          posts: [],
          communities: served,
          source: { line: 108 },
        },
      },
    });
    const { dongxinfang } = data as { dongxinfang: { centers: readonly unknown[] } };
    expect(dongxinfang.centers.at(-1)).toEqual({ servedArea: '石门营新区', communities: served });
  });

  test('a search finds it', async () => {
    const { data } = await subgraph.ask('{ dongxinfang { search(text: "石门营新区服务") { typeName } } }');
    expect(data).toEqual({ dongxinfang: { search: [{ typeName: 'ShimenyingCenter' }] } });
  });

  test.each(STREET_MODULES.filter(({ name }) => name !== 'dongxinfang'))(
    'nothing of it is in the schema of $name',
    ({ definition }) => {
      expect([...definition.entities, ...definition.orphanedTypes].map(({ name }) => name)).not.toContain(
        'ShimenyingCenter',
      );
    },
  );
});
