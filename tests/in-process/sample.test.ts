import { createHash } from 'node:crypto';
import { fixedClock } from '@mtg/governance';
import { generateSample, loadSample, removeSample, SampleRefused, type SampleSettings } from '@mtg/sample';
import { WORK_TABLES } from '@mtg/street';
import { definition } from '../../subgraphs/dayu/src';
import { peopleOf } from '../support/actors';
import { give } from '../support/commands';
import { startTestSubgraph, type TestSubgraph } from '../support/test-subgraph';

const UNTIL = '2026-11-23';
const settings: SampleSettings = { scale: 1, seed: 1, until: UNTIL };
const clock = fixedClock(new Date('2026-11-23T02:00:00Z'));
const people = peopleOf('DAYU');
const street = {
  code: 'DAYU',
  title: '大峪街道',
  communities: ['110109001001', '110109001002', '110109001003'],
};

let dayu: TestSubgraph;
const context = () => ({ database: dayu.database, clock, code: 'DAYU', title: '大峪街道' });
const tables = () => Object.values(WORK_TABLES).map((entity) => dayu.database.getMetadata(entity).tableName);
const ask = async <T>(sql: string): Promise<T[]> => dayu.database.query(sql);

/** Every real row of every table. */
async function realRows(): Promise<string> {
  const hash = createHash('sha256');
  for (const table of tables()) {
    hash.update(JSON.stringify(await ask(`SELECT * FROM "${table}" WHERE NOT sample ORDER BY id`)));
  }
  return hash.digest('hex');
}

const charter = () =>
  give(
    dayu,
    'dayu',
    'charterProject',
    {
      title: '真实项目',
      goals: '目标',
      departmentCodes: ['JUSTICE'],
      communityCodes: ['110109001001'],
      deadline: '2026-12-31',
    },
    'project { number sample }',
    { as: people.dispatcher },
  );

beforeAll(async () => {
  dayu = await startTestSubgraph(definition, { clock });
});
afterAll(() => dayu.close());

describe('the generator', () => {
  const digest = (given: SampleSettings): string => {
    const hash = createHash('sha256');
    for (const { sheet } of generateSample(street, given)) hash.update(JSON.stringify([...sheet]));
    return hash.digest('hex');
  };

  test('gives the same rows for the same settings, and others for another seed', () => {
    expect(digest(settings)).toBe(digest(settings));
    expect(digest({ ...settings, seed: 2 })).not.toBe(digest(settings));
  });

  test.each([
    '2026-01-01',
    '2026-01-05',
    '2026-02-28',
    '2026-03-31',
    '2026-07-04',
    '2025-12-21',
    '2024-02-29',
  ])('keeps every rule in the year before %s', (until) =>
    expect(digest({ ...settings, until })).toMatch(/^[0-9a-f]{64}$/u),
  );
});

describe('a loaded sample', () => {
  let before: string;
  beforeAll(async () => {
    await charter();
    before = await realRows();
    await loadSample(context(), settings, () => undefined);
  });

  test('fills every table, and marks each row, title and number', async () => {
    for (const table of tables()) {
      const [row] = await ask<{ count: number }>(
        `SELECT count(*)::int AS count FROM "${table}" WHERE sample`,
      );
      expect([table, (row?.count ?? 0) > 0]).toEqual([table, true]);
    }
    expect(
      await ask(
        `SELECT id FROM work_order WHERE sample AND (title NOT LIKE '【样例】%' OR number NOT LIKE '样例%')`,
      ),
    ).toEqual([]);
    expect(
      await ask(`SELECT id FROM community_visit WHERE sample AND staff_subject NOT LIKE 'sample:%'`),
    ).toEqual([]);
  });

  test('leaves real rows as they are, and real numbers where they were', async () => {
    expect(await realRows()).toBe(before);
    const { payload } = await charter();
    expect(payload?.['project']).toEqual({ number: 'DAYU-P-2026-0002', sample: false });
    before = await realRows();
  });

  test('has orders and delegations in every state', async () => {
    const states = (table: string) =>
      ask<{ state: string }>(`SELECT DISTINCT state FROM ${table} WHERE sample`);
    expect(await states('work_order')).toHaveLength(8);
    expect(await states('delegation')).toHaveLength(8);
    expect(await states('body_member')).toHaveLength(6);
  });

  test('keeps the rules, by what is in the tables', async () => {
    // R12: an overdue open order has one open supervision, and only such an order.
    expect(
      await ask(`SELECT o.id FROM work_order o LEFT JOIN supervision s ON s.work_order_id = o.id AND s.state = 'OPEN'
        GROUP BY o.id HAVING count(s.id) <> (CASE WHEN o.deadline < '${UNTIL}'
          AND o.state IN ('ISSUED', 'ACCEPTED', 'IN_PROGRESS', 'SUBMITTED') THEN 1 ELSE 0 END)`),
    ).toEqual([]);
    // R22: what reached a community was passed before, in a meeting that was closed before.
    expect(
      await ask(`SELECT a.id FROM community_assignment a JOIN weekly_item i ON i.id = a.weekly_item_id
        JOIN meeting m ON m.id = i.meeting_id
        WHERE i.state <> 'PASSED' OR m.closed_at >= a.created_at OR NOT a.community_code = ANY (i.community_codes)`),
    ).toEqual([]);
    // R24: three days a week for everybody whom a plan names, in weeks that have ended.
    expect(
      await ask(`SELECT date_trunc('week', day), staff_subject FROM community_visit
        WHERE day < date_trunc('week', date '${UNTIL}') GROUP BY 1, 2 HAVING count(DISTINCT day) < 3`),
    ).toEqual([]);
    // The history of an order leads from state to state, to the one that it is in.
    expect(
      await ask(`SELECT o.id FROM work_order o JOIN LATERAL (SELECT to_state, from_state,
          lag(to_state) OVER (ORDER BY created_at, id) AS previous,
          lead(to_state) OVER (ORDER BY created_at, id) AS next
          FROM work_order_event WHERE work_order_id = o.id) e
          ON e.from_state IS DISTINCT FROM e.previous OR (e.next IS NULL AND e.to_state <> o.state)`),
    ).toEqual([]);
    // Nothing happened after the year.
    for (const table of tables()) {
      const at = '2026-11-22T16:00:00Z';
      const late = await ask(
        `SELECT id FROM "${table}" WHERE sample AND (created_at > '${at}' OR updated_at > '${at}')`,
      );
      expect([table, late]).toEqual([table, []]);
    }
  });

  test('keeps its sentiment logs from an analyst too', async () => {
    const query = '{ dayu { sentimentLogs(first: 5) { nodes { text } } } }';
    const answer = await dayu.ask(query, {}, { as: people.analyst });
    expect(JSON.stringify(answer)).not.toContain('【样例】');
  });

  test('is refused a second time', async () => {
    await expect(loadSample(context(), settings, () => undefined)).rejects.toThrow(SampleRefused);
  });

  test('is removed to the last row, and nothing else is', async () => {
    expect(await removeSample(context())).toBeGreaterThan(5000);
    for (const table of tables()) {
      expect(await ask(`SELECT id FROM "${table}" WHERE sample LIMIT 1`)).toEqual([]);
    }
    expect(await realRows()).toBe(before);
    expect(await removeSample(context())).toBe(0);
    const entries = await ask<{ command: string; actor: string }>(
      `SELECT command, actor FROM audit_entry WHERE role IS NULL ORDER BY sequence`,
    );
    expect(entries).toEqual([
      { command: 'loadSample', actor: 'system' },
      { command: 'removeSample', actor: 'system' },
    ]);
  });
});
