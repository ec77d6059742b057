import { ask, startPlatform } from '../support/platform';

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

test('the platform starts and takes tokens whatever the starter’s environment says of databases and proxies', async () => {
  const platform = await startPlatform({
    flags: ['--only', 'dayu'],
    environment: STARTERS,
    initialised: ['dayu'],
  });
  try {
    expect(platform.output()).toContain('ignoring PGHOST, PGPORT');
    const headers = await platform.headersOf({
      as: { subject: 'd', role: 'DISPATCHER', street: 'DAYU' },
    });
    const query = '{ dayu { workOrders(first: 1) { totalCount } } }';
    expect(await ask(platform.part('dayu').url, query, {}, headers)).toEqual({
      data: { dayu: { workOrders: { totalCount: 0 } } },
    });
  } finally {
    expect(await platform.stop()).toBe(0);
  }
});
