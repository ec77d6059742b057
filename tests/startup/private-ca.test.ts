import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, copyFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { createDataSource } from '@mtg/subgraph-kit';
import { ROOT } from '../support/project';
import { eventually } from '../support/wait';
import { query } from './support/query';
import { Scratch } from './support/scratch';

jest.setTimeout(60_000);

const scratch = new Scratch();
afterAll(async () => scratch.clear());

const path = (name: string): string => scratch.path(name);
const openssl = (...given: readonly string[]): void =>
  void execFileSync('openssl', given, { cwd: scratch.folder, stdio: 'ignore' });

/** Makes a CA, and the certificate of a server that it signed. */
function makeCertificates(): void {
  const key = ['-newkey', 'rsa:2048', '-nodes', '-keyout'];
  openssl('req', '-x509', ...key, 'ca.key', '-out', 'ca.pem', '-days', '2', '-subj', '/CN=private-ca');
  openssl('req', ...key, 'server.key', '-out', 'server.csr', '-subj', '/CN=localhost');
  writeFileSync(path('names'), 'subjectAltName=DNS:localhost,IP:127.0.0.1');
  const signed = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '2', '-extfile', 'names'];
  openssl('x509', '-req', '-in', 'server.csr', '-out', 'server.crt', ...signed);
}

// Every system that has Node has it, but for the smallest images.
const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

(hasOpenssl ? describe : describe.skip)('a private CA', () => {
  beforeAll(makeCertificates);

  it('is that of PostgreSQL by sslrootcert in the URL', async () => {
    const cluster = await scratch.start('secure');
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
