import { fixedClock } from '@mtg/governance';
import { Client } from 'pg';
import { definition } from '../../../subgraphs/dayu/src';
import { fillStreet } from '../../support/filled-street';
import { sequenceStreet, type SequenceStreet } from '../../support/sequence-street';

let street: SequenceStreet;
beforeAll(async () => {
  street = await sequenceStreet('dayu', '2026-03-09T02:00:00Z');
});
afterAll(() => street.subgraph.close());

/** Statements of a process to PostgreSQL while one of its connections holds the command lock. */
interface UnderLock {
  /** Times that the lock was taken. */
  readonly locked: number;
  /** Statements sent over any other connection meanwhile. */
  readonly elsewhere: readonly string[];
}

const textOf = (statement: unknown): string =>
  typeof statement === 'string' ? statement : String(Object(statement).text);

/** Watches every connection of this process while `work` runs. */
async function underLock(work: () => Promise<unknown>): Promise<UnderLock> {
  const spy = jest.spyOn(Client.prototype, 'query');
  const sent = spy.mock;
  try {
    await work();
  } finally {
    spy.mockRestore();
  }
  const elsewhere: string[] = [];
  let locked = 0;
  let holder: unknown;
  for (const [index, [statement]] of (sent.calls as readonly (readonly unknown[])[]).entries()) {
    const connection: unknown = sent.contexts[index];
    const text = textOf(statement);
    if (/pg_advisory_xact_lock/.test(text)) {
      holder = connection;
      locked += 1;
    } else if (holder !== undefined && holder !== connection) {
      elsewhere.push(text);
    } else if (/^(COMMIT|ROLLBACK)$/.test(text)) {
      holder = undefined;
    }
  }
  return { locked, elsewhere };
}

test('while a command holds the lock, the street sends statements over its connection only', async () => {
  const { locked, elsewhere } = await underLock(() => fillStreet(street));
  expect(locked).toBe(street.count.given);
  expect(elsewhere).toEqual([]);
});

test('so it is while the street checks its cadence', async () => {
  const clock = fixedClock(new Date('2026-08-03T02:00:00Z'));
  const task = definition
    .tasks?.({ sweepSeconds: 3600, auditUrls: new Map() })
    .find(({ name }) => name === 'check-cadence');
  const logger = { info: jest.fn(), warn: jest.fn(), error: jest.fn() };
  const context = { database: street.subgraph.runtime, clock, owner: street.code, logger: logger as never };
  const { locked, elsewhere } = await underLock(async () => task?.run(context));
  expect(locked).toBe(1);
  expect(elsewhere).toEqual([]);
  const [{ found } = {}] = await street.sql(
    `SELECT count(*)::int AS found FROM judgement WHERE rule = 'R24'`,
  );
  expect(found).toBeGreaterThan(0);
});
