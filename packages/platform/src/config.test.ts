import { ConfigurationError } from '@mtg/service-kit';
import { partEnvironment, readConfig } from './config';

describe('readConfig', () => {
  it('has a default for everything', () => {
    expect(readConfig({})).toEqual({ port: 4000, dataDirectory: undefined, databaseUrls: new Map() });
  });

  it('reads the port, the data directory and a database per part', () => {
    const url = 'postgresql://u:p@db:5432/dayu';
    expect(readConfig({ PORT: '0', MTG_DATA_DIR: 'd', DATABASE_URL_DAYU: url })).toEqual({
      port: 0,
      dataDirectory: 'd',
      databaseUrls: new Map([['dayu', url]]),
    });
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
    DATABASE_URL_CHENGZI: 'postgresql://other',
    DATABASE_PASSWORD: 'other',
    DATABASE_PASSWORD_FILE: '/run/password',
    SUBGRAPH_DATAI_URL: 'http://elsewhere/graphql',
  };

  it('passes the environment on with what the launcher decides', () => {
    const url = 'postgresql://mine';
    expect(partEnvironment({ port: 4001, host: '127.0.0.1', databaseUrl: url }, launcher)).toEqual({
      LANG: 'zh_CN.UTF-8',
      PORT: '4001',
      HOST: '127.0.0.1',
      DATABASE_URL: url,
      SUBGRAPH_DATAI_URL: 'http://elsewhere/graphql',
    });
  });

  it('passes a password on only for a database that somebody else runs', () => {
    const settings = { port: 4001, host: '127.0.0.1', databaseUrl: 'postgresql://dayu@db/dayu' };
    const password = { DATABASE_PASSWORD: 'other', DATABASE_PASSWORD_FILE: '/run/password' };
    expect(partEnvironment({ ...settings, externalDatabase: true }, launcher)).toMatchObject(password);
    const names = Object.keys(partEnvironment(settings, launcher));
    expect(names.filter((name) => name.startsWith('DATABASE'))).toEqual(['DATABASE_URL']);
  });

  it('gives the gateway the subgraphs and no database', () => {
    const subgraphUrls = new Map([['dayu', 'http://127.0.0.1:4001/graphql']]);
    const environment = partEnvironment({ port: 4000, host: '::', subgraphUrls }, launcher);
    expect(environment).toMatchObject({ SUBGRAPH_DAYU_URL: 'http://127.0.0.1:4001/graphql', HOST: '::' });
    expect(Object.keys(environment).filter((name) => name.startsWith('DATABASE'))).toEqual([]);
  });
});
