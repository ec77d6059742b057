import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../../tests/support/test-database';
import { eventually } from '../../../../tests/support/wait';
import { WAREHOUSE_MIGRATIONS } from '../migrations';
import type { InTheWay } from './in-the-way';
import { isOwnTurn, OWN_NAME } from './in-the-way';
import { Mirror } from './mirror';
import { CopySwaps } from './swap-copies';
import { inViewsTurn } from './views-turn';

let warehouse: TestDatabase;
beforeAll(async () => {
  warehouse = await createTestDatabase();
  // A migration needs nothing of a runner but its `query`.
  for (const Migration of WAREHOUSE_MIGRATIONS) await new Migration().up({ query: warehouse.query } as never);
  await warehouse.query('CREATE SCHEMA IF NOT EXISTS bi');
});
afterAll(() => warehouse.drop());

/** Notes the lines of a log by their levels. */
function notedLog() {
  const levels: string[] = [];
  const level = (name: string) => () => void levels.push(name);
  const logger = { info: level('info'), warn: level('warn'), error: level('error') };
  return { levels, logger: logger as never }; // the levels that are used
}

test('copies that are made at once take turns, and nothing is said of it', async () => {
  const [one, other] = [0, 1].map(
    () => new Client({ connectionString: warehouse.url, application_name: OWN_NAME }),
  ) as [Client, Client]; // one for each number
  await Promise.all([one.connect(), other.connect()]);
  try {
    await one.query('BEGIN');
    expect(await isOwnTurn(one)).toBe(true);
    const { levels, logger } = notedLog();
    const tries: (readonly InTheWay[])[] = [];
    let works = 0;
    const onWaiting = async (found: readonly InTheWay[]): Promise<void> => {
      tries.push(found);
      if (tries.length === 2) await one.query('COMMIT');
    };
    await inViewsTurn(other, { logger, onWaiting }, async () => void (works += 1));
    expect({ works, tries, levels }).toEqual({ works: 1, tries: [[], []], levels: [] });
  } finally {
    await Promise.all([one.end(), other.end()]);
  }
});

test('a source that is away at first is no warning yet', async () => {
  const { levels, logger } = notedLog();
  const mirror = new Mirror({
    name: 'dayu',
    sourceUrl: 'postgres://127.0.0.1:1/none',
    warehouseUrl: warehouse.url,
    slot: 'none',
    facts: [],
    swaps: new CopySwaps(['dayu'], async () => undefined, { logger }),
    checkMs: 50,
    logger,
  });
  mirror.start();
  await eventually('it was tried twice', () => levels.length > 1);
  await mirror.stop();
  expect(new Set(levels)).toEqual(new Set(['info']));
});
