import { ConfigurationError } from '@mtg/service-kit/basics';
import { defaultsOf, partEnvironment, readConfig } from './config';

describe('readConfig', () => {
  it('has a default for everything', () => {
    expect(readConfig({})).toEqual({
      port: 4000,
      dataDirectory: undefined,
      databases: new Map(),
      externalIssuer: false,
    });
  });

  it('reads the port, the data directory and a database per part', () => {
    const [url, owner] = ['postgresql://u:p@db:5432/dayu', 'postgresql://o:p@db:5432/dayu'];
    const given = { DATABASE_URL_DAYU: url, DATABASE_OWNER_URL_DAYU: owner };
    expect(readConfig({ PORT: '0', MTG_DATA_DIR: 'd', ...given })).toEqual({
      port: 0,
      dataDirectory: 'd',
      databases: new Map([['dayu', { databaseUrl: url, ownerDatabaseUrl: owner }]]),
      externalIssuer: false,
    });
  });

  it.each([
    ['DATABASE_URL_DAYU', 'DATABASE_OWNER_URL_DAYU'],
    ['DATABASE_OWNER_URL_DAYU', 'DATABASE_URL_DAYU'],
  ])('wants the other role too: %s without %s', (given, missing) => {
    const read = () => readConfig({ [given]: 'postgresql://u:p@db:5432/dayu' });
    expect(read).toThrow(ConfigurationError);
    expect(read).toThrow(new RegExp(`- ${missing}: .*missing.*${missing}=postgresql:`));
  });

  it('leaves the tokens to an external issuer, in production in any case', () => {
    const OIDC_ISSUER = 'https://sso.example.cn';
    for (const environment of [
      { OIDC_ISSUER },
      { OIDC_ISSUER, NODE_ENV: 'production', JWKS_URL: 'https://x' },
    ])
      expect(readConfig(environment).externalIssuer).toBe(true);
    for (const environment of [{ NODE_ENV: 'production' }, { JWKS_URL: 'https://x' }]) {
      const read = () => readConfig(environment);
      expect(read).toThrow(ConfigurationError);
      expect(read).toThrow(/- OIDC_ISSUER: .*missing.*OIDC_ISSUER=https:/);
    }
  });

  it('reports all that is wrong at once, each with its name and an example', () => {
    const wrong = { PORT: 'x', DATABASE_URL_DATAI: 'mysql://x', DATABASE_URL_DISTRICT: 'y' };
    const read = () => readConfig(wrong);
    expect(read).toThrow(ConfigurationError);
    for (const words of [/PORT=4000/, /DATABASE_URL_DATAI=postgresql:/, /DATABASE_URL_DISTRICT=/])
      expect(read).toThrow(words);
  });
});

describe('partEnvironment', () => {
  const launcher = {
    LANG: 'zh_CN.UTF-8',
    PORT: '4000',
    PORT_FILE: '/run/port',
    DATABASE_URL: 'postgresql://all',
    DATABASE_URL_FILE: '/run/url',
    DATABASE_OWNER_URL: 'postgresql://owner',
    DATABASE_OWNER_URL_DATAI: 'postgresql://other',
    DATABASE_URL_CHENGZI: 'postgresql://other',
    DATABASE_PASSWORD: 'other',
    DATABASE_PASSWORD_FILE: '/run/password',
    DATABASE_OWNER_PASSWORD: 'other',
    SUBGRAPH_DATAI_URL: 'http://elsewhere/graphql',
  };

  it('passes the environment on with what the launcher decides', () => {
    const urls = { databaseUrl: 'postgresql://mine', ownerDatabaseUrl: 'postgresql://my-owner' };
    expect(partEnvironment({ port: 4001, host: '127.0.0.1', ...urls }, launcher)).toEqual({
      LANG: 'zh_CN.UTF-8',
      PORT: '4001',
      HOST: '127.0.0.1',
      LOG_FORMAT: 'json',
      DATABASE_URL: urls.databaseUrl,
      DATABASE_OWNER_URL: urls.ownerDatabaseUrl,
      SUBGRAPH_DATAI_URL: 'http://elsewhere/graphql',
    });
  });

  it('passes a password on only for an external database', () => {
    const urls = { databaseUrl: 'postgresql://r@db/dayu', ownerDatabaseUrl: 'postgresql://dayu@db/dayu' };
    const settings = { port: 4001, host: '127.0.0.1', ...urls };
    const password = {
      DATABASE_PASSWORD: 'other',
      DATABASE_PASSWORD_FILE: '/run/password',
      DATABASE_OWNER_PASSWORD: 'other',
    };
    expect(partEnvironment({ ...settings, externalDatabase: true }, launcher)).toMatchObject(password);
    const names = Object.keys(partEnvironment(settings, launcher));
    expect(names.filter((name) => name.startsWith('DATABASE'))).toEqual([
      'DATABASE_URL',
      'DATABASE_OWNER_URL',
    ]);
  });

  it('puts what the launcher decides before what its environment says', () => {
    const variables = { OIDC_ISSUER: 'http://mine', JWKS_URL: 'http://mine/jwks.json' };
    const environment = partEnvironment(
      { port: 4001, host: '127.0.0.1', variables },
      { OIDC_ISSUER: 'http://other', JWKS_URL_FILE: '/run/url', OIDC_CLOCK_SKEW_SECONDS: '5' },
    );
    expect(environment).toEqual({
      ...variables,
      OIDC_CLOCK_SKEW_SECONDS: '5',
      PORT: '4001',
      HOST: '127.0.0.1',
      LOG_FORMAT: 'json',
    });
  });

  it('turns on what is for trials, unless its environment says otherwise', () => {
    const settings = { port: 4000, host: '127.0.0.1', defaults: defaultsOf('gateway') };
    expect(partEnvironment(settings, {})).toMatchObject({ INTROSPECTION: 'on', BROWSER_PAGE: 'on' });
    expect(partEnvironment(settings, { INTROSPECTION: 'off' })).toMatchObject({
      INTROSPECTION: 'off',
      BROWSER_PAGE: 'on',
    });
  });

  it('serves with production settings by default, except the development issuer', () => {
    const environmentOf = (kind: Parameters<typeof defaultsOf>[0], own = {}) =>
      partEnvironment({ port: 4000, host: '127.0.0.1', defaults: defaultsOf(kind) }, own);
    expect(environmentOf('subgraph')).toMatchObject({ NODE_ENV: 'production' });
    expect(environmentOf('gateway')).toMatchObject({ NODE_ENV: 'production' });
    expect(environmentOf('subgraph', { NODE_ENV: 'development' })).toMatchObject({ NODE_ENV: 'development' });
    expect(environmentOf('issuer')).not.toHaveProperty('NODE_ENV');
  });

  it('gives the insight program a directory for the files of jobs, unless the environment names another', () => {
    const of = (own: Readonly<Record<string, string>>) =>
      partEnvironment(
        { port: 1, host: '::', defaults: defaultsOf('insight', { dataDirectory: '/data', part: 'insight' }) },
        own,
      );
    expect(of({})).toMatchObject({ JOBS_DIR: '/data/jobs' });
    expect(of({ JOBS_DIR: '/big' })).toMatchObject({ JOBS_DIR: '/big' });
  });

  it('gives each street a directory for attached files, and the district none', () => {
    const of = (part: string) => defaultsOf('subgraph', { dataDirectory: '/data', part });
    expect(of('dayu')).toMatchObject({ ATTACHMENTS_STORE: '/data/attachments/dayu' });
    expect(of('district')).not.toHaveProperty('ATTACHMENTS_STORE');
  });

  it('gives the gateway the subgraphs and no database', () => {
    const subgraphUrls = new Map([['dayu', 'http://127.0.0.1:4001/graphql']]);
    const environment = partEnvironment({ port: 4000, host: '::', subgraphUrls }, launcher);
    expect(environment).toMatchObject({ SUBGRAPH_DAYU_URL: 'http://127.0.0.1:4001/graphql', HOST: '::' });
    expect(Object.keys(environment).filter((name) => name.startsWith('DATABASE'))).toEqual([]);
  });
});
