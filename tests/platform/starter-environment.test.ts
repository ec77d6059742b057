import { ask, startPlatform, type Platform } from '../support/platform';

/** Variables of a person's shell, for databases and networks of their own. */
const STARTERS = {
  PGHOST: 'db.example.cn',
  PGPORT: '1',
  PGUSER: 'me',
  PGPASSWORD: 'wrong',
  PGDATABASE: 'mine',
  PGSSLMODE: 'require',
  PGSSLNEGOTIATION: 'direct',
  PGOPTIONS: '-c no_such_setting=1',
  PGSERVICE: 'mine',
  PGCLIENTENCODING: 'GBK',
  PGTZ: 'Mars/Olympus',
  PGDATESTYLE: 'German',
  PGDATA: '/nowhere',
  NODE_PG_FORCE_NATIVE: '1',
  http_proxy: 'http://127.0.0.1:1',
  HTTPS_PROXY: 'http://127.0.0.1:1',
  ALL_PROXY: 'http://127.0.0.1:1',
  NODE_USE_ENV_PROXY: '1',
};

/** A part of the platform, started by such a person. */
let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform({
    flags: ['--only', 'dayu,gateway'],
    environment: STARTERS,
    initialised: ['dayu'],
  });
});
afterAll(async () => {
  expect(await platform?.stop()).toBe(0);
});

test('the platform starts and takes tokens whatever the starter’s environment says of databases and proxies', async () => {
  expect(platform.output()).toContain('ignoring PGHOST, PGPORT');
  const headers = await platform.headersOf({ as: { subject: 'd', role: 'DISPATCHER', street: 'DAYU' } });
  const query = '{ dayu { workOrders(first: 1) { totalCount } } }';
  expect(await ask(platform.part('dayu').url, query, {}, headers)).toEqual({
    data: { dayu: { workOrders: { totalCount: 0 } } },
  });
});

test('--only starts the named parts, the issuer of tokens that subgraphs need, and no others', async () => {
  expect(platform.parts().map(({ name }) => name)).toEqual(['identity', 'dayu', 'gateway']);
  expect(await platform.ask('{ dayu { counts { communities } } district { name } }')).toMatchObject({
    data: { dayu: { counts: { communities: 33 } }, district: null },
    errors: [{ extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'district' } }],
  });
});
