import { INSIGHT, STREETS, SUBGRAPHS } from '@mtg/subgraphs';
import { readConfig } from '../config';
import { parseArguments } from './arguments';
import { makePlan, publicUrl } from './plan';

const planned = async (flags: readonly string[], environment: Record<string, string> = {}) =>
  makePlan(parseArguments(flags), readConfig(environment), '/data');
const names = async (...given: Parameters<typeof planned>): Promise<readonly string[]> =>
  (await planned(...given)).parts.map(({ name }) => name);
const SUBGRAPH_NAMES = SUBGRAPHS.map(({ name }) => name);

describe('the issuer of tokens', () => {
  it('is a part by itself, before the subgraphs, which are told where its keys are', async () => {
    const { parts } = await planned([]);
    expect(parts.map(({ name }) => name)).toEqual(['identity', ...SUBGRAPH_NAMES, INSIGHT.name, 'gateway']);
    const [issuer, ...others] = parts;
    expect(issuer).toMatchObject({ kind: 'issuer', host: '127.0.0.1', port: 4020, readyPath: '/readyz' });
    expect(issuer?.variables).toEqual({
      OIDC_ISSUER: 'http://identity.mentougou.localhost',
      MTG_DATA_DIR: '/data',
    });
    for (const { kind, variables } of others) {
      if (kind === 'gateway') expect(variables).toBeUndefined();
      else {
        expect(variables).toMatchObject({
          OIDC_ISSUER: 'http://identity.mentougou.localhost',
          OIDC_AUDIENCE: 'mentougou',
          JWKS_URL: 'http://127.0.0.1:4020/jwks.json',
        });
      }
    }
  });

  it('has its name also on a free port, so that tokens outlive a restart', async () => {
    const { parts } = await planned(['--free-ports', '--only', 'dayu']);
    const [issuer, dayu] = parts;
    expect(issuer?.port).not.toBe(4020);
    expect(dayu?.variables).toMatchObject({
      OIDC_ISSUER: 'http://identity.mentougou.localhost',
      JWKS_URL: `http://127.0.0.1:${issuer?.port}/jwks.json`,
    });
  });

  it('comes with any subgraph, and not with the gateway alone', async () => {
    expect(await names(['--only', 'datai,gateway'])).toEqual(['identity', 'datai', 'gateway']);
    expect(await names(['--only', 'insight'])).toEqual(['identity', 'insight']);
    expect(await names(['--only', 'gateway'])).toEqual(['gateway']);
  });

  it('yields to an external issuer', async () => {
    const { parts } = await planned([], { OIDC_ISSUER: 'https://sso.example.cn', NODE_ENV: 'production' });
    expect(parts.map(({ name }) => name)).toEqual([...SUBGRAPH_NAMES, INSIGHT.name, 'gateway']);
    for (const { variables = {} } of parts) {
      expect(Object.keys(variables)).not.toEqual(expect.arrayContaining(['OIDC_ISSUER']));
    }
  });

  it('is listed by its origin, the others by where they speak GraphQL', async () => {
    const { parts } = await planned(['--only', 'dayu']);
    expect(parts.map(publicUrl)).toEqual(['http://127.0.0.1:4020', 'http://127.0.0.1:4001/graphql']);
  });
});

describe('the insight program', () => {
  it('is a part with a port of its own, and is left out where parts are chosen without it', async () => {
    const { parts } = await planned([]);
    expect(parts.find(({ kind }) => kind === 'insight')).toMatchObject({ port: 4011, readyPath: '/readyz' });
    expect(await names(['--only', 'dayu,gateway'])).toEqual(['identity', 'dayu', 'gateway']);
    expect(await names(['--only', 'dayu,insight'])).toEqual(['identity', 'dayu', 'insight']);
  });

  it('may have an external database', async () => {
    const urls = { databaseUrl: 'postgresql://r@db/insight', ownerDatabaseUrl: 'postgresql://o@db/insight' };
    const { parts } = await planned([], {
      DATABASE_URL_INSIGHT: urls.databaseUrl,
      DATABASE_OWNER_URL_INSIGHT: urls.ownerDatabaseUrl,
    });
    expect(parts.find(({ kind }) => kind === 'insight')).toMatchObject(urls);
  });
});

describe('neighbours', () => {
  it('a street knows the district, and the district every street', async () => {
    const { parts } = await planned([]);
    const told = Object.fromEntries(parts.map(({ name, variables = {} }) => [name, variables]));
    expect(told['dayu']?.['DISTRICT_URL']).toBe('http://127.0.0.1:4010/graphql');
    expect(told['dayu']?.['AUDIT_URLS']).toBeUndefined();
    expect(told['district']?.['DISTRICT_URL']).toBeUndefined();
    expect(told['district']?.['AUDIT_URLS']).toBe(
      STREETS.map(({ code, port }) => `${code}=http://127.0.0.1:${port}/graphql`).join(','),
    );
  });

  it('are where the ports are, also when those are free ones', async () => {
    const { parts } = await planned(['--free-ports']);
    const district = parts.find(({ name }) => name === 'district');
    const dayu = parts.find(({ name }) => name === 'dayu');
    expect(dayu?.variables?.['DISTRICT_URL']).toBe(`http://127.0.0.1:${district?.port}/graphql`);
    expect(district?.variables?.['AUDIT_URLS']).toContain(`DAYU=http://127.0.0.1:${dayu?.port}/graphql`);
  });
});

describe('sample data', () => {
  it('are loaded by the command line into the streets that start, when asked for', async () => {
    expect((await planned([])).sample).toBeUndefined();
    expect((await planned(['--sample', '--only', 'datai,district,gateway'])).sample).toEqual({
      program: expect.stringMatching(/packages\/cli\/dist\/main\.js$/u),
      streets: ['DATAI'],
    });
  });
});
