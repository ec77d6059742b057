import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { createTestDatabase, type TestDatabase } from '../../../tests/support/test-database';
import { eventually } from '../../../tests/support/wait';
import { VISITS, VISITS_VIEW } from '../../dataset-query/src/test-support/visits';
import { startOData, type ODataServer } from './test-support/odata-server';

let store: TestDatabase;
let server: ODataServer;
let address: string;
beforeAll(async () => {
  store = await createTestDatabase();
  await store.query(VISITS_VIEW);
  await store.query(
    `INSERT INTO visit (street, id, note, position) SELECT 'DAYU', gen_random_uuid(), repeat(md5(n::text), 30), 100 + n FROM generate_series(1, 20000) AS n`,
  );
  server = await startOData(store, [VISITS]);
  address = await server.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await server.stop();
  await store.drop();
});

const ask = (options: string) =>
  get(`${address}/odata/visits?${options}`, {
    headers: { authorization: 'district', prefer: 'odata.maxpagesize=20000' },
  });

/** Connections of the service in the midst of something. */
const atWork = () =>
  store.query(
    `SELECT query FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend' AND state <> 'idle'`,
  );

test('a client that goes while it reads leaves neither connection nor statement', async () => {
  const request = ask('');
  // The event `response` has one argument.
  const [answer] = (await once(request, 'response')) as [IncomingMessage];
  await once(answer, 'readable');
  expect(await atWork()).toHaveLength(1);
  request.destroy();
  await eventually('the connection is free', async () => (await atWork()).length === 0);
});

test('a client that goes before the first row ends the statement', async () => {
  await store.query(
    `CREATE OR REPLACE VIEW bi.visits AS SELECT visit.* FROM visit, LATERAL (SELECT count(*) FROM generate_series(1, 20000) AS g WHERE g > position) AS slow WHERE slow.count >= 0`,
  );
  const request = ask('$orderby=note');
  request.on('error', () => undefined);
  await eventually('the statement runs', async () =>
    (await atWork()).some(({ query }) => String(query).startsWith('FETCH')),
  );
  request.destroy();
  await eventually('the statement has ended', async () => (await atWork()).length === 0);
});

test('clients that go while a connection is waited for leave nothing', async () => {
  // Held up until the clients have gone, as under load.
  const taken = await Promise.all(Array.from({ length: 4 }, () => server.pool.connect()));
  for (const path of ['', '$apply=aggregate($count as n)', '$top=1']) {
    const request = ask(path);
    request.on('error', () => undefined);
    await eventually('it waits for a connection', () => server.pool.waitingCount === 1);
    request.destroy();
    await eventually('the service has noticed', async () => (await connections()) === 0);
    taken.pop()?.release();
    await eventually('the connection is free', () => server.pool.idleCount === 1);
    taken.push(await server.pool.connect());
  }
  for (const each of taken) each.release();
  expect(await atWork()).toHaveLength(0);
});

const connections = async (): Promise<number> =>
  new Promise((resolve, reject) => {
    server.app.server.getConnections((error, count) => (error ? reject(error) : resolve(count)));
  });
