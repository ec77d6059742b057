import { once } from 'node:events';
import { connect as open, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { ConfigurationError } from '@mtg/service-kit';
import { silent } from '../../test-support/places';
import { adminUrl } from '../../../../tests/support/test-database';
import { createDataSource } from '../database/data-source';
import { isDatabaseUnavailable } from '../database/unavailable';
import { connect } from './connect';

const sourceAt = (change: Partial<URL>) =>
  createDataSource({
    url: Object.assign(new URL(adminUrl()), change).toString(),
    entities: [],
    migrations: [],
  });

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server on a TCP port has an address of that kind.
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** A way to the real server that opens on a port at a time of the test's choosing. */
function forwardFrom(port: number, upstreams: Socket[] = []): Server {
  const { hostname, port: target } = new URL(adminUrl());
  return createServer((socket) => {
    const upstream = open(Number(target), hostname);
    upstreams.push(upstream);
    socket.pipe(upstream).pipe(socket);
    socket.on('error', () => upstream.destroy()).on('close', () => upstream.destroy());
    upstream.on('error', () => socket.destroy()).on('close', () => socket.destroy());
  }).listen(port, '127.0.0.1');
}

test('waits for a database that starts later than its subgraph', async () => {
  const port = await freePort();
  const database = sourceAt({ port: String(port) });
  let server: Server | undefined;
  const logger = {
    ...silent,
    // Opens when the first attempt has failed.
    info: () => {
      server ??= forwardFrom(port);
    },
  } as unknown as typeof silent;
  await connect(database, 60, logger);
  expect(server).toBeDefined();
  expect(await database.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await database.destroy();
  server?.close();
});

test('gives up at the end of the wait, with an error that says the database is out of reach', async () => {
  const database = sourceAt({ port: String(await freePort()) });
  const failure: unknown = await connect(database, 0, silent).catch((error: unknown) => error);
  expect(isDatabaseUnavailable(failure)).toBe(true);
  expect(failure).not.toBeInstanceOf(ConfigurationError);
});

test.each([
  ['a wrong password', { password: 'wrong' }, '28P01'],
  ['an unknown user', { username: 'nobody' }, '28P01'],
  ['a database that does not exist', { pathname: '/nowhere' }, '3D000'],
])('%s: refused at once, as a matter of configuration', async (_what, change, reason) => {
  const failure: unknown = await connect(sourceAt(change), 60, silent).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(ConfigurationError);
  expect(String(failure)).toContain('DATABASE_URL: 数据库拒绝登录');
  expect(String(failure)).toContain(reason);
});

test('no password where the server wants one: refused at once too', async () => {
  const port = await freePort();
  const upstreams: Socket[] = [];
  const server = forwardFrom(port, upstreams);
  const failure: unknown = await connect(sourceAt({ password: '', port: String(port) }), 60, silent).catch(
    (error: unknown) => error,
  );
  // pg leaves that connection open; the server would wait a minute for its password, and DROP DATABASE for the server.
  for (const upstream of upstreams) upstream.destroy();
  server.close();
  expect(failure).toBeInstanceOf(ConfigurationError);
});

test('a password given apart takes the place of the one in the URL, whatever its characters', async () => {
  const { password } = new URL(adminUrl());
  const given = Object.assign(new URL(adminUrl()), { password: 'wrong' }).toString();
  const options = { url: given, entities: [], migrations: [] };
  const right = createDataSource({ ...options, password: decodeURIComponent(password) });
  await connect(right, 0, silent);
  await right.destroy();
  await expect(connect(createDataSource({ ...options, password: 'p@ss:w/ %' }), 0, silent)).rejects.toThrow(
    '28P01',
  );
});
