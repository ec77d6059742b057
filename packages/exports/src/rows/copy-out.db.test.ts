import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Client } from 'pg';
import copyStreams from 'pg-copy-streams';
import { createTestDatabase, type TestDatabase } from '../../../../tests/support/test-database';
import { copyOut } from './copy-out';

let store: TestDatabase;
let client: Client;
beforeAll(async () => {
  store = await createTestDatabase();
  await store.query(`CREATE FUNCTION says(n int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN
    IF n % 100 = 0 THEN RAISE NOTICE '第 % 行', n; END IF; RETURN n; END $$`);
  client = new Client({ connectionString: store.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await store.drop();
});

/** Length and digest of all bytes. */
async function digestOf(copy: Readable): Promise<readonly [bytes: number, digest: string]> {
  const digest = createHash('sha256');
  let bytes = 0;
  for await (const chunk of copy as AsyncIterable<Buffer>) {
    digest.update(chunk);
    bytes += chunk.length;
  }
  return [bytes, digest.digest('hex')];
}

const COPIES: Readonly<Record<string, string>> = {
  'no row': 'SELECT 1 WHERE false',
  'one row': `SELECT 1, '中文𠮷', NULL`,
  'many short rows': 'SELECT n, n::text FROM generate_series(1, 100000) n',
  'rows longer than what arrives at once': `SELECT n, repeat('长', 300000 + n) FROM generate_series(1, 12) n`,
  'rows of all lengths': `SELECT repeat('x', n * 37 % 9000) FROM generate_series(1, 5000) n`,
  'rows with notices in between': 'SELECT says(n), n FROM generate_series(1, 20000) n',
};

test.each(Object.entries(COPIES))('%s arrive as they do from the library', async (_, select) => {
  for (const format of ['binary', 'csv']) {
    const copy = `COPY (${select}) TO STDOUT (FORMAT ${format})`;
    const [ours, theirs] = [client.query(copyOut(copy)), copyStreams.to(copy)];
    const found = await digestOf(ours);
    expect(found).toEqual(await digestOf(client.query(theirs)));
    expect(ours.rowCount).toBe(theirs.rowCount);
  }
});

test('an error, at once or behind rows, is one of the copy, and the connection goes on', async () => {
  for (const select of ['SELECT nothing', 'SELECT 1 / (50000 - n) FROM generate_series(1, 60000) n']) {
    await expect(digestOf(client.query(copyOut(`COPY (${select}) TO STDOUT`)))).rejects.toThrow(
      /nothing|division by zero/,
    );
    expect((await client.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  }
});
