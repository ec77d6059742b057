import { nextState, r11, workOrderMachine } from '@mtg/governance';
import * as fc from 'fast-check';
import {
  firstOrderSteps,
  orderSources,
  orderStep,
  takeOrderStep,
  type OrderScene,
} from '../../support/order-sequences';
import { runsOf } from '../../support/runs';
import { dayAfter, sequenceStreet, type SequenceStreet } from '../../support/sequence-street';

/** Sequences that are tried, each of up to so many commands. */
const [RUNS, LONGEST] = [15, 24];

let street: SequenceStreet;
let start: Pick<OrderScene, 'projectId' | 'sources'>;
beforeAll(async () => {
  // In 上海 two hours before the end of a day and a week; the year ends on the way, and with it what its key points carry.
  street = await sequenceStreet('dayu', '2026-12-27T14:00:00Z');
  start = await orderSources(street);
});
afterAll(() => street.subgraph.close());

test('no sequence of commands brings work to a center past the dispatcher', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(orderStep, { minLength: 4, maxLength: LONGEST, size: 'max' }),
      async (steps) => {
        const scene = { ...start, orders: [] };
        for (const step of firstOrderSteps) await takeOrderStep(step, scene, street);
        for (const step of steps) await takeOrderStep(step, scene, street);
        expect(await ordersPastTheDispatcher()).toEqual([]);
        // However short the sequences are, the year ends before the last of them.
        street.pass(4 * 60);
      },
    ),
    { numRuns: runsOf(RUNS) },
  );
  const [{ orders, parts, sources, years, numbers } = {}] = await street.sql(
    `SELECT count(*)::int AS orders, count(parent_id)::int AS parts, count(DISTINCT source)::int AS sources,
       count(DISTINCT year)::int AS years, count(DISTINCT number)::int AS numbers FROM work_order`,
  );
  expect(numbers).toBe(orders);
  expect(years).toBe(2);
  expect(orders).toBeGreaterThanOrEqual(4 * RUNS);
  expect(parts).toBeGreaterThanOrEqual(RUNS);
  expect(sources).toBe(3);
  expect(street.count.given - street.count.carriedOut).toBeGreaterThanOrEqual(2 * RUNS);
});

/** Orders that no dispatcher's command on record has brought to their centers. */
const ordersPastTheDispatcher = () =>
  street.sql(
    `SELECT w.number FROM work_order w WHERE 1 <> (
       SELECT count(*) FROM audit_entry a WHERE a.targets @> ARRAY[w.id] AND a.outcome = 'ALLOWED' AND a.role = 'DISPATCHER'
         AND a.scope = $1 AND a.actor = w.issuer AND a.at = w.created_at
         AND a.command = CASE WHEN w.parent_id IS NULL THEN 'dispatchWorkOrder' ELSE 'dispatchSubOrder' END)`,
    [street.code],
  );

test('every dispatch on record has brought one order, and no refused command anything', async () => {
  const unfruitful = await street.sql(
    `SELECT a.sequence FROM audit_entry a WHERE a.command LIKE 'dispatch%' AND
       (SELECT count(*) FROM work_order w WHERE w.id = ANY (a.targets)) <> CASE a.outcome WHEN 'ALLOWED' THEN 1 ELSE 0 END`,
  );
  expect(unfruitful).toEqual([]);
  expect(
    await street.sql(`SELECT sequence FROM audit_entry WHERE outcome = 'REFUSED' AND targets <> '{}'`),
  ).toEqual([]);
});

test('every order is one that rule R11 would let pass on the day it was dispatched', async () => {
  const orders = await street.sql(`
    SELECT w.number, w.source, w.center_code, w.responsible_person, w.created_at, p.number AS project,
      coalesce((SELECT e.old_deadline FROM work_order_event e WHERE e.work_order_id = w.id
        AND e.command = 'grantExtension' ORDER BY e.id LIMIT 1), w.deadline)::text AS deadline,
      coalesce(d.state, m.state) AS state, coalesce(kd.number, dd.number) AS decision,
      num_nonnulls(w.key_point_id, w.delegation_id, w.minutes_item_id) AS sources,
      coalesce(kd.outcome, dd.outcome, 'APPROVED') AS outcome,
      coalesce(kd.created_at, d.deployed_at, m.issued_at) AS admitted_at, p.created_at AS chartered_at,
      k.year, par.created_at AS part_of, c.code AS center, par.parent_id AS above, par.center_code AS parent_center,
      (par.id IS NULL OR (par.source, par.project_id, par.key_point_id, par.delegation_id, par.minutes_item_id)
        IS NOT DISTINCT FROM (w.source, w.project_id, w.key_point_id, w.delegation_id, w.minutes_item_id)) AS inherits
    FROM work_order w
    LEFT JOIN project p ON p.id = w.project_id
    LEFT JOIN key_point k ON k.id = w.key_point_id LEFT JOIN committee_decision kd ON kd.id = k.decision_id
    LEFT JOIN delegation d ON d.id = w.delegation_id LEFT JOIN committee_decision dd ON dd.id = d.decision_id
    LEFT JOIN minutes_item i ON i.id = w.minutes_item_id AND i.deleted_at IS NULL
    LEFT JOIN minutes m ON m.id = i.minutes_id
    LEFT JOIN functional_center c ON c.code = w.center_code
    LEFT JOIN work_order par ON par.id = w.parent_id`);
  expect(orders.length).toBeGreaterThan(RUNS);
  for (const order of orders) {
    const source = {
      kind: order['source'],
      state: order['state'],
      committeeDecision: order['decision'],
      year: order['year'],
    };
    const findings = r11.check({
      role: 'DISPATCHER',
      source,
      ...(order['part_of'] && { partOfOrderOf: dayAfter(order['part_of'], 0) }),
      projectId: order['project'],
      centerCode: order['center'],
      responsiblePerson: order['responsible_person'],
      deadline: order['deadline'],
      today: dayAfter(order['created_at'], 0),
    });
    const { number, inherits, sources, outcome } = order;
    const isLater =
      order['created_at'] >= order['admitted_at'] && order['created_at'] >= order['chartered_at'];
    const isOneDeep = order['above'] === null && order['parent_center'] !== order['center_code'];
    expect({ number, findings, inherits, sources, outcome, isLater, isOneDeep }).toEqual({
      number,
      findings: [],
      inherits: true,
      sources: 1,
      outcome: 'APPROVED',
      isLater: true,
      isOneDeep: true,
    });
  }
});

test('every order is in the state that its steps lead to, each taken by a command on record', async () => {
  const steps = await street.sql(`
    SELECT e.work_order_id, e.command, e.from_state, e.to_state, w.state, EXISTS (
      SELECT FROM audit_entry a WHERE a.at = e.created_at AND a.outcome = 'ALLOWED' AND a.command = e.command
        AND a.actor = e.actor AND a.role = e.role AND a.targets @> ARRAY[e.work_order_id]) AS on_record
    FROM work_order_event e JOIN work_order w ON w.id = e.work_order_id ORDER BY e.work_order_id, e.id`);
  const reached = new Map<string, string>();
  for (const { work_order_id: id, command, from_state: from, to_state: to, on_record } of steps) {
    const before = reached.get(id) ?? null;
    const led =
      before === null
        ? workOrderMachine.creation.to
        : nextState(workOrderMachine, before, command, command === 'refuseReturn' ? to : undefined).to;
    expect({ id, command, from, to, on_record }).toEqual({
      id,
      command,
      from: before,
      to: led,
      on_record: true,
    });
    reached.set(id, to);
  }
  expect(steps.map((each) => reached.get(each['work_order_id']))).toEqual(steps.map(({ state }) => state));
  const [{ n } = {}] = await street.sql('SELECT count(*)::int AS n FROM work_order');
  expect(reached.size).toBe(n);
});
