import { spawn } from 'node:child_process';
import { chmodSync, chownSync, copyFileSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { createDataSource } from '@mtg/subgraph-kit';
import { ROOT } from '../support/project';
import { eventually } from '../support/wait';
import { query } from './support/query';
import { Scratch } from './support/scratch';

const scratch = new Scratch();
afterAll(async () => scratch.clear());

/**
 * The certificate of a private CA, and of a server that it signed for localhost, both for a hundred years. The CA's own key
 * is gone.
 */
const path = (name: string): string => join(__dirname, 'support/private-ca', name);

describe('a private CA', () => {
  it('is that of PostgreSQL by sslrootcert in the URL', async () => {
    const cluster = await scratch.startCopy('secure');
    const data = scratch.path('secure/data');
    const { uid, gid } = statSync(data);
    for (const file of ['server.key', 'server.crt']) {
      copyFileSync(path(file), join(data, file));
      chownSync(join(data, file), uid, gid);
      chmodSync(join(data, file), 0o600);
    }
    const url = cluster.url('secure');
    await query(url, 'ALTER SYSTEM SET ssl = on');
    await query(url, 'SELECT pg_reload_conf()');
    const connect = (search: string) =>
      createDataSource({ url: url + search, entities: [], migrations: [] }).initialize();
    const trusted = `?sslmode=verify-full&sslrootcert=${path('ca.pem')}`;
    await eventually('the server speaks TLS', async () =>
      connect(trusted).then(
        async (source) => source.destroy().then(() => true),
        () => false,
      ),
    );
    const source = await connect(trusted);
    expect(await source.query('SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()')).toEqual([
      { ssl: true },
    ]);
    await source.destroy();
    await expect(connect('?sslmode=verify-full')).rejects.toThrow(/unable to verify|self.signed/);
  });

  describe('of an https server, by NODE_EXTRA_CA_CERTS', () => {
    let server: Server;
    beforeAll(async () => {
      const pair = { key: readFileSync(path('server.key')), cert: readFileSync(path('server.crt')) };
      server = createServer(pair, (_request, response) => response.end('{}'));
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    });
    afterAll(() => server.close());

    it.each([
      ['the issuer and the district', 'fetch(url)'],
      [
        'the gateway to a subgraph',
        `new (require('undici').Pool)(url).request({ path: '/', method: 'GET' })`,
      ],
    ])('is that of %s', async (_, call) => {
      const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const script = `const url = '${url}'; (async () => ${call})().then(() => console.log('trusted'), (error) => console.log('refused', error)).then(() => process.exit())`;
      const ask = async (environment: Readonly<Record<string, string>>) =>
        text(
          spawn(process.execPath, ['-e', script], {
            cwd: join(ROOT, 'gateway'),
            env: { PATH: '/usr/bin:/bin', ...environment },
            stdio: ['ignore', 'pipe', 'ignore'],
          }).stdout,
        );
      expect(await ask({ NODE_EXTRA_CA_CERTS: path('ca.pem') })).toBe('trusted\n');
      expect(await ask({})).toMatch(/^refused/);
    });
  });
});
