import type { Pool } from 'pg';
import { readinessOf } from './readiness';

const source = (street: string, state: string, ageSeconds: number | null) => ({
  street,
  state,
  ageSeconds,
  position: '1',
  firstPosition: '0',
});

/** @param sources undefined where the database does not answer */
const poolOf = (sources?: readonly object[]): Parameters<typeof readinessOf>[0] => {
  const query = async () => {
    if (!sources) throw new Error('ECONNREFUSED');
    return { rows: sources };
  };
  return { query } as unknown as Pool; // the one form of a query that is used
};

test('a source that is not current needs attention: stopped, silent, or without a copy', async () => {
  const parts = await readinessOf(
    poolOf([
      source('DAYU', 'FOLLOWING', 1),
      source('DATAI', 'UNREACHABLE', 1),
      source('CHENGZI', 'FOLLOWING', 720),
      source('DISTRICT', 'FOLLOWING', null),
    ]),
  );
  expect(parts).toEqual([
    { name: 'database', ready: true },
    { name: 'DAYU', ready: true },
    { name: 'DATAI', ready: true, degraded: expect.stringContaining('not being updated (UNREACHABLE)') },
    { name: 'CHENGZI', ready: true, degraded: expect.stringContaining('for 12 minutes') },
    { name: 'DISTRICT', ready: true, degraded: expect.stringContaining('no data yet') },
  ]);
});

test('without its database the program is not ready', async () => {
  expect(await readinessOf(poolOf())).toEqual([{ name: 'database', ready: false }]);
});
