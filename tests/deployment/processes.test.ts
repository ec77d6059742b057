import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eventually, eventuallyHolds } from '../support/wait';
import { Container } from './support/container';
import { serverSettings } from './support/server-settings';
import { StandIn } from './support/stand-in';

const SUBGRAPHS = ['dayu', 'district'];
const DATABASES = [...SUBGRAPHS, 'insight'].map((name) => `${name}-db`);

describe('what the containers of docker-compose.yml run, as plain processes', () => {
  let standIn: StandIn;
  let issuer: Server;
  const containers = new Map<string, Container>();
  const container = (name: string): Container => {
    const found = containers.get(name);
    if (!found) throw new Error(`${name} was not started`);
    return found;
  };

  beforeAll(async () => {
    standIn = new StandIn();
    await Promise.all(DATABASES.map(async (name) => standIn.startDatabase(name)));
    await standIn.assignPorts();
    // The district's provider, of whom the subgraphs want to know that it is there.
    issuer = createServer((_, response) => response.end('{"keys":[]}')).listen(0, '127.0.0.1');
    await once(issuer, 'listening');
    const keys = `http://127.0.0.1:${(issuer.address() as AddressInfo).port}/jwks.json`;
    for (const name of SUBGRAPHS) {
      containers.set(name, await Container.start(standIn, name, { JWKS_URL: keys }));
    }
    containers.set('gateway', await Container.start(standIn, 'gateway'));
  });

  afterAll(async () => {
    await Promise.all([...containers.values()].map(async (running) => running.stop('SIGKILL')));
    issuer.close();
    await standIn.clear();
  });

  it.each(SUBGRAPHS)(
    '%s becomes ready, connected as the role that serves and no longer as the owner',
    async (name) => {
      await container(name).answers('/readyz');
      // The owner's last connection ends while the first of the role that serves are used.
      await eventuallyHolds(async () => {
        const roles = await standIn.ask(
          `${name}-db`,
          `SELECT DISTINCT usename AS role FROM pg_stat_activity WHERE datname = '${name}' AND backend_type = 'client backend'`,
        );
        expect(roles).toEqual([{ role: `${name}_runtime` }]);
      });
    },
  );

  it('the street and the district answer for themselves', async () => {
    await expect(container('dayu').ask('{ dayu { code centers { number } } }')).resolves.toEqual({
      data: { dayu: { code: 'DAYU', centers: Array.from({ length: 7 }, (_, at) => ({ number: at + 1 })) } },
    });
    await expect(container('district').ask('{ district { baseTasks { declaredCount } } }')).resolves.toEqual({
      data: { district: { baseTasks: { declaredCount: 32 } } },
    });
  });

  it('the gateway starts without the other streets, asks those that are there and names one that is not', async () => {
    const gateway = container('gateway');
    await gateway.answers('/healthz');
    const { data, errors } = await gateway.ask(
      '{ dayu { code } chengzi { code } district { code: __typename } }',
    );
    expect(data).toMatchObject({ dayu: { code: 'DAYU' }, chengzi: null, district: { code: 'District' } });
    expect(errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE', street: 'CHENGZI' } }]);
    await eventuallyHolds(async () => {
      const ready = await fetch(`${gateway.url}/readyz`);
      expect(ready.status).toBe(503);
      await expect(ready.json()).resolves.toMatchObject({
        parts: { dayu: 'ready', district: 'ready', chengzi: 'unavailable' },
      });
    });
  });

  it('the health check finds all of them healthy, the gateway too while streets are down', async () => {
    const healthy = await Promise.all([...containers.values()].map(async (running) => running.isHealthy()));
    expect(healthy).toEqual([true, true, true]);
  });

  it('PostgreSQL 18 knows every setting that the databases are started with', async () => {
    for (const name of DATABASES) {
      const settings = [...serverSettings(standIn.service(name)).keys()];
      const known = await standIn.ask(name, 'SELECT name FROM pg_settings');
      const names = new Set(known.map((row) => row['name']));
      expect(settings.filter((setting) => !names.has(setting))).toEqual([]);
    }
  });

  it('a street with the wrong password in its secret ends with a sentence and not with the password', async () => {
    const file = `${standIn.environment('dayu')['DATABASE_OWNER_PASSWORD_FILE']}.wrong`;
    writeFileSync(file, 'not-the-password');
    const wrong = await Container.start(standIn, 'dayu', { DATABASE_OWNER_PASSWORD_FILE: file, PORT: '0' });
    const { code, output } = await wrong.ended;
    expect(output).toMatch(/DATABASE_OWNER_URL: .*the database refuses the login/);
    expect(output).not.toContain('not-the-password');
    expect(code).toBe(78);
  });

  it('a street whose owner is to serve ends with a sentence that names the next action', async () => {
    const { DATABASE_OWNER_URL = '', DATABASE_OWNER_PASSWORD_FILE = '' } = standIn.environment('dayu');
    const one = { DATABASE_URL: DATABASE_OWNER_URL, DATABASE_PASSWORD_FILE: DATABASE_OWNER_PASSWORD_FILE };
    const { code, output } = await (await Container.start(standIn, 'dayu', { ...one, PORT: '0' })).ended;
    expect(output).toMatch(/DATABASE_OWNER_URL: .*the same role "dayu".*use another role in DATABASE_URL/);
    expect(code).toBe(78);
  });

  it('a street as it was deployed before, with one role, is told to name the other', async () => {
    const { DATABASE_OWNER_URL = '', DATABASE_OWNER_PASSWORD_FILE = '' } = standIn.environment('dayu');
    const earlier = {
      DATABASE_URL: DATABASE_OWNER_URL,
      DATABASE_PASSWORD_FILE: DATABASE_OWNER_PASSWORD_FILE,
      DATABASE_OWNER_URL: '',
      DATABASE_OWNER_PASSWORD_FILE: '',
    };
    const { code, output } = await (await Container.start(standIn, 'dayu', { ...earlier, PORT: '0' })).ended;
    expect(output).toMatch(/DATABASE_OWNER_URL: 缺少 · missing.*must not be able to change the schema/);
    expect(code).toBe(78);
  });

  it('the insight program starts without the other streets, and reads those that are there', async () => {
    containers.set('insight', await Container.start(standIn, 'insight'));
    await container('insight').answers('/readyz');
    const reached = async () => {
      const rows = await standIn.ask(
        'insight-db',
        `SELECT name FROM warehouse.source WHERE state <> 'UNREACHABLE' ORDER BY name`,
        'insight',
      );
      return rows.map((row) => row['name']).join();
    };
    await eventually('both are reached, and no other', async () => (await reached()) === 'dayu,district');
    await expect(container('insight').isHealthy()).resolves.toBe(true);
  });

  it('each stops in order when asked to, and its health check notices', async () => {
    for (const [name, running] of containers) {
      expect([name, (await running.stop()).code]).toEqual([name, 0]);
      await expect(running.isHealthy()).resolves.toBe(false);
    }
  });
});
