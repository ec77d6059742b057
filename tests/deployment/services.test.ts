import { INSIGHT, STREETS, SUBGRAPHS } from '@mtg/subgraphs';
import { readCompose } from './support/compose-file';
import type { ComposeFile, ComposeService } from './support/compose-types';
import { dockerfileText, readImage } from './support/dockerfile';
import { shortcomings } from './support/requirements';

const compose = readCompose();
const image = readImage();

/** The compose file with one service changed; undefined takes the service out. */
const changed = (name: string, change: Partial<ComposeService> | undefined): ComposeFile => {
  const { [name]: service, ...others } = compose.services;
  return { ...compose, services: change ? { ...others, [name]: { ...service, ...change } } : others };
};

const withVariable = (name: string, variable: string, value: string): Partial<ComposeService> => ({
  environment: { ...compose.services[name]?.environment, [variable]: value },
});

describe('docker-compose.yml, by the list of subgraphs', () => {
  it('gives every database, subgraph and the gateway what they need', () => {
    expect(shortcomings(compose, image)).toEqual([]);
  });

  it.each<[string, string, Partial<ComposeService> | undefined]>([
    ['docker-compose.yml has no service "datai-db"', 'datai-db', undefined],
    ['docker-compose.yml has no service "district"', 'district', undefined],
    ['the service "fifth" belongs to no line of subgraphs/list.ts', 'fifth', compose.services['dayu'] ?? {}],
    ['not so: the service "dayu-db" publishes no port', 'dayu-db', { ports: ['5432:5432'] }],
    [
      'not so: the service "dayu-db" takes its owner\'s password from a declared secret of its own',
      'dayu-db',
      { secrets: ['datai_db_password'] },
    ],
    ['not so: the service "dayu-db" is ready for logical replication', 'dayu-db', { command: ['postgres'] }],
    [
      'not so: the service "dayu-db" shares an internal network with its own subgraph only',
      'datai',
      { networks: ['dayu-db', 'federation'] },
    ],
    [
      'not so: the service "chengzi" serves from its own database as another role than the owner, with the password from the secret',
      'chengzi',
      withVariable('chengzi', 'DATABASE_URL', 'postgres://chengzi_runtime@dayu-db:5432/chengzi'),
    ],
    [
      'not so: the service "chengzi" serves from its own database as another role than the owner, with the password from the secret',
      'chengzi',
      withVariable('chengzi', 'DATABASE_URL', 'postgres://chengzi@chengzi-db:5432/chengzi'),
    ],
    [
      'not so: the service "chengzi" prepares its own database as the owner, with the password from the secret',
      'chengzi',
      withVariable('chengzi', 'DATABASE_OWNER_URL', 'postgres://chengzi_runtime@chengzi-db:5432/chengzi'),
    ],
    [
      'not so: the service "datai" holds the three passwords of its own database and no other secret',
      'datai',
      {
        secrets: [
          'datai_db_password',
          'datai_db_runtime_password',
          'datai_db_warehouse_password',
          'dayu_db_password',
        ],
      },
    ],
    [
      'not so: the service "datai" lets the warehouse read as a role of its own, with the password from the secret',
      'datai',
      withVariable('datai', 'WAREHOUSE_ROLE', 'datai_runtime'),
    ],
    [
      'not so: the service "dayu-db" shares another network with the warehouse\'s program only, and no third',
      'gateway',
      { networks: ['federation', 'door', 'dayu-warehouse'] },
    ],
    [
      'not so: the service "insight" reads every subgraph as its warehouse role, with the password from the secret',
      'insight',
      withVariable('insight', 'SOURCES', ''),
    ],
    [
      'not so: the service "insight" reaches its own database and those of its sources, the gateway and the issuer, and nothing else',
      'insight',
      { networks: ['insight-db', 'federation'] },
    ],
    [
      'not so: the service "datai" believes the tokens of the issuer that is set',
      'datai',
      withVariable('datai', 'OIDC_ISSUER', 'https://another.example'),
    ],
    [
      'not so: the service "datai" knows where the district is, or the district where all streets are',
      'datai',
      withVariable('datai', 'DISTRICT_URL', ''),
    ],
    [
      'not so: the service "district" knows where the district is, or the district where all streets are',
      'district',
      withVariable('district', 'AUDIT_URLS', 'DAYU=http://dayu:4001/graphql'),
    ],
    [
      'not so: the service "datai" reaches the issuer of tokens by a network that leads out and has neither the gateway nor a database on it',
      'datai',
      { networks: ['datai-db', 'federation'] },
    ],
    [
      'not so: the service "datai" reaches the issuer of tokens by a network that leads out and has neither the gateway nor a database on it',
      'gateway',
      { networks: ['federation', 'door', 'issuer'] },
    ],
    [
      'not so: the service "chengzi" keeps passwords out of its environment',
      'chengzi',
      { environment: { DATABASE_URL: 'postgres://a:secret@chengzi-db/a' } },
    ],
    ['not so: the service "district" runs as a user that is not root', 'district', { user: 'root' }],
    ['not so: the service "district" has a health check', 'district', { healthcheck: {} }],
    ['not so: the service "datai" leaves the building of the image to the gateway', 'datai', { build: '.' }],
    [
      'not so: the service "datai" runs the project\'s one image, which is in no registry',
      'datai',
      { pull_policy: 'missing' },
    ],
    [
      'not so: the service "gateway" has a heap that leaves a fifth of its memory to the rest of Node',
      'gateway',
      { mem_limit: '800m' },
    ],
    [
      'not so: the service "gateway" starts whatever else is down',
      'gateway',
      { depends_on: { dayu: { condition: 'service_healthy' } } },
    ],
    ['not so: the service "gateway" shares a network with dayu', 'gateway', { networks: ['door'] }],
    ['not so: the service "gateway" restarts unless stopped', 'gateway', { restart: 'no' }],
  ])('says: %s', (sentence, service, change) => {
    expect(shortcomings(changed(service, change), image)).toContain(sentence);
  });

  it('lets exactly one service build the image: builds of one tag side by side fail', () => {
    const builders = Object.entries(compose.services).filter(([, { build }]) => build !== undefined);
    expect(builders.map(([name]) => name)).toEqual(['gateway']);
  });

  it('uses every network, volume and secret that it declares', () => {
    const used = (key: 'networks' | 'secrets'): string[] =>
      [...new Set(Object.values(compose.services).flatMap((service) => service[key] ?? []))].sort();
    expect(used('networks')).toEqual(Object.keys(compose.networks).sort());
    expect(used('secrets')).toEqual(Object.keys(compose.secrets).sort());
    const volumes = [...SUBGRAPHS, INSIGHT].map(({ name }) => `${name}-db`);
    expect(Object.keys(compose.volumes).sort()).toEqual([...volumes, 'insight-jobs'].sort());
  });
});

describe('the Dockerfile', () => {
  it('names no street, so that a fifth one changes nothing in it', () => {
    expect(STREETS.filter(({ name }) => dockerfileText().includes(name))).toEqual([]);
  });

  it('makes an image for production whose user is not root', () => {
    expect(image.environment).toMatchObject({ NODE_ENV: 'production', HOST: '0.0.0.0' });
    expect(image.user).toBe('1000:1000');
  });
});
