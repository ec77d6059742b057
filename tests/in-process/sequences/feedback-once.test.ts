import type { Actor } from '@mtg/access';
import * as fc from 'fast-check';
import { centerHead } from '../../support/actors';
import { minutesItem, project } from '../../support/sequence-sources';
import { runsOf } from '../../support/runs';
import { dayAfter, FORGED, mostly, sequenceStreet, type SequenceStreet } from '../../support/sequence-street';
import type { TestSubgraph } from '../../support/test-subgraph';

/** Sequences that are tried, each of up to so many steps. */
const [RUNS, LONGEST] = [10, 14];

/** Two processes over one database, as while a street is upgraded; commands go to one and to the other in turn. */
let street: SequenceStreet;
let second: TestSubgraph | undefined;
let minutesItemId: string;
let projectId: string;
beforeAll(async () => {
  let turn = 0;
  // Twelve hours before the year ends in 上海, with which numbers begin anew.
  street = await sequenceStreet('dayu', '2026-12-31T04:00:00Z', (first) => ({
    ask: (...question) => ((turn += 1) % 2 === 0 ? first : (second ?? first)).ask(...question),
  }));
  second = await street.subgraph.another();
  minutesItemId = await minutesItem(street, true);
  projectId = await project(street);
});
afterAll(async () => {
  await second?.close();
  await street.subgraph.close();
});

const which = fc.nat({ max: 6 });
const report = fc.record({
  as: mostly<'RIGHT', number>('RIGHT', fc.nat({ max: 14 })),
  orders: mostly<readonly number[], readonly number[]>([0], fc.array(which, { maxLength: 3 }), 1),
  recipients: mostly<readonly string[]>(['DEPARTMENT'], fc.constantFrom(['DISTRICT_GOVERNMENT'], [])),
  departments: mostly<readonly string[]>(['JUSTICE'], fc.constant([]), 9),
});
type Report = typeof report extends fc.Arbitrary<infer T> ? T : never;
const step = fc.oneof(
  { weight: 1, arbitrary: fc.record({ dispatch: fc.constant(true) }) },
  { weight: 4, arbitrary: fc.record({ advance: which, by: fc.integer({ min: 1, max: 5 }) }) },
  { weight: 2, arbitrary: fc.record({ cancel: which }) },
  { weight: 3, arbitrary: fc.record({ together: fc.array(report, { minLength: 1, maxLength: 1 }) }) },
  { weight: 3, arbitrary: fc.record({ together: fc.array(report, { minLength: 2, maxLength: 4 }) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

type Scene = string[];
const at = (scene: Scene, index: number): string => scene[index % scene.length] ?? FORGED;

async function dispatch(): Promise<string> {
  const order = {
    title: '坡道施工协调',
    content: '协调两处坡道施工',
    centerCode: 'HEALTH',
    responsiblePerson: '王敏',
  };
  const input = { ...order, deadline: dayAfter(street.now(), 30), projectId, minutesItemId };
  const made = await street.must('dispatchWorkOrder', input, street.people.dispatcher, 'workOrder { id }');
  return made['workOrder'].id;
}

/** Takes an order so many steps further on its way, or as many as there are. */
async function advance(workOrderId: string, by: number): Promise<void> {
  const head = centerHead(street.code, 'HEALTH');
  const { dispatcher } = street.people;
  const way: Readonly<Record<string, readonly [string, Actor]>> = {
    ISSUED: ['acceptWorkOrder', head],
    ACCEPTED: ['startWorkOrder', head],
    IN_PROGRESS: ['submitWorkOrder', head],
    SUBMITTED: ['verifyWorkOrder', dispatcher],
    VERIFIED: ['closeWorkOrder', dispatcher],
  };
  const [row] = await street.sql('SELECT state FROM work_order WHERE id = $1', [workOrderId]);
  let state: string = row?.['state'] ?? 'NONE';
  for (let left = by; left > 0 && way[state]; left -= 1) {
    const [command, as] = way[state] ?? ['', head];
    const done = await street.must(command, { workOrderId }, as, 'workOrder { state }');
    state = done['workOrder'].state;
  }
}

const giverOf = ({ as }: Report): Actor | undefined =>
  as === 'RIGHT' ? street.people.dispatcher : street.everybody[as];

/** True if a report could be issued as things stand, were it alone. */
async function isLawful(given: Report, ids: readonly string[]): Promise<boolean> {
  const as = giverOf(given);
  const [{ ready } = {}] = await street.sql(
    `SELECT count(*)::int AS ready FROM work_order WHERE id = ANY ($1) AND state = 'CLOSED' AND feedback_report_id IS NULL`,
    [ids],
  );
  return (
    as?.role === 'DISPATCHER' &&
    as.street === street.code &&
    ids.length > 0 &&
    ready === ids.length &&
    given.recipients.length > 0 &&
    given.recipients.includes('DEPARTMENT') === given.departments.length > 0
  );
}

/** Issues reports at once: each that would be lawful alone is issued, unless one that was issued has an order of it. */
async function issueTogether(reports: readonly Report[], scene: Scene): Promise<void> {
  const listed = reports.map(({ orders }) => orders.map((index) => at(scene, index)));
  const lawful: boolean[] = [];
  for (const [index, each] of reports.entries()) lawful.push(await isLawful(each, listed[index] ?? []));
  const answers = await Promise.all(
    reports.map((each, index) =>
      street.run(
        'issueFeedbackReport',
        {
          title: '完成情况',
          text: '已完成',
          recipients: each.recipients,
          departmentCodes: each.departments,
          workOrderIds: listed[index],
        },
        giverOf(each),
        'feedbackReport { id }',
      ),
    ),
  );
  const issued = answers.map(({ payload }) => payload !== null);
  const taken = issued.flatMap((isIssued, index) => (isIssued ? (listed[index] ?? []) : []));
  expect({ reports, twice: taken.length - new Set(taken).size }).toEqual({ reports, twice: 0 });
  const expected = issued.map(
    (isIssued, index) =>
      (lawful[index] ?? false) && (isIssued || !(listed[index] ?? []).some((id) => taken.includes(id))),
  );
  expect({ reports, issued }).toEqual({ reports, issued: expected });
}

async function take(step: Step, scene: Scene): Promise<void> {
  street.pass(11);
  if ('dispatch' in step) scene.push(await dispatch());
  else if ('advance' in step) await advance(at(scene, step.advance), step.by);
  else if ('together' in step) await issueTogether(step.together, scene);
  else {
    const cancelled = { workOrderId: at(scene, step.cancel), reason: '不再需要' };
    await street.run('cancelWorkOrder', cancelled, street.people.dispatcher);
  }
}

test('no sequence of commands reports an order twice, or before it is closed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: LONGEST, size: 'max' }), async (steps) => {
      const scene = [await dispatch(), await dispatch(), await dispatch()];
      const pair = [await dispatch(), await dispatch()];
      for (const id of [at(scene, 0), at(scene, 1), ...pair]) await advance(id, 5);
      const right = { as: 'RIGHT', recipients: ['DEPARTMENT'], departments: ['JUSTICE'] } as const;
      // Whatever else: of three reports on the same order at the same time one is issued.
      await issueTogether(
        [[1], [0, 1], [1]].map((orders) => ({ ...right, orders })),
        scene,
      );
      await issueTogether([{ ...right, orders: [0, 1] }], pair);
      for (const each of steps) await take(each, scene);
      // However short the sequences are, the year ends before the last of them.
      street.pass(4 * 60);
    }),
    { numRuns: runsOf(RUNS) },
  );
  const [{ reports, several, years } = {}] = await street.sql(`
    SELECT count(*)::int AS reports, count(*) FILTER (WHERE orders > 1)::int AS several, count(DISTINCT year)::int AS years
    FROM (SELECT f.year, count(w.id) AS orders FROM feedback_report f
      LEFT JOIN work_order w ON w.feedback_report_id = f.id GROUP BY f.id) AS each`);
  expect(reports).toBeGreaterThanOrEqual(RUNS);
  expect(several).toBeGreaterThanOrEqual(RUNS);
  expect(years).toBe(2);
});

test('the numbers of reports run without a gap in each year of 上海', async () => {
  const reports = await street.sql('SELECT number, created_at FROM feedback_report ORDER BY id');
  const counted = new Map<string, number>();
  const expected = reports.map(({ created_at: at }) => {
    const year = dayAfter(at, 0).slice(0, 4);
    const next = (counted.get(year) ?? 0) + 1;
    counted.set(year, next);
    return `${street.code}-F-${year}-${String(next).padStart(4, '0')}`;
  });
  expect(reports.map(({ number }) => number)).toEqual(expected);
});

test('only the dispatcher’s reports are on record, each with its orders, which were closed before', async () => {
  const reports = await street.sql(`
    SELECT f.number, (SELECT array_agg(concat_ws(' ', a.role, a.scope)) FROM audit_entry a
        WHERE a.command = 'issueFeedbackReport' AND a.outcome = 'ALLOWED' AND a.targets @> ARRAY[f.id]) AS given,
      (SELECT count(*)::int FROM work_order w WHERE w.feedback_report_id = f.id) AS orders,
      (SELECT count(*)::int FROM work_order w JOIN audit_entry a ON a.command = 'issueFeedbackReport'
        AND a.outcome = 'ALLOWED' AND a.targets @> ARRAY[f.id, w.id] WHERE w.feedback_report_id = f.id AND w.state = 'CLOSED'
        AND EXISTS (SELECT FROM audit_entry c WHERE c.command = 'closeWorkOrder' AND c.outcome = 'ALLOWED'
          AND c.targets @> ARRAY[w.id] AND c.sequence < a.sequence)) AS closed_before
    FROM feedback_report f`);
  for (const { number, given, orders, closed_before } of reports) {
    expect({ number, given, closed_before }).toEqual({
      number,
      given: [`DISPATCHER ${street.code}`],
      closed_before: orders,
    });
    expect(orders).toBeGreaterThan(0);
  }
});

test('every order stands in as many reports as commands have reported it, and that is one at most', async () => {
  const orders = await street.sql(`
    SELECT w.number, (w.feedback_report_id IS NOT NULL)::int AS reported,
      (SELECT count(*)::int FROM work_order_event e WHERE e.work_order_id = w.id AND e.command = 'issueFeedbackReport') AS steps,
      (SELECT count(*)::int FROM audit_entry a WHERE a.targets @> ARRAY[w.id] AND a.command = 'issueFeedbackReport'
        AND a.outcome = 'ALLOWED') AS commands FROM work_order w`);
  expect(orders.filter(({ reported }) => reported === 1).length).toBeGreaterThanOrEqual(RUNS);
  expect(
    orders.filter(({ reported, steps, commands }) => steps !== reported || commands !== reported),
  ).toEqual([]);
});
