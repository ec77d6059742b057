import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeRunningParts } from '../../platform/src/launcher/running-parts';
import { databaseOf, databasesOfPlatform, witnessDatabases } from './config';

const WITHOUT = 'postgres://dayu@127.0.0.1:5432/dayu';
const WITH = 'postgres://datai:own@127.0.0.1:5432/datai';

let data: string;
beforeAll(() => {
  data = mkdtempSync(join(tmpdir(), 'mtg-config-'));
  mkdirSync(join(data, 'run'));
  const subgraph = { kind: 'subgraph', port: 4001, url: 'http://127.0.0.1:4001/graphql' } as const;
  writeRunningParts(data, [
    { name: 'dayu', ...subgraph, ownerDatabaseUrl: WITHOUT },
    { name: 'datai', ...subgraph, ownerDatabaseUrl: WITH },
  ]);
});
afterAll(() => rmSync(data, { recursive: true }));

describe('the database of a running platform', () => {
  it.each([
    ['is given', () => ({ DATABASE_OWNER_PASSWORD: 's3cret' })],
    [
      'is in a file',
      () => {
        const file = join(data, 'password');
        writeFileSync(file, 's3cret\n');
        return { DATABASE_OWNER_PASSWORD_FILE: file };
      },
    ],
  ])('is reached by the password that %s, unless it has one of its own', (_, environment) => {
    expect(databaseOf('dayu', data, environment())).toEqual({ url: WITHOUT, password: 's3cret' });
    expect(databaseOf('datai', data, environment())).toEqual({ url: WITH });
    expect(witnessDatabases(databasesOfPlatform(data, environment()), {})).toEqual([
      { url: WITHOUT, password: 's3cret' },
      { url: WITH },
    ]);
  });

  it('is unavailable where nothing runs, and the message names the directory and the corrections', () => {
    const elsewhere = join(data, 'nothing');
    expect(() => databaseOf('dayu', elsewhere, {})).toThrow(
      expect.objectContaining({
        exitCode: 66,
        message: expect.stringMatching(
          new RegExp(`${elsewhere}.*npm start.*--data-dir.*DATABASE_OWNER_URL`, 'u'),
        ),
      }),
    );
    expect(() => databaseOf('chengzi', data, {})).toThrow('“chengzi” is not running on');
  });

  it('is reached as it is where there is none', () =>
    expect(databaseOf('dayu', data, {})).toEqual({ url: WITHOUT, password: undefined }));
});
