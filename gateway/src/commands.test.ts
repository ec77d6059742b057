import { answering } from '../test-support/servers';
import { withPlatform, type Answer } from '../test-support/platform';

const COMMAND = 'mutation { dayu { renameCenter(name: "新") { name tasks { title } } } }';
const QUERY = '{ dayu { centers { name tasks { title } } } }';
const headers = { authorization: 'Bearer t', 'idempotency-key': '"k-1"' };

it('a command takes its key along; the queries that complete its answer, and other queries, do not', async () => {
  await withPlatform({}, async ({ ask, servers }) => {
    await ask(COMMAND, { headers });
    expect(servers.dayu.received.map(({ headers: sent }) => sent['idempotency-key'])).toEqual(['"k-1"']);
    await ask(QUERY, { headers });
    expect(servers.dayu.received[1]?.headers['idempotency-key']).toBeUndefined();
    expect(servers.district.received.length).toBeGreaterThan(0);
    for (const { headers: sent } of servers.district.received) {
      expect(sent['idempotency-key']).toBeUndefined();
      expect(sent.authorization).toBe('Bearer t');
    }
  });
});

it('two commands in one request are refused before any of them is sent', async () => {
  await withPlatform({}, async ({ ask, servers }) => {
    const { errors } = await ask(
      'mutation { dayu { a: renameCenter(name: "甲") { name } b: renameCenter(name: "乙") { name } } }',
    );
    expect(errors?.[0]?.extensions['code']).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(errors?.[0]?.message).toMatch(/一次请求只能有一个操作/);
    // The street is only told, for its record, and not with what was sent.
    expect(servers.dayu.received.map(({ body }) => JSON.parse(body) as unknown)).toEqual([
      {
        commands: ['renameCenter'],
        code: 'GRAPHQL_VALIDATION_FAILED',
        digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
  });
});

it('without an answer the client is told that the outcome is not known, and how to find out', async () => {
  await withPlatform({ dayu: () => undefined, timeoutMs: 300 }, async ({ ask }) => {
    const { data, errors } = await ask(COMMAND, { headers });
    expect(data).toEqual({ dayu: null });
    expect(errors?.[0]?.extensions).toEqual({ code: 'SUBGRAPH_UNAVAILABLE', street: 'DAYU' });
    expect(errors?.[0]?.message).toMatch(/同一个 Idempotency-Key 重试.*same Idempotency-Key/);
  });
});

describe('a command of which nothing was sent', () => {
  const expectNotSent = ({ data, errors }: Answer) => {
    expect(data).toEqual({ dayu: null });
    expect(errors).toMatchObject([
      { path: ['dayu'], extensions: { code: 'SUBGRAPH_UNAVAILABLE', street: 'DAYU' } },
    ]);
    expect(errors?.[0]?.message).toMatch(/没有执行.*was not executed/);
  };

  it('since its street refuses connections, was not carried out', async () => {
    await withPlatform({}, async ({ ask, servers }) => {
      await servers.dayu.close();
      expectNotSent(await ask(COMMAND, { headers }));
    });
  });

  it('since its street has no address, or no way leads there, was not carried out', async () => {
    await withPlatform({ dayuUrl: 'http://street.invalid:4001/graphql' }, async ({ ask }) => {
      expectNotSent(await ask(COMMAND, { headers }));
    });
  });
});

it('a command that was cut off after it was sent may have been carried out', async () => {
  await withPlatform({ dayu: (_body, response) => response.destroy() }, async ({ ask, servers }) => {
    const { errors } = await ask(COMMAND, { headers });
    expect(servers.dayu.received).toHaveLength(1);
    expect(errors?.[0]?.message).toMatch(/不知操作是否已完成/);
  });
});

it.each([
  [
    401,
    {
      message: '令牌已过期 · The token has expired',
      extensions: { code: 'UNAUTHENTICATED', stack: 'secret' },
    },
  ],
  [503, { message: '暂时无法核验 · Cannot be verified now', extensions: { code: 'IDENTITY_UNAVAILABLE' } }],
  [
    200,
    {
      message: 'R22：未通过 · R22: not passed',
      extensions: { code: 'RULE_VIOLATION', rule: 'R22', sentence: '未在周例会上通过', missing: ['item'] },
    },
  ],
  [200, { message: '他人已先改动 · Too late', extensions: { code: 'CONFLICT', currentVersion: 7 } }],
])('what a subgraph says with status %d reaches the client', async (status, error) => {
  const body = JSON.stringify({ errors: [{ ...error, path: ['dayu', 'renameCenter'] }] });
  await withPlatform({ dayu: answering(body, status) }, async ({ ask }) => {
    const { data, errors } = await ask(COMMAND, { headers });
    expect(data).toEqual({ dayu: null });
    const { stack: _, ...extensions } = error.extensions as Record<string, unknown>;
    expect(errors).toEqual([
      expect.objectContaining({
        message: error.message,
        path: ['dayu', 'renameCenter'],
        extensions: { ...extensions, street: 'DAYU' },
      }),
    ]);
  });
});
