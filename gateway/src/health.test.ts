import { withPlatform } from '../test-support/platform';
import { serve } from '../test-support/servers';
import { street, SUPERGRAPH } from '../test-support/subgraphs';
import { ConfigurationError, createLogger } from '@mtg/service-kit';
import { startGateway } from './index';
import { degradation, LONGEST_READINESS } from './subgraph/readiness-answer';
import { readSupergraphFile } from './supergraph-file';

const get = async (url: string) => {
  const response = await fetch(url);
  return { status: response.status, body: (await response.json()) as unknown };
};

it('is ready only when every part is, and names each', async () => {
  await withPlatform({}, async ({ gateway, servers }) => {
    const ready = { district: 'ready', dayu: 'ready', chengzi: 'ready' };
    expect(await get(`${gateway.address}/readyz`)).toEqual({
      status: 200,
      body: { status: 'ready', parts: ready },
    });
    await servers.dayu.close();
    expect(await get(`${gateway.address}/readyz`)).toEqual({
      status: 503,
      body: { status: 'unavailable', parts: { ...ready, dayu: 'unavailable' } },
    });
    expect(await get(`${gateway.address}/healthz`)).toEqual({ status: 200, body: { status: 'ok' } });
  });
});

test.each([
  [
    'its reason',
    JSON.stringify({ status: 'degraded', parts: {}, reasons: { audit: 'DONGXINFANG REWRITTEN' } }),
    'audit: DONGXINFANG REWRITTEN',
  ],
  ['no reason', '{"status":"degraded"}', 'degraded'],
])('says of a subgraph that needs attention, with %s', async (_what, readiness, reason) => {
  const dayu = await serve(street('DayuStreet', 'dayu'), readiness);
  await withPlatform({ dayuUrl: dayu.url }, async ({ gateway }) => {
    expect(await get(`${gateway.address}/readyz`)).toEqual({
      status: 200,
      body: {
        status: 'degraded',
        parts: { district: 'ready', dayu: 'degraded', chengzi: 'ready' },
        reasons: { dayu: reason },
      },
    });
  });
  await dayu.close();
});

test.each([
  ['of another form', '{"status":"degraded","reasons":["a"]}'],
  ['with more than plain words', '{"status":"degraded","reasons":{"audit":"<b>at 10.0.0.1</b>"}}'],
  ['too long', `{"status":"degraded","reasons":{"audit":"${'a'.repeat(201)}"}}`],
])('repeats no reason that is %s', (_what, body) => {
  expect(degradation(body)).toBe('degraded');
});

test.each([
  ['is no JSON', 'degraded'],
  ['is long', `{"status":"degraded","fill":"${'a'.repeat(LONGEST_READINESS)}"}`],
])('goes by the status alone where the body %s', async (_what, readiness) => {
  const dayu = await serve(street('DayuStreet', 'dayu'), readiness);
  await withPlatform({ dayuUrl: dayu.url }, async ({ gateway }) => {
    expect(await get(`${gateway.address}/readyz`)).toMatchObject({ status: 200, body: { status: 'ready' } });
  });
  await dayu.close();
});

describe('a supergraph that cannot be used', () => {
  const start = (supergraphSdl: string) =>
    startGateway({
      supergraphSdl,
      subgraphs: [],
      host: '127.0.0.1',
      port: 0,
      logger: createLogger('gateway', 'silent'),
    });

  it.each([
    ['is not GraphQL', 'type Query {'],
    ['is empty', ''],
    ['is a schema but no supergraph', 'type Query { a: Int }'],
    ['names a subgraph that the list lacks', SUPERGRAPH],
  ])('because it %s: the sentence says what to run', async (_what, text) => {
    const failure = start(text);
    await expect(failure).rejects.toThrow(ConfigurationError);
    await expect(failure).rejects.toThrow('npm run generate');
  });

  it('because it is missing: the sentence names the file', async () => {
    const failure = readSupergraphFile('/nowhere/supergraph.graphql');
    await expect(failure).rejects.toThrow(ConfigurationError);
    await expect(failure).rejects.toThrow(/nowhere[^]*npm run generate/);
  });
});
