import { createHash } from 'node:crypto';
import {
  fixedClock,
  nextState,
  r01,
  r06,
  r11,
  workOrderMachine,
  type BodyKind,
  type DecisionOutcome,
  type OpinionVerdict,
  type WorkOrderState,
} from '@mtg/governance';
import { generateSample, loadSample, removeSample, SampleRefused, type SampleSettings } from '@mtg/sample';
import { STREET_TABLES } from '@mtg/street';
import { definition } from '../../subgraphs/dayu/src';
import { peopleOf } from '../support/actors';
import { give } from '../support/commands';
import { statementsOf } from '../support/test-database';
import { startTestSubgraph, type TestSubgraph } from '../support/test-subgraph';

/** The lock of `underCommandLock`: commands of all processes wait for it. */
const COMMAND_LOCK = 1_100_109_002;
const UNTIL = '2026-11-23';
const settings: SampleSettings = { scale: 1, seed: 1, until: UNTIL };
const clock = fixedClock(new Date('2026-11-23T02:00:00Z'));
const people = peopleOf('DAYU');
const street = {
  code: 'DAYU',
  title: '大峪街道',
  communities: ['110109001001', '110109001002', '110109001003'],
  localCenters: [],
  posts: [],
};

let dayu: TestSubgraph;
const context = () => ({ database: dayu.database, clock, code: 'DAYU', title: '大峪街道' });
/** The sweep judges a sample later, and no message is sent about one. */
const WITHOUT_SAMPLE: ReadonlySet<string> = new Set(['judgement', 'message_reading']);
const tables = () =>
  STREET_TABLES.tables.map(({ table }) => table.sqlName).filter((name) => !WITHOUT_SAMPLE.has(name));
const ask = async <T>(sql: string): Promise<T[]> => dayu.database.query(sql);

/** Every row of every table but the audit, which keeps that there was a sample. */
async function everything(): Promise<Readonly<Record<string, string>>> {
  const names = await ask<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
       AND relname <> 'audit_entry' ORDER BY 1`,
  );
  const hashes: Record<string, string> = {};
  for (const { name } of names) {
    const [row] = await ask<{ hash: string }>(
      `SELECT md5(coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), '')) AS hash FROM "${name}" t`,
    );
    hashes[name] = row?.hash ?? '';
  }
  return hashes;
}

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

  test('gives a street work in proportion to its communities', () => {
    const orders = (count: number): number => {
      const communities = Array.from({ length: count }, (_, index) => `1101090010${10 + index}`);
      let found = 0;
      for (const { sheet } of generateSample({ ...street, communities }, settings)) {
        found += sheet.get('WorkOrder')?.length ?? 0;
      }
      return found;
    };
    expect(orders(36) / orders(9)).toBeCloseTo(4, 0);
  });

  test.each([
    '2026-01-01',
    '2026-01-05',
    '2026-02-28',
    '2026-03-31',
    '2026-07-04',
    '2025-12-21',
    '2024-02-29',
    '2026-01-07',
    '2026-06-01',
  ])('keeps every rule in the year before %s, at whose end an order is still to be accepted', (until) => {
    const states = [];
    for (const { sheet } of generateSample(
      { ...street, communities: ['110109001001'] },
      { ...settings, until },
    )) {
      states.push(...(sheet.get('WorkOrder') ?? []).map(({ state }) => state));
    }
    expect(states).toContain('ISSUED');
  });
});

describe('a loaded sample', () => {
  let before: string;
  let beforeLoad: Readonly<Record<string, string>>;
  let loaded: Readonly<Record<string, string>>;
  beforeAll(async () => {
    await charter();
    // Nothing is left of it, though its rows are removed and not rolled back; and it can be loaded again.
    beforeLoad = await everything();
    await loadSample(context(), settings, () => undefined);
    loaded = await everything();
    expect(loaded).not.toEqual(beforeLoad);
    await removeSample(context());
    expect(await everything()).toEqual(beforeLoad);
    before = await realRows();
    await loadSample(context(), settings, () => undefined);
  });

  test('the chains of many orders take as many statements as those of one', async () => {
    const statementsFor = async (first: number): Promise<number> => {
      const query = `{ dayu { workOrders(first: ${first}) { nodes { trace { upward { id } downward { id recordedBy } } } } } }`;
      const statements = await statementsOf(async () => {
        const { errors, data } = await dayu.ask(query, {}, { as: people.auditor });
        expect(errors).toBeUndefined();
        const { nodes } = (data as { dayu: { workOrders: { nodes: { trace: object | null }[] } } }).dayu
          .workOrders;
        expect(nodes).toHaveLength(first);
        expect(nodes.filter(({ trace }) => !trace)).toEqual([]);
      });
      return statements.length;
    };
    // As many as the types that they lead to and the steps to the furthest, whatever the number of orders.
    expect(await statementsFor(300)).toBeLessThan(90);
    expect(await statementsFor(1)).toBeGreaterThan(10);
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

  test('is the same again, to the last id, when it is loaded again', async () => {
    const { project: _own, ...again } = await everything();
    const { project: _before, ...first } = loaded;
    expect(again).toEqual({ ...first, idempotency_record: again['idempotency_record'] });
  });

  test('had every table counted as it grew, so that no look-up stays as it was planned for an empty one', async () => {
    // Twice in each of two loads; what PostgreSQL counts by itself now and then is not among these.
    for (const table of tables()) {
      const counted = await ask(
        `SELECT analyze_count::int FROM pg_stat_user_tables WHERE relid = '${table}'::regclass`,
      );
      expect([table, counted]).toEqual([table, [{ analyze_count: 4 }]]);
    }
  });

  test('has orders and delegations in every state', async () => {
    const states = (table: string) =>
      ask<{ state: string }>(`SELECT DISTINCT state FROM ${table} WHERE sample`);
    expect(await states('work_order')).toHaveLength(8);
    expect(await states('delegation')).toHaveLength(10);
    expect(await states('return_request')).toHaveLength(3);
    expect(await states('extension_request')).toHaveLength(3);
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

  test('keeps the rules, asked again about what is in the tables', async () => {
    const orders = await ask<Record<string, string>>(
      `SELECT o.*, o.deadline::text AS due, (o.created_at AT TIME ZONE 'Asia/Shanghai')::date::text AS day,
         (p.created_at AT TIME ZONE 'Asia/Shanghai')::date::text AS parent_day, k.year AS point_year,
         coalesce(kd.number, dd.number) AS decision, m.state AS minutes_state, n.kind AS meeting_kind
       FROM work_order o LEFT JOIN work_order p ON p.id = o.parent_id
       LEFT JOIN key_point k ON k.id = o.key_point_id LEFT JOIN committee_decision kd ON kd.id = k.decision_id
       LEFT JOIN delegation d ON d.id = o.delegation_id LEFT JOIN committee_decision dd ON dd.id = d.decision_id
       LEFT JOIN minutes_item i ON i.id = o.minutes_item_id LEFT JOIN minutes m ON m.id = i.minutes_id
       LEFT JOIN meeting n ON n.id = m.meeting_id WHERE o.sample`,
    );
    expect(orders.length).toBeGreaterThan(1000);
    const found = orders.flatMap((order) => [
      ...r11.check({
        role: 'DISPATCHER',
        source: {
          kind: order['source'] ?? '',
          year: Number(order['point_year']),
          committeeDecision: order['decision'],
          state: order['source'] === 'MINUTES_ITEM' ? order['minutes_state'] : 'DISPATCHED',
        },
        projectId: order['project_id'],
        centerCode: order['center_code'],
        responsiblePerson: order['responsible_person'],
        // One that was extended had an earlier deadline, which was not past either.
        deadline: order['due'],
        partOfOrderOf: order['parent_day'],
        today: order['day'] ?? '',
      }),
      ...(order['source'] === 'MINUTES_ITEM'
        ? r06.check({
            meetingKind: order['meeting_kind'] ?? '',
            minutesItem: { minutesState: order['minutes_state'] ?? '' },
          })
        : []),
    ]);
    expect(found).toEqual([]);
    // Every step of an order is one that its states allow.
    const steps = await ask<{ command: string; from_state: WorkOrderState; to_state: WorkOrderState }>(
      `SELECT DISTINCT command, from_state, to_state FROM work_order_event
       WHERE sample AND from_state IS NOT NULL AND command <> 'issueFeedbackReport'`,
    );
    expect(steps.length).toBeGreaterThan(7);
    for (const { command, from_state: from, to_state: to } of steps) {
      const outcome = command === 'refuseReturn' ? to : undefined;
      expect(nextState(workOrderMachine, from, command, outcome)).toMatchObject({ to });
    }
    // R01: a matter that was decided had both opinions before.
    const matters = await ask<{
      decided_at: Date;
      opinions: {
        body: BodyKind;
        consulted: boolean;
        opinion: string;
        verdict: OpinionVerdict;
        isHeld: boolean;
      }[];
      outcome: DecisionOutcome;
      at: Date[];
    }>(
      `SELECT c.decided_at, c.outcome, json_agg(json_build_object('body', o.body, 'consulted', o.consulted,
         'opinion', o.opinion, 'verdict', o.verdict, 'isHeld', g.closed_at <= o.created_at AND o.units_present > 0) ORDER BY o.id) AS opinions, array_agg(o.created_at ORDER BY o.id) AS at
       FROM major_matter m JOIN committee_decision c ON c.id = m.decision_id
       JOIN preliminary_opinion o ON o.major_matter_id = m.id JOIN meeting g ON g.id = o.meeting_id WHERE m.sample GROUP BY m.id, c.id`,
    );
    expect(matters.length).toBeGreaterThan(3);
    for (const { decided_at: decidedAt, opinions, outcome, at } of matters) {
      const recorded = opinions.map((opinion, index) => ({ ...opinion, recordedAt: at[index] ?? decidedAt }));
      expect(r01.check({ opinions: recorded, decidedAt, outcome })).toEqual([]);
      expect(opinions.map(({ isHeld }) => isHeld)).toEqual([true, true]);
    }
    // R01: no order follows from a matter before the committee has approved it.
    const deployed = await ask<{ approved_before: boolean }>(`
      SELECT c.outcome = 'APPROVED' AND c.decided_at < o.created_at AS approved_before
      FROM work_order o JOIN minutes_item i ON i.id = o.minutes_item_id JOIN minutes m ON m.id = i.minutes_id
      JOIN agenda_item a ON a.meeting_id = m.meeting_id AND a.number = coalesce(i.agenda_number, a.number)
      JOIN major_matter x ON x.id = a.major_matter_id LEFT JOIN committee_decision c ON c.id = x.decision_id
      WHERE o.sample`);
    expect(deployed.length).toBeGreaterThan(10);
    expect(deployed.filter(({ approved_before: isBefore }) => !isBefore)).toEqual([]);
    // R11: an order goes to a center that its source names, where it names any.
    const named = await ask<{ is_named: boolean }>(`
      SELECT o.center_code = i.center_code AS is_named
      FROM work_order o JOIN minutes_item i ON i.id = o.minutes_item_id
      WHERE o.sample AND o.parent_id IS NULL AND i.center_code IS NOT NULL
      UNION ALL SELECT o.center_code IN (SELECT g.center_code FROM delegation_guidance g WHERE g.delegation_id = d.id)
      FROM work_order o JOIN delegation d ON d.id = o.delegation_id WHERE o.sample AND o.parent_id IS NULL`);
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter(({ is_named: isNamed }) => !isNamed)).toEqual([]);
    // R13: what carries out a delegation is reported to the department that delegated it.
    const told = await ask<{ is_told: boolean }>(`
      SELECT d.department_code = ANY (f.department_codes) AS is_told FROM work_order o
      JOIN delegation d ON d.id = o.delegation_id JOIN feedback_report f ON f.id = o.feedback_report_id WHERE o.sample`);
    expect(told.length).toBeGreaterThan(10);
    expect(told.filter(({ is_told: isTold }) => !isTold)).toEqual([]);
    // R13: what is reported was closed before.
    expect(
      await ask(`SELECT o.id FROM work_order o JOIN feedback_report f ON f.id = o.feedback_report_id
        JOIN work_order_event e ON e.work_order_id = o.id AND e.command = 'closeWorkOrder'
        WHERE o.state <> 'CLOSED' OR e.created_at >= f.created_at`),
    ).toEqual([]);
    // R08, R10: what was dispatched for a department was heard, decided, and deployed with guidance, in this order.
    expect(
      await ask(`SELECT d.id FROM work_order o JOIN delegation d ON d.id = o.delegation_id
        JOIN committee_decision c ON c.id = d.decision_id
        WHERE NOT (d.opinion_heard_at < c.decided_at AND c.decided_at < d.deployed_at AND d.deployed_at < o.created_at)
          OR NOT EXISTS (SELECT FROM delegation_guidance g WHERE g.delegation_id = d.id)`),
    ).toEqual([]);
    // R23: a weekly meeting has one batch at most.
    expect(await ask('SELECT meeting_id FROM assignment_batch GROUP BY 1 HAVING count(*) > 1')).toEqual([]);
  });

  test('keeps its sentiment logs from an analyst too', async () => {
    const query = '{ dayu { sentimentLogs(first: 5) { nodes { text } } } }';
    const answer = await dayu.ask(query, {}, { as: people.analyst });
    expect(JSON.stringify(answer)).not.toContain('【样例】');
  });

  test('is refused a second time', async () => {
    await expect(loadSample(context(), settings, () => undefined)).rejects.toThrow(SampleRefused);
  });

  test('stays whole while real rows refer to it', async () => {
    const [order] = await ask<{ id: string }>('SELECT id FROM work_order WHERE sample LIMIT 1');
    const rows = await everything();
    await ask(`INSERT INTO evidence (created_at, updated_at, work_order_id, title, uri, media_type, sha256, author)
      VALUES (now(), now(), '${order?.id}', '真实', 'urn:x', 'text/plain', repeat('0', 64), 'another')`);
    await expect(removeSample(context())).rejects.toThrow(
      /大峪街道有真实数据引用了样例数据.*refer to sample rows.*: evidence\.work_order_id × 1$/u,
    );
    await ask('DELETE FROM evidence WHERE NOT sample');
    expect(await everything()).toEqual(rows);
  });

  test('waits for who writes, and says so when that takes long', async () => {
    const other = dayu.database.createQueryRunner();
    await other.startTransaction();
    try {
      await other.query('SELECT pg_advisory_xact_lock($1)', [COMMAND_LOCK]);
      await expect(removeSample(context())).rejects.toThrow(/DAYU is busy with another write, nothing/u);
    } finally {
      await other.rollbackTransaction();
      await other.release();
    }
    expect(await ask('SELECT id FROM work_order WHERE sample LIMIT 1')).toHaveLength(1);
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
    const [load, removal] = ['loadSample', 'removeSample'].map((command) => ({ command, actor: 'system' }));
    expect(entries).toEqual([load, removal, load, removal]);
  });
});
