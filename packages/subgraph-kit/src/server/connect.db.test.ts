import { ConfigurationError, StartFailure } from '@mtg/service-kit';
import { forwardTo, type Forward } from '../../test-support/forward';
import { silent } from '../../test-support/places';
import { adminUrl } from '../../../../tests/support/test-database';
import { createDataSource } from '../database/data-source';
import { connect } from './connect';

const sourceAt = (url: string) => createDataSource({ url, entities: [], migrations: [] });

let way: Forward;
beforeEach(async () => (way = await forwardTo(adminUrl())));
afterEach(() => way.cut());

test('waits for a database that starts later than its subgraph', async () => {
  const database = sourceAt(way.url);
  let opened: Promise<void> | undefined;
  // Opens when the first attempt has failed.
  const logger = Object.assign(Object.create(silent) as typeof silent, {
    info: () => (opened ??= way.open()),
  });
  await connect(database, 60, logger);
  expect(opened).toBeDefined();
  expect(await database.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await database.destroy();
});

test('gives up at the end of the wait, with an error that says the database is out of reach', async () => {
  const failure: unknown = await connect(sourceAt(way.url), 0, silent).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(StartFailure);
  expect(failure).toMatchObject({ message: expect.stringContaining('could not be reached within 0 s') });
});

test.each([
  ['a wrong password', { password: 'wrong' }, '28P01'],
  ['an unknown user', { username: 'unknown' }, '28P01'],
  ['a database that does not exist', { pathname: '/nowhere' }, '3D000'],
])('%s: refused at once, as a matter of configuration', async (_what, change, reason) => {
  const failure: unknown = await connect(
    sourceAt(Object.assign(new URL(adminUrl()), change).toString()),
    60,
    silent,
  ).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(ConfigurationError);
  expect(String(failure)).toContain('DATABASE_URL: 数据库拒绝登录');
  expect(String(failure)).toContain(reason);
});

test('no password where the server wants one: refused at once too', async () => {
  await way.open();
  const url = Object.assign(new URL(way.url), { password: '' }).toString();
  // pg leaves that connection open, and DROP DATABASE would wait for the server to give it up: cut after the test.
  await expect(connect(sourceAt(url), 60, silent)).rejects.toBeInstanceOf(ConfigurationError);
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
