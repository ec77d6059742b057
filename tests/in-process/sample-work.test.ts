import { definition } from '../../subgraphs/dongxinfang/src';
import { SAMPLE_CLOCK } from '../support/template-database';
import { startTestSubgraph, type TestSubgraph } from '../support/test-subgraph';

/** How orders reach communities in the sample year, in the street with a center of its own: by the rules for commands. */
let street: TestSubgraph;
const ask = async (sql: string): Promise<Readonly<Record<string, unknown>>[]> => street.database.query(sql);
const count = async (from: string): Promise<number> =>
  Number((await ask(`SELECT count(*) AS n FROM ${from}`))[0]?.['n']);

beforeAll(async () => {
  street = await startTestSubgraph(definition, { clock: SAMPLE_CLOCK, sample: true });
});
afterAll(() => street.close());

/** SQL for the state that an order was in at a moment, by its history. */
const stateAt = (order: string, moment: string): string =>
  `(SELECT e.to_state FROM work_order_event e WHERE e.work_order_id = ${order} AND e.created_at <= ${moment}
    ORDER BY e.created_at DESC, e.id DESC LIMIT 1)`;
const ACCEPTED_AND_OPEN = `('ACCEPTED', 'IN_PROGRESS', 'SUBMITTED')`;

/** Tasks of communities, with the item and the order that they carry out. */
const TASKS = `community_assignment a JOIN weekly_item i ON i.id = a.weekly_item_id
  JOIN work_order o ON o.id = i.work_order_id`;

test('a center brings an order to the weekly meeting once it has accepted it, and while it is open', async () => {
  expect(await count('weekly_item WHERE work_order_id IS NOT NULL')).toBeGreaterThan(200);
  expect(
    await ask(`SELECT i.id FROM weekly_item i JOIN work_order o ON o.id = i.work_order_id
      WHERE o.center_code <> i.center_code
        OR coalesce(${stateAt('o.id', 'i.created_at')}, '') NOT IN ${ACCEPTED_AND_OPEN}`),
  ).toEqual([]);
});

test('what is passed and sent to communities is of an order that is open then', async () => {
  expect(
    await ask(`SELECT i.id FROM weekly_item i WHERE i.state = 'PASSED' AND i.work_order_id IS NOT NULL
      AND ${stateAt('i.work_order_id', 'i.decided_at')} NOT IN ${ACCEPTED_AND_OPEN}`),
  ).toEqual([]);
  expect(
    await ask(`SELECT a.id FROM ${TASKS} JOIN assignment_batch b ON b.id = a.batch_id
      WHERE ${stateAt('o.id', 'b.issued_at')} NOT IN ${ACCEPTED_AND_OPEN}`),
  ).toEqual([]);
});

test('communities have completed what an order gave them, or it was withdrawn, before the order is verified', async () => {
  const verified = `${TASKS} JOIN work_order_event e ON e.work_order_id = o.id AND e.command = 'verifyWorkOrder'`;
  expect(await count(verified)).toBeGreaterThan(200);
  expect(
    await ask(`SELECT a.id FROM ${verified} WHERE a.withdrawn_at IS NULL AND NOT EXISTS (
      SELECT FROM progress_report p WHERE p.assignment_id = a.id AND p.completed AND p.created_at < e.created_at)`),
  ).toEqual([]);
  // What is not verified yet has tasks under way, too.
  expect(await count(`${TASKS} WHERE o.state = 'IN_PROGRESS' AND a.state = 'IN_PROGRESS'`)).toBeGreaterThan(
    0,
  );
});

test('a community reports after it was given the task, first that it is under way, and at last that all is done', async () => {
  expect(
    await ask(`SELECT a.id FROM community_assignment a JOIN progress_report p ON p.assignment_id = a.id
      GROUP BY a.id HAVING min(p.created_at) <= a.created_at OR count(*) > 2
        OR (array_agg(p.completed ORDER BY p.created_at))[1]
        OR (count(*) = 2) <> (a.state = 'COMPLETED') OR max(extract(isodow FROM p.created_at)) > 5`),
  ).toEqual([]);
});

test('an order is due no later than its project, unless it was extended', async () => {
  expect(
    await ask(`SELECT o.id FROM work_order o JOIN project p ON p.id = o.project_id WHERE p.deadline < coalesce(
      (SELECT e.old_deadline FROM work_order_event e WHERE e.work_order_id = o.id AND e.old_deadline IS NOT NULL
       ORDER BY e.created_at LIMIT 1), o.deadline)`),
  ).toEqual([]);
});

test('a key point is decided on in its year or in the one before', async () => {
  expect(await count('key_point')).toBeGreaterThan(10);
  expect(
    await ask(`SELECT k.id FROM key_point k JOIN committee_decision d ON d.id = k.decision_id
      WHERE k.year - extract(year FROM d.decided_at AT TIME ZONE 'Asia/Shanghai') NOT IN (0, 1)`),
  ).toEqual([]);
});

test('the chain of what a department delegated leads down to the visits, and from a visit up to it', async () => {
  const [found] = await ask(`SELECT o.delegation_id AS delegation, v.id AS visit FROM ${TASKS}
    JOIN community_visit v ON v.assignment_id = a.id WHERE o.delegation_id IS NOT NULL AND o.state = 'CLOSED' LIMIT 1`);
  const chainOf = async (id: unknown) => {
    const query = `query ($id: UUID!) { dongxinfang { trace(id: $id) { upward { id } downward { id typeName } } } }`;
    const { data } = await street.ask(query, { id }, { as: { subject: 'auditor', role: 'AUDITOR' } });
    return (data as { dongxinfang: { trace: unknown } }).dongxinfang.trace;
  };
  expect(await chainOf(found?.['delegation'])).toMatchObject({
    downward: expect.arrayContaining([
      { id: found?.['visit'], typeName: 'CommunityVisit' },
      { id: expect.any(String), typeName: 'FeedbackReport' },
    ]),
  });
  expect(await chainOf(found?.['visit'])).toMatchObject({
    upward: expect.arrayContaining([{ id: found?.['delegation'] }]),
  });
});

describe('problems that communities are helped with (R28)', () => {
  test('are raised from logs, visits and the ledger of their community, and by the community', async () => {
    const origins =
      await ask(`SELECT count(sentiment_log_id)::int AS logs, count(ledger_entry_id)::int AS entries,
      count(*) FILTER (WHERE visit_id IS NOT NULL AND sentiment_log_id IS NULL)::int AS visits,
      count(*) FILTER (WHERE visit_id IS NULL AND ledger_entry_id IS NULL)::int AS communities FROM support_issue`);
    for (const [origin, number] of Object.entries(origins[0] ?? {})) {
      expect({ origin, some: Number(number) > 0 }).toEqual({ origin, some: true });
    }
    for (const [table, reference] of [
      ['sentiment_log', 'sentiment_log_id'],
      ['community_visit', 'visit_id'],
      ['ledger_entry', 'ledger_entry_id'],
    ]) {
      expect(
        await ask(`SELECT s.id FROM support_issue s JOIN ${table} o ON o.id = s.${reference}
          WHERE o.community_code <> s.community_code OR o.center_code <> s.center_code OR o.created_at >= s.created_at`),
      ).toEqual([]);
    }
  });

  test('lead to orders of their center once they are taken up, and are solved when those are closed', async () => {
    const withOrder = `support_issue s JOIN work_order o ON o.id = s.work_order_id`;
    expect(await count(withOrder)).toBeGreaterThan(5);
    expect(await count(`${withOrder} WHERE o.state = 'CLOSED' AND s.state = 'CONFIRMED'`)).toBeGreaterThan(0);
    expect(
      await ask(`SELECT s.id FROM ${withOrder} LEFT JOIN work_order_event e ON e.work_order_id = o.id AND e.command = 'closeWorkOrder'
        WHERE o.center_code <> s.center_code OR o.created_at <= s.taken_up_at
          OR (e.created_at AT TIME ZONE 'Asia/Shanghai')::date > s.solved_on`),
    ).toEqual([]);
  });
});

describe('the center of the street’s own', () => {
  const CENTER = `center_code = 'SHIMENYING_NEW_AREA'`;

  test('has orders, brings them to the weekly meeting, and visits', async () => {
    expect(await count(`work_order WHERE ${CENTER}`)).toBeGreaterThan(30);
    expect(await count(`${TASKS} WHERE i.${CENTER} AND a.state = 'COMPLETED'`)).toBeGreaterThan(10);
    expect(await count(`community_visit WHERE ${CENTER} AND assignment_id IS NOT NULL`)).toBeGreaterThan(10);
  });

  test('keeps to the communities that it is for', async () => {
    const served = `(SELECT array_agg(community_code) FROM shimenying_community)`;
    expect(await count(`weekly_item WHERE ${CENTER} AND NOT community_codes <@ ${served}`)).toBe(0);
    expect(await count(`visit_plan WHERE ${CENTER} AND NOT community_codes <@ ${served}`)).toBe(0);
  });

  test('does not report to the weekly meeting, as the seven do', async () => {
    expect(await count(`center_report WHERE ${CENTER}`)).toBe(0);
  });
});

test('some difficulties of monthly reports are solved, and some come before several meetings (R20)', async () => {
  const later = (
    days: string,
  ) => `(SELECT count(*) FROM meeting m WHERE m.kind = 'MONTHLY_PROGRESS' AND m.state = 'CLOSED'
    AND m.held_on > d.raised_on AND ${days})`;
  expect(
    await count(`difficulty d WHERE state = 'SOLVED' AND ${later('m.held_on <= d.solved_on')} >= 2`),
  ).toBeGreaterThan(3);
  expect(await count(`difficulty d WHERE state = 'OPEN' AND ${later('true')} >= 1`)).toBeGreaterThan(0);
  // A report announces what its center planned for the month after.
  const linked = `next_month_link l JOIN center_report r ON r.id = l.report_id JOIN meeting m ON m.id = r.meeting_id
    JOIN plan_item i ON i.id = l.plan_item_id JOIN plan p ON p.id = i.plan_id`;
  expect(await count(linked)).toBeGreaterThan(50);
  const isNext = `p.center_code = r.center_code AND p.period = to_char(m.held_on + interval '7 days', 'YYYY-MM')`;
  expect(await ask(`SELECT l.id FROM ${linked} WHERE NOT (${isNext})`)).toEqual([]);
});

test('plans and consultations are counted of real work or of sample data, never of both', async () => {
  const counted = async (sample: boolean) => {
    const { data } = await street.ask(
      `{ dongxinfang { missingPlans(year: 2026, sample: ${sample}) { period } planCounts(year: 2026, sample: ${sample}) { due adopted }
        consultationCounts(year: 2026, sample: ${sample}) { due held } } }`,
      {},
      { as: { subject: 'leader', role: 'STREET_LEADER', street: 'DONGXINFANG' } },
    );
    const { missingPlans, planCounts, consultationCounts } = (
      data as { dongxinfang: Record<string, Record<string, number>[]> }
    ).dongxinfang;
    const sumOf = (rows: Record<string, number>[] | undefined, field: string): number =>
      (rows ?? []).reduce((sum, row) => sum + (row[field] ?? 0), 0);
    const [due, adopted] = [sumOf(planCounts, 'due'), sumOf(planCounts, 'adopted')];
    return {
      due,
      adopted,
      missing: missingPlans?.length ?? 0,
      consulted: sumOf(consultationCounts, 'due') + sumOf(consultationCounts, 'held'),
    };
  };
  const [real, sample] = [await counted(false), await counted(true)];
  expect(real).toEqual({ due: sample.due, adopted: 0, missing: sample.due, consulted: 0 });
  expect(sample.adopted).toBeGreaterThan(50);
  expect(sample.adopted + sample.missing).toBe(sample.due);
  expect(sample.consulted).toBeGreaterThan(50);
});
