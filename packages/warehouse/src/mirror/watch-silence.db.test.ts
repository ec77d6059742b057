import { createTestDatabase, type TestDatabase } from '../../../../tests/support/test-database';
import { eventually } from '../../../../tests/support/wait';
import { watchSilence } from './watch-silence';

let warehouse: TestDatabase;
beforeAll(async () => {
  warehouse = await createTestDatabase();
  await warehouse.query(`CREATE SCHEMA bi; CREATE TABLE bi.freshness (street text, state text, problem_zh text, problem_en text);
    INSERT INTO bi.freshness VALUES ('DAYU', 'FOLLOWING'), ('CHENGZI', 'UNREACHABLE')`);
});
afterAll(() => warehouse.drop());

test('a source that falls silent is logged once, and once when it is back', async () => {
  const lines: (readonly [level: string, fields: object, text: string])[] = [];
  let looks = 0;
  const logger = {
    warn: (fields: object, text: string) => void lines.push(['warn', fields, text]),
    info: (fields: object, text: string) => void lines.push(['info', fields, text]),
  };
  const watch = watchSilence({
    databaseUrl: warehouse.url,
    staleAfterSeconds: 0,
    everyMs: 5,
    logger: logger as never, // the forms of a line that are used
  });
  const to = (state: string): Promise<unknown> =>
    warehouse.query(
      `UPDATE bi.freshness SET state = '${state}', problem_en = 'Nothing complete' WHERE street = 'DAYU'`,
    );
  const silentAgain = (): number => lines.filter(([level]) => level === 'warn').length;
  try {
    await to('BEHIND');
    await eventually('it is said', () => silentAgain() === 1);
    // Silent for many looks, with a failure between: the line stays one.
    await to('UNREACHABLE');
    await to('BEHIND');
    await eventually('some looks', () => (looks += 1) > 10);
    await to('FOLLOWING');
    await eventually('it is back', () => lines.length === 2);
    await to('BEHIND');
    await eventually('it is said again', () => silentAgain() === 2);
  } finally {
    await watch.stop();
  }
  expect(lines).toEqual([
    ['warn', { source: 'DAYU', problem: 'Nothing complete' }, expect.stringContaining('silent')],
    ['info', { source: 'DAYU' }, expect.stringContaining('heard of again')],
    ['warn', { source: 'DAYU', problem: 'Nothing complete' }, expect.stringContaining('silent')],
  ]);
});
