import type { Logger } from '@mtg/service-kit';
import { Client } from 'pg';
import { query } from '../../../../tests/startup/support/query';
import type { TestDatabase } from '../../../../tests/support/test-database';
import { eventually } from '../../../../tests/support/wait';
import { roleOf, watchKeys } from '../index';
import { createEmptyWarehouse, keyName, openKeys, type KeyRing } from '../test-support/key-ring';
import { restoreLogins } from './restore-logins';

let warehouse: TestDatabase;
let keys: KeyRing;
beforeAll(async () => {
  warehouse = await createEmptyWarehouse();
  keys = await openKeys(warehouse);
});
afterEach(() => keys.revokeAll());
afterAll(async () => {
  await keys.close();
  await warehouse.drop();
});

test('sessions have limits', async () => {
  const { url } = await keys.grant('DAYU');
  const [settings] = await query(
    url,
    `SELECT current_setting('statement_timeout') AS statement, current_setting('default_transaction_read_only') AS "readOnly",
       current_setting('idle_session_timeout') AS idle, current_setting('search_path') AS path,
       (SELECT rolconnlimit FROM pg_roles WHERE rolname = session_user) AS connections`,
  );
  expect(settings).toEqual({
    statement: '5min',
    readOnly: 'on',
    idle: '30min',
    path: 'bi',
    connections: 10,
  });
});

/** Changes a login for good, with that login. */
const changeLogin = async (url: string, login: string, change: string): Promise<void> => {
  const session = new Client({ connectionString: url });
  await session.connect();
  try {
    await session.query('SET default_transaction_read_only = off');
    await session.query(`ALTER ROLE ${login} ${change}`);
  } finally {
    await session.end();
  }
};
const misused = async (): Promise<{ url: string; login: string; changed: string }> => {
  const { url, name } = await keys.grant('DAYU');
  const login = roleOf(name);
  for (const change of [
    'SET statement_timeout = 0',
    'SET idle_in_transaction_session_timeout = 0',
    `SET work_mem = '1GB'`,
    `IN DATABASE ${warehouse.name} SET search_path = public`,
    'RESET default_transaction_read_only',
    `PASSWORD 'another'`,
  ]) {
    await changeLogin(url, login, change);
  }
  return { url, login, changed: Object.assign(new URL(url), { password: 'another' }).toString() };
};
const settingsIn = async (url: string): Promise<unknown> =>
  (
    await query(
      url,
      `SELECT concat_ws(' ', current_setting('statement_timeout'), current_setting('idle_in_transaction_session_timeout'),
         current_setting('work_mem'), current_setting('search_path'), current_setting('default_transaction_read_only')) AS all`,
    )
  )[0]?.['all'];

const AS_GRANTED = '5min 2min 4MB bi on';

test('what a key changes of its own login is restored', async () => {
  const { url: untouched } = await keys.grant();
  const { url, login, changed } = await misused();
  expect(await settingsIn(changed)).toBe('0 0 1GB public off');
  expect(await restoreLogins(keys.owner)).toEqual([{ login, settings: true, password: true }]);
  expect(await settingsIn(url)).toBe(await settingsIn(untouched));
  expect(await settingsIn(url)).toBe(AS_GRANTED);
  await expect(query(changed, 'SELECT 1')).rejects.toThrow(/authentication failed/);
  expect(await restoreLogins(keys.owner)).toEqual([]);
});

test('an owner that may not see passwords sets them again when asked to', async () => {
  const { url, login, changed } = await misused();
  const limited = keyName();
  await keys.owner.query(
    `CREATE ROLE ${limited} CREATEROLE; GRANT USAGE ON SCHEMA warehouse TO ${limited}; GRANT ALL ON warehouse.key TO ${limited};
     GRANT ${login} TO ${limited} WITH ADMIN TRUE`,
  );
  try {
    await keys.owner.query(`SET ROLE ${limited}`);
    expect(await restoreLogins(keys.owner)).toEqual([{ login, settings: true, password: false }]);
    await keys.owner.query('RESET ROLE');
    await keys.owner.query(`ALTER ROLE ${login} PASSWORD 'another'`);
    await keys.owner.query(`SET ROLE ${limited}`);
    expect(await restoreLogins(keys.owner)).toEqual([]);
    await query(changed, 'SELECT 1');
    expect(await restoreLogins(keys.owner, true)).toEqual([]);
    expect(await settingsIn(url)).toBe(AS_GRANTED);
  } finally {
    await keys.owner.query('RESET ROLE');
    await keys.owner.query(`DROP OWNED BY ${limited}; DROP ROLE ${limited}`);
  }
});

test('the program looks again and again, and says in its log what it restored', async () => {
  const lines: string[] = [];
  const log = { warn: (...given: unknown[]) => lines.push(JSON.stringify(given)) } as unknown as Logger; // the rest is not used
  // Not beside the watch: the server refuses one of two changes of a login that meet.
  const { url, login } = await misused();
  const connections = () =>
    warehouse.query(
      `SELECT pid FROM pg_stat_activity WHERE application_name = 'keys' AND datname = current_database()`,
    );
  const watch = watchKeys({ databaseUrl: warehouse.url, everyMs: 20, logger: log });
  const restored = async () => {
    await eventually('it is restored', async () => (await settingsIn(url).catch(String)) === AS_GRANTED);
    await eventually('it is told', () => lines.join('\n').includes(login));
  };
  try {
    await restored();
    const first = await connections();
    expect(first).toHaveLength(1);
    lines.length = 0;
    await changeLogin(url, login, 'SET statement_timeout = 0');
    await restored();
    expect(await connections()).toEqual(first);
  } finally {
    await watch.stop();
  }
});
