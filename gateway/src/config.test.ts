import { ConfigurationError, describeVariables } from '@mtg/service-kit';
import { FEDERATED } from '@mtg/subgraphs';
import { gatewayVariables, readGatewayConfig } from './config';

it('needs no variable at all', () => {
  const config = readGatewayConfig({});
  expect(config).toMatchObject({
    port: 4000,
    host: '127.0.0.1',
    logLevel: 'info',
    analysisTimeoutMs: 60_000,
  });
  expect(config.supergraphFile).toMatch(/gateway\/supergraph\.graphql$/);
  expect(
    config.subgraphs.map(({ name, url, street, timeoutMs }) => ({ name, url, street, timeoutMs })),
  ).toEqual(
    FEDERATED.map((listing) => ({
      name: listing.name,
      url: `http://127.0.0.1:${listing.port}/graphql`,
      street: listing.kind === 'street' ? listing.code : undefined,
      timeoutMs: 5000,
    })),
  );
});

it('takes an address and a limit for each subgraph', () => {
  const config = readGatewayConfig({
    SUBGRAPH_TIMEOUT_MS: '700',
    SUBGRAPH_DAYU_TIMEOUT_MS: '900',
    SUBGRAPH_DAYU_URL: 'https://dayu.test/graphql',
  });
  const [first, second] = config.subgraphs;
  expect(config.timeoutMs).toBe(700);
  expect(first).toMatchObject({ name: 'dayu', url: 'https://dayu.test/graphql', timeoutMs: 900 });
  expect(second).toMatchObject({ name: 'chengzi', timeoutMs: 700 });
});

it('reports everything that is wrong at once, each once', () => {
  const wrong = { PORT: 'x', SUBGRAPH_DAYU_URL: 'ftp://dayu', SUBGRAPH_DATAI_TIMEOUT_MS: '0' };
  const problems = (() => {
    try {
      readGatewayConfig(wrong);
    } catch (error) {
      if (error instanceof ConfigurationError) return error.problems;
      throw error;
    }
    return [];
  })();
  expect(problems.map((problem) => problem.split(':')[0])).toEqual(Object.keys(wrong));
});

it('opens nothing, trusts no proxy and limits everybody unless told otherwise', () => {
  expect(readGatewayConfig({})).toMatchObject({
    introspection: false,
    browserPage: false,
    requestsPerMinute: 60_000,
    preparationShare: 25,
    connectionsPerAddress: 500,
    proxies: [],
  });
  const told = {
    INTROSPECTION: 'on',
    BROWSER_PAGE: 'on',
    RATE_LIMIT_PER_MINUTE: '0',
    PREPARATION_SHARE: '0',
    TRUST_PROXY: '10.0.0.0/8, ::1',
  };
  expect(readGatewayConfig(told)).toMatchObject({
    introspection: true,
    browserPage: true,
    requestsPerMinute: 0,
    preparationShare: 0,
    proxies: ['10.0.0.0/8', '::1'],
  });
});

it.each(['true', 'proxy.local', '10.0.0.0/33', '10.0.0.0/8/1', '1'])(
  'takes no proxy by %s',
  (TRUST_PROXY) => {
    expect(() => readGatewayConfig({ TRUST_PROXY })).toThrow(/TRUST_PROXY/);
  },
);

it('explains every variable of every subgraph in the list', () => {
  const help = describeVariables(gatewayVariables());
  for (const { name } of FEDERATED) {
    expect(help).toContain(`SUBGRAPH_${name.toUpperCase()}_URL`);
    expect(help).toContain(`SUBGRAPH_${name.toUpperCase()}_TIMEOUT_MS`);
  }
  expect(help).toContain('SUPERGRAPH_FILE');
});
