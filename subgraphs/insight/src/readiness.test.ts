import type { Pool } from 'pg';
import { readinessOf } from './readiness';

const source = (street: string, state: string, ageSeconds: number | null, problem: string | null = null) => ({
  street,
  state,
  ageSeconds,
  position: '1',
  firstPosition: '0',
  problemZh: problem,
  problemEn: problem,
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
      source('CHENGZI', 'BEHIND', 720, 'Nothing complete for 720 s'),
      source('DISTRICT', 'FOLLOWING', null),
    ]),
  );
  expect(parts).toEqual([
    { name: 'database', ready: true },
    { name: 'DAYU', ready: true },
    { name: 'DATAI', ready: true, degraded: expect.stringContaining('not being updated (UNREACHABLE)') },
    { name: 'CHENGZI', ready: true, degraded: expect.stringContaining('for 720 s') },
    { name: 'DISTRICT', ready: true, degraded: expect.stringContaining('not being updated') },
  ]);
});

test('without its database the program is not ready', async () => {
  expect(await readinessOf(poolOf())).toEqual([{ name: 'database', ready: false }]);
});
