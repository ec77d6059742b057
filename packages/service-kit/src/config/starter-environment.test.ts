import { reachDirectly, shieldFromStarter } from './starter-environment';

const LOOPBACK = 'localhost,.localhost,127.0.0.1,::1,[::1]';

describe('shieldFromStarter', () => {
  it('takes out all that PostgreSQL’s clients read, and says what', () => {
    const environment = {
      PGSSLMODE: 'require',
      PGOPTIONS: '-c x=1',
      NODE_PG_FORCE_NATIVE: '1',
      PATH: '/bin',
    };
    expect(shieldFromStarter(environment)).toEqual(['PGSSLMODE', 'PGOPTIONS', 'NODE_PG_FORCE_NATIVE']);
    expect(environment).toEqual({ PATH: '/bin', no_proxy: LOOPBACK, NO_PROXY: LOOPBACK });
  });

  it('spares this machine from a proxy and leaves the proxy to all others', () => {
    const environment = { https_proxy: 'http://proxy:3128', NO_PROXY: 'sso.example.cn' };
    expect(shieldFromStarter(environment)).toEqual([]);
    expect(environment).toMatchObject({
      https_proxy: 'http://proxy:3128',
      no_proxy: `sso.example.cn,${LOOPBACK}`,
    });
  });
});

describe('reachDirectly', () => {
  it('keeps a list that spares everything, and lists no host twice', () => {
    const all = { no_proxy: '*' };
    reachDirectly(['district'], all);
    expect(all).toEqual({ no_proxy: '*' });
    const some = { no_proxy: 'district, b' };
    reachDirectly(['district'], some);
    expect(some).toEqual({ no_proxy: 'district,b', NO_PROXY: 'district,b' });
  });
});
