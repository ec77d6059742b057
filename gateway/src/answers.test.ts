import { withPlatform } from '../test-support/platform';
import type { Behaviour } from '../test-support/servers';
import { street } from '../test-support/subgraphs';

/** Whatever a healthy platform is asked in, its answers must not be taken for garbage. */
it.each([
  ['a root field of the street', '{ dayu { code hotline centers { name kind rank } } }'],
  ['aliases', '{ a: dayu { b: code c: centers { d: name } } streets { e: name f: centers { g: kind } } }'],
  [
    'the same alias in two streets',
    '{ streets { ... on DayuStreet { x: hotline } ... on ChengziStreet { x: hotline } } }',
  ],
  ['type names', '{ __typename streets { __typename t: __typename centers { __typename } } }'],
  [
    'skipped fields',
    'query ($no: Boolean = false) { dayu { code @skip(if: true) hotline @include(if: $no) centers { name } } }',
  ],
  [
    'skipped fragments',
    'query { streets { code ... on DayuStreet @skip(if: true) { hotline } centers @include(if: true) { name } } }',
  ],
  ['fragments on one street', '{ streets { name ... on ChengziStreet { hotline } } }'],
  ['fragments on the interface', '{ dayu { ... on Street { code centers { name } } } }'],
  [
    'named fragments',
    'fragment C on Center { name tasks { title } } { streets { centers { ...C } } dayu { centers { ...C } } }',
  ],
  [
    'one street of the district',
    '{ street(code: "CHENGZI") { name centers { name tasks { number title } } } }',
  ],
  ['no such street', '{ street(code: "NONE") { name centers { name } } }'],
  ['introspection beside data', '{ __schema { queryType { name } } dayu { code } }'],
  ['a mutation', 'mutation { dayu { renameCenter(name: "新") { name } } }'],
])('%s come through', async (_what, query) => {
  await withPlatform({}, async ({ ask }) => {
    const { data, errors } = await ask(query);
    expect(errors).toBeUndefined();
    expect(data).toBeTruthy();
  });
});

it('fetches through the street, the district and back', async () => {
  await withPlatform({}, async ({ ask }) => {
    const { data } = await ask('{ streets { code centers(kind: LOCAL) { name tasks { title } } } }');
    const centers = [
      { name: '党群活动中心', tasks: [{ title: '任务1' }, { title: '任务2' }] },
      { name: '综合服务中心', tasks: [] },
    ];
    expect(data).toEqual({
      streets: [
        { code: 'DAYU', centers },
        { code: 'CHENGZI', centers },
      ],
    });
  });
});

it('forwards the request id and Authorization, and nothing else of the client', async () => {
  await withPlatform({}, async ({ ask, servers }) => {
    await ask('{ dayu { code } }', {
      headers: {
        'x-request-id': 'r-1',
        authorization: 'Bearer t',
        cookie: 'c=1',
        'x-forwarded-for': '10.1.1.1',
      },
    });
    const [request] = servers.dayu.received;
    expect(request?.headers).toMatchObject({
      'x-request-id': 'r-1',
      authorization: 'Bearer t',
      'content-type': 'application/json',
    });
    expect(Object.keys(request?.headers ?? {}).sort()).toEqual(
      [
        'accept',
        'authorization',
        'connection',
        'content-length',
        'content-type',
        'host',
        'x-request-id',
        'x-time-left-ms',
      ].sort(),
    );
    expect(request?.body).toBe('{"query":"{dayu{code}}","variables":{}}');
  });
});

it('keeps its connections', async () => {
  await withPlatform({}, async ({ ask, servers }) => {
    for (let i = 0; i < 5; i++) await ask('{ dayu { code } }');
    expect(servers.dayu.received).toHaveLength(5);
    expect(servers.dayu.connections()).toBe(1);
  });
});

it('drops its request to a street when the client goes away, and marks no street as failing', async () => {
  let asked = () => {};
  let dropped = () => {};
  const wasAsked = new Promise<void>((resolve) => (asked = resolve));
  const wasDropped = new Promise<void>((resolve) => (dropped = resolve));
  const chengzi: Behaviour = (_body, response) => {
    response.on('close', dropped);
    asked();
  };
  await withPlatform({ chengzi }, async ({ ask, logger }) => {
    const warn = jest.spyOn(logger, 'warn');
    const error = jest.spyOn(logger, 'error');
    const client = new AbortController();
    const answer = ask('{ chengzi { hotline } }', { signal: client.signal });
    await wasAsked;
    client.abort();
    await expect(answer).rejects.toThrow('aborted');
    await wasDropped;
    // The gateway is still well, and by then it has dealt with the abandoned operation.
    expect((await ask('{ dayu { code } }')).errors).toBeUndefined();
    expect(warn).not.toHaveBeenCalled();
    expect(error).not.toHaveBeenCalled();
  });
});

describe('errors that a street reports', () => {
  const failing = (error: object) =>
    street('ChengziStreet', 'chengzi', () => {
      throw Object.assign(new Error('SELECT 1 FROM secrets at db.internal:5432'), error);
    });
  const query = '{ streets { code centers { name } } }';

  it('pass with their public extensions when they were written for clients', async () => {
    const chengzi = failing({
      message: '没有这个中心 · No such center',
      extensions: {
        code: 'NOT_FOUND',
        field: 'kind',
        rule: 'R22',
        sql: 'SELECT 1',
        street: 'x',
        missing: { host: 'h' },
      },
    });
    await withPlatform({ chengzi }, async ({ ask }) => {
      const { data, errors } = await ask(query);
      expect(data).toMatchObject({ streets: [{ centers: [{}, {}] }, { code: 'CHENGZI', centers: null }] });
      expect(errors).toEqual([
        {
          message: '没有这个中心 · No such center',
          path: ['streets', 1, 'centers'],
          extensions: { code: 'NOT_FOUND', field: 'kind', rule: 'R22', street: 'CHENGZI' },
        },
      ]);
    });
  });

  it('pass when the street refuses the operation for its size, with what would fit', async () => {
    const excess = { cost: 252_001, limit: 200_000, firstThatFits: 441 };
    const chengzi = failing({
      message: '查询过大 · The query is too large',
      extensions: { code: 'QUERY_TOO_LARGE', ...excess },
    });
    await withPlatform({ chengzi }, async ({ ask }) => {
      const { errors } = await ask(query);
      expect(errors).toEqual([
        {
          message: '查询过大 · The query is too large',
          path: ['streets', 1, 'centers'],
          extensions: { code: 'QUERY_TOO_LARGE', ...excess, street: 'CHENGZI' },
        },
      ]);
    });
  });

  it.each([
    ['no code', {}],
    ['an unknown code', { extensions: { code: 'ER_ACCESS_DENIED' } }],
    ["a code that blames the gateway's own request", { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
    ['a code that names a property of every object', { extensions: { code: 'constructor' } }],
    [
      'headers for the client',
      { extensions: { http: { status: 418, headers: new Map([['x-evil', '1']]) } } },
    ],
  ])('are replaced when they have %s', async (_what, error) => {
    await withPlatform({ chengzi: failing(error) }, async ({ ask }) => {
      const { errors, text, status } = await ask(query, { headers: { 'x-request-id': 'r-2' } });
      expect(status).toBe(200);
      expect(errors).toMatchObject([
        {
          path: ['streets', 1, 'centers'],
          extensions: { code: 'INTERNAL_SERVER_ERROR', street: 'CHENGZI', requestId: 'r-2' },
        },
      ]);
      expect(errors?.[0]?.message).toContain('城子街道');
      expect(text).not.toMatch(/SELECT|internal:|stack/);
    });
  });
});

describe('an operation that is wrong in itself', () => {
  it.each([
    ['cannot be parsed', '{ dayu {', 'GRAPHQL_PARSE_FAILED', undefined],
    ['asks for an unknown field', '{ dayu { nothing } }', 'GRAPHQL_VALIDATION_FAILED', undefined],
    [
      'names no known operation',
      'query A { dayu { code } } query B { dayu { code } }',
      'OPERATION_RESOLUTION_FAILURE',
      undefined,
    ],
    [
      'has a variable of the wrong type',
      'query ($c: ID!) { street(code: $c) { code } }',
      'BAD_USER_INPUT',
      { c: { a: 1 } },
    ],
    ['lacks a variable', 'query ($c: ID!) { street(code: $c) { code } }', 'BAD_USER_INPUT', {}],
  ])('that %s is told so', async (_what, query, code, variables) => {
    await withPlatform({}, async ({ ask, servers }) => {
      const { data, errors, text } = await ask(query, { ...(variables && { variables }) });
      expect(data ?? null).toBeNull();
      expect(errors).toMatchObject([{ extensions: { code } }]);
      expect(text).not.toMatch(/stack|node_modules/);
      expect(servers.district.received).toHaveLength(0);
    });
  });

  it('that comes as a persisted query is told that there are none', async () => {
    await withPlatform({}, async ({ gateway }) => {
      const extensions = { persistedQuery: { version: 1, sha256Hash: '0' } };
      const response = await fetch(`${gateway.address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: '{ dayu { code } }', extensions }),
      });
      expect(await response.json()).toMatchObject({
        errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_SUPPORTED' } }],
      });
    });
  });

  it('shows no query plan, even on request', async () => {
    await withPlatform({}, async ({ ask }) => {
      const { text } = await ask('{ dayu { code } }', { headers: { 'apollo-query-plan-experimental': '1' } });
      expect(text).toBe('{"data":{"dayu":{"code":"DAYU"}}}');
    });
  });
});
