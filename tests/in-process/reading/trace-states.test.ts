import { randomUUID } from 'node:crypto';
import type { Actor } from '@mtg/access';
import { getNamedType, isEnumType, isObjectType } from 'graphql';
import type { Selected } from '../../support/commands';
import { SCHEMA, fillStreet } from '../../support/filled-street';
import { sequenceStreet, type SequenceStreet } from '../../support/sequence-street';

let street: SequenceStreet;
beforeAll(async () => {
  street = await sequenceStreet('dayu', '2026-03-09T02:00:00Z');
  await fillStreet(street);
});
afterAll(() => street.subgraph.close());

/** The states that things of a type can be in; none where the type has no state. */
function statesOf(typeName: string): readonly string[] {
  const type = SCHEMA.getType(typeName);
  const field = isObjectType(type) ? type.getFields()['state'] : undefined;
  const states = field && getNamedType(field.type);
  return isEnumType(states) ? states.getValues().map(({ name }) => name) : [];
}

test('a step of a chain says a state where its type has one, and nothing else in its place', async () => {
  const steps = await street.sql('SELECT type_name AS type, state FROM trace_node');
  const types = new Set(steps.map(({ type }) => String(type)));
  expect([...types]).toEqual(
    expect.arrayContaining(['CommitteeDecision', 'CommunityVisit', 'WorkOrder', 'Supervision', 'Meeting']),
  );
  const wrong = steps.filter(({ type, state }) => {
    const states = statesOf(String(type));
    return states.length === 0 ? state !== null : !states.includes(String(state));
  });
  expect(wrong).toEqual([]);
});

interface Step {
  readonly id: string;
  readonly typeName: string;
}

const chainOf = async (id: unknown) => {
  const { data, errors } = await street.subgraph.ask(
    'query ($id: UUID!) { dayu { trace(id: $id) { upward { id typeName } downward { id typeName } } } }',
    { id },
    { as: { subject: 'auditor', role: 'AUDITOR' } },
  );
  expect(errors).toBeUndefined();
  return (data as { dayu: { trace: Readonly<Record<'upward' | 'downward', readonly Step[]>> | null } }).dayu
    .trace;
};

test('an order by a delegation comes from the decision on it, too; guidance comes of it, and a visit of its plan', async () => {
  const [order] = await street.sql(`
    SELECT w.id, d.decision_id, d.id AS delegation_id, (SELECT g.id FROM delegation_guidance g WHERE g.delegation_id = d.id LIMIT 1) AS guidance_id
    FROM work_order w JOIN delegation d ON d.id = w.delegation_id LIMIT 1`);
  expect((await chainOf(order?.['id']))?.upward).toEqual(
    expect.arrayContaining([
      { id: order?.['decision_id'], typeName: 'CommitteeDecision' },
      { id: order?.['delegation_id'], typeName: 'Delegation' },
    ]),
  );
  expect((await chainOf(order?.['delegation_id']))?.downward).toEqual(
    expect.arrayContaining([{ id: order?.['guidance_id'], typeName: 'DelegationGuidance' }]),
  );
  const [visit] = await street.sql(
    'SELECT id, plan_id FROM community_visit WHERE plan_id IS NOT NULL LIMIT 1',
  );
  expect((await chainOf(visit?.['id']))?.upward).toEqual(
    expect.arrayContaining([{ id: visit?.['plan_id'], typeName: 'VisitPlan' }]),
  );
});

test('what stands in no chain, or is not there, has none', async () => {
  expect(await chainOf(randomUUID())).toBeNull();
});

test('all that the view of the chain’s things knows has the field `trace`', async () => {
  const known = await street.sql('SELECT DISTINCT type_name AS type FROM trace_node');
  // The district owns these; a street can only be asked for the chain of one by its id.
  const elsewhere = new Set([
    'Approval',
    'FundTransfer',
    'NeedsSurvey',
    'ProcurementCatalogue',
    'ProcurementNeed',
  ]);
  const own = known.filter(({ type }) => !elsewhere.has(String(type)));
  const untraced = own.filter(({ type }) => {
    const object = SCHEMA.getType(String(type));
    return !isObjectType(object) || object.getFields()['trace'] === undefined;
  });
  expect(untraced).toEqual([]);
});

test('all that has the field `trace` is known to the view of the chain’s things', async () => {
  const known = new Set(
    (await street.sql('SELECT DISTINCT type_name AS type FROM trace_node')).map(({ type }) => type),
  );
  const traced = Object.values(SCHEMA.getTypeMap()).filter(
    (type) => isObjectType(type) && !type.name.endsWith('Street') && type.getFields()['trace'] !== undefined,
  );
  expect(traced.length).toBeGreaterThan(30);
  expect(traced.map(({ name }) => name).filter((name) => !known.has(name))).toEqual([]);
});

/** Where each kind of record stands, and what its chain leads up to. */
const RECORDS: readonly (readonly [type: string, table: string, of: string, origin: string])[] = [
  ['AgendaItem', 'agenda_item', 'meeting_id', 'Meeting'],
  ['AttendanceRecord', 'attendance_record', 'meeting_id', 'Meeting'],
  ['MemberReport', 'member_report', 'meeting_id', 'Meeting'],
  ['StreetNotice', 'street_notice', 'meeting_id', 'Meeting'],
  ['CenterReport', 'center_report', 'meeting_id', 'Meeting'],
  ['AppointmentStep', 'appointment_step', 'member_id', 'BodyMember'],
  ['WorkOrderEvent', 'work_order_event', 'work_order_id', 'WorkOrder'],
  ['SentimentLog', 'sentiment_log', 'visit_id', 'CommunityVisit'],
];

test.each(RECORDS)(
  '%s leads up to what it records, and is shown below that',
  async (type, table, of, origin) => {
    const [row] = await street.sql(`SELECT id, ${of} AS origin FROM ${table} LIMIT 1`);
    expect((await chainOf(row?.['id']))?.upward).toContainEqual({ id: row?.['origin'], typeName: origin });
    expect((await chainOf(row?.['origin']))?.downward).toContainEqual({ id: row?.['id'], typeName: type });
  },
);

test('what was written on a visit comes, by the visit and its task, from the weekly meeting and the order; who follows an order down is shown the visit alone', async () => {
  const [visit] = await street.sql(`
    SELECT v.id, v.record_id, w.work_order_id FROM community_visit v
    JOIN community_assignment a ON a.id = v.assignment_id JOIN weekly_item w ON w.id = a.weekly_item_id
    WHERE w.work_order_id IS NOT NULL LIMIT 1`);
  const { upward } = (await chainOf(visit?.['record_id'])) ?? { upward: [] };
  expect(upward[0]).toEqual({ id: visit?.['id'], typeName: 'CommunityVisit' });
  expect(upward).toContainEqual({ id: visit?.['work_order_id'], typeName: 'WorkOrder' });
  expect(upward.map(({ typeName }) => typeName)).toEqual(
    expect.arrayContaining(['CommunityAssignment', 'WeeklyItem', 'Meeting', 'CommitteeDecision']),
  );
  const { downward } = (await chainOf(visit?.['work_order_id'])) ?? { downward: [] };
  expect(downward).toContainEqual({ id: visit?.['id'], typeName: 'CommunityVisit' });
  const shown = new Set(downward.map(({ typeName }) => typeName));
  expect(['VisitRecord', 'SentimentLog'].filter((type) => shown.has(type))).toEqual([]);
});

test('a decision on a matter comes from the opinions of both bodies and the meeting in which they formed them', async () => {
  const [matter] = await street.sql(
    'SELECT m.decision_id, o.id AS opinion_id, o.meeting_id FROM major_matter m JOIN preliminary_opinion o ON o.major_matter_id = m.id WHERE o.meeting_id IS NOT NULL LIMIT 1',
  );
  const [decision, opinion, meeting] = [
    matter?.['decision_id'],
    matter?.['opinion_id'],
    matter?.['meeting_id'],
  ];
  const up = (await chainOf(decision))?.upward;
  expect(up?.filter(({ typeName }) => typeName === 'PreliminaryOpinion')).toHaveLength(2);
  expect(up).toContainEqual({ id: opinion, typeName: 'PreliminaryOpinion' });
  expect(up).toContainEqual({ id: meeting, typeName: 'Meeting' });
  for (const root of [opinion, meeting]) {
    expect((await chainOf(root))?.downward).toContainEqual({ id: decision, typeName: 'CommitteeDecision' });
  }
});

test('an order leads down to the weekly meeting and the batch of its items, and not to what else they dealt with; a batch comes from all of its items', async () => {
  const [task] = await street.sql(`
    SELECT a.id, a.batch_id, a.meeting_id, a.weekly_item_id, w.work_order_id FROM community_assignment a
    JOIN weekly_item w ON w.id = a.weekly_item_id WHERE w.work_order_id IS NOT NULL ORDER BY a.id LIMIT 1`);
  const of = async (sql: string, value: unknown): Promise<string[]> =>
    (await street.sql(sql, [value])).map(({ id }) => String(id));
  const items = await of(
    'SELECT DISTINCT weekly_item_id AS id FROM community_assignment WHERE batch_id = $1',
    task?.['batch_id'],
  );
  const own = await of('SELECT id FROM weekly_item WHERE work_order_id = $1', task?.['work_order_id']);
  expect(items.length).toBeGreaterThan(own.length);
  const idsOf = (steps: readonly Step[] | undefined, type: string) =>
    steps
      ?.filter(({ typeName }) => typeName === type)
      .map(({ id }) => id)
      .toSorted();
  const { downward } = (await chainOf(task?.['work_order_id'])) ?? {};
  expect(idsOf(downward, 'WeeklyItem')).toEqual(own.toSorted());
  expect(idsOf(downward, 'AssignmentBatch')).toEqual([task?.['batch_id']]);
  expect(idsOf(downward, 'Meeting')).toEqual([task?.['meeting_id']]);
  const { upward } = (await chainOf(task?.['id'])) ?? {};
  expect(idsOf(upward, 'WeeklyItem')).toEqual([task?.['weekly_item_id']]);
  const ofBatch = await chainOf(task?.['batch_id']);
  expect(idsOf(ofBatch?.upward, 'WeeklyItem')).toEqual(items.toSorted());
  expect(idsOf(ofBatch?.upward, 'WorkOrder')).toContain(task?.['work_order_id']);
});

const asked = async (selection: string, as: Actor = { subject: 'auditor', role: 'AUDITOR' }) => {
  const { data, errors } = await street.subgraph.ask(`{ dayu { ${selection} } }`, {}, { as });
  return { dayu: (data as { dayu: Selected | null } | undefined)?.dayu, errors };
};

test('each transition names to an auditor who recorded it and in which role; loaded ones do not', async () => {
  const [visit] = await street.sql(
    'SELECT id, staff_subject, plan_id FROM community_visit WHERE plan_id IS NOT NULL LIMIT 1',
  );
  const steps = 'typeName recordedBy recordedAs';
  const { dayu } = await asked(`trace(id: "${visit?.['plan_id']}") { downward { ${steps} } }`);
  expect(dayu?.['trace'].downward).toContainEqual({
    typeName: 'CommunityVisit',
    recordedBy: visit?.['staff_subject'],
    recordedAs: expect.stringMatching(/^CENTER_(STAFF|HEAD)$/u),
  });
  const [finding] = await street.sql('SELECT work_order_id FROM supervision LIMIT 1');
  const down = await asked(
    `trace(id: "${finding?.['work_order_id']}", typeNames: ["Supervision"]) { downward { ${steps} } }`,
  );
  const unknown = { typeName: 'Supervision', recordedBy: null, recordedAs: null };
  const downward: unknown[] = down.dayu?.['trace'].downward;
  expect(downward).toEqual(downward.map(() => unknown));
  expect(downward).not.toEqual([]);
});

test('a loaded object names no recorder, also after a further transition', async () => {
  const [order] = await street.sql(
    `SELECT id, project_id FROM work_order WHERE state = 'IN_PROGRESS' LIMIT 1`,
  );
  const of = `trace(id: "${order?.['project_id']}", typeNames: ["WorkOrder"]) { downward { id sample recordedBy } }`;
  const recorderOf = async () => {
    const steps: (Step & { recordedBy: string | null })[] = (await asked(of)).dayu?.['trace'].downward;
    return steps.find(({ id }) => id === order?.['id'])?.recordedBy;
  };
  expect(await recorderOf()).toBe(street.people.dispatcher.subject);
  await street.sql(
    `UPDATE work_order SET sample = true, created_at = created_at - interval '1 day' WHERE id = $1`,
    [order?.['id']],
  );
  expect(await recorderOf()).toBeNull();
  await street.sql(
    `UPDATE work_order SET sample = false, created_at = created_at + interval '1 day' WHERE id = $1`,
    [order?.['id']],
  );
});

test('an item of minutes comes from the item of the agenda that it names', async () => {
  const [row] =
    await street.sql(`SELECT i.id, a.id AS agenda_id FROM minutes_item i JOIN minutes m ON m.id = i.minutes_id
    JOIN agenda_item a ON a.meeting_id = m.meeting_id AND a.number = i.agenda_number WHERE i.deleted_at IS NULL LIMIT 1`);
  const [item, agenda] = [row?.['id'], row?.['agenda_id']];
  expect((await chainOf(item))?.upward).toContainEqual({ id: agenda, typeName: 'AgendaItem' });
  expect((await chainOf(agenda))?.downward).toContainEqual({ id: item, typeName: 'MinutesItem' });
});

test('a weekly meeting is no outcome of itself', async () => {
  const [item] = await street.sql('SELECT meeting_id AS id FROM weekly_item LIMIT 1');
  const { downward } = (await chainOf(item?.['id'])) ?? { downward: [] };
  expect(downward.map(({ id }) => id)).not.toContain(item?.['id']);
  expect(downward).not.toEqual([]);
});

test('a chain can be filtered by types, however far away, but not by unknown ones', async () => {
  const [order] = await street.sql(`
    SELECT w.work_order_id AS id, count(*)::int AS visits FROM community_visit v
    JOIN community_assignment a ON a.id = v.assignment_id JOIN weekly_item w ON w.id = a.weekly_item_id
    WHERE w.work_order_id IS NOT NULL GROUP BY w.work_order_id LIMIT 1`);
  const chain = (types: string) =>
    asked(
      `workOrder(id: "${order?.['id']}") { trace(typeNames: [${types}]) { upward { typeName } downward { typeName } } }`,
    );
  const { dayu } = await chain('"CommunityVisit", "KeyPoint"');
  const upward: Step[] = dayu?.['workOrder'].trace.upward;
  const downward: Step[] = dayu?.['workOrder'].trace.downward;
  expect(new Set(upward.map(({ typeName }) => typeName))).toEqual(new Set(['KeyPoint']));
  expect(downward).toEqual(Array.from({ length: order?.['visits'] }, () => ({ typeName: 'CommunityVisit' })));
  const { errors } = await chain(`"CommunityVisit') OR ('1' = '1"`);
  expect(errors?.[0]).toMatchObject({
    message: expect.stringContaining('AnnualNotice, AppointmentStep'),
    extensions: { code: 'BAD_USER_INPUT', argument: 'typeNames' },
  });
});

test('a chain that is longer than an answer says so', async () => {
  const [order] = await street.sql(
    'SELECT id FROM work_order w WHERE NOT EXISTS (SELECT FROM weekly_item i WHERE i.work_order_id = w.id) AND parent_id IS NULL LIMIT 1',
  );
  const chain = async () =>
    (await asked(`trace(id: "${order?.['id']}") { truncated downward { id } }`)).dayu?.['trace'];
  expect(await chain()).toMatchObject({ truncated: false });
  await street.sql(
    `INSERT INTO evidence (created_at, updated_at, work_order_id, title, uri, media_type, sha256, author)
     SELECT now(), now(), $1, '照片', 'urn:a', 'image/png', repeat('a', 64), 'a' FROM generate_series(1, 21000)`,
    [order?.['id']],
  );
  const { truncated, downward } = await chain();
  expect({ truncated, shown: downward.length }).toEqual({ truncated: true, shown: 1000 });
  // Cut before anything of the type was come to: there may be some, and nothing is shown that says so.
  const of = `trace(id: "${order?.['id']}", typeNames: ["CommunityVisit"]) { truncated hidden downward { id } }`;
  expect((await asked(of)).dayu?.['trace']).toEqual({ truncated: true, hidden: null, downward: [] });
});

test('a member of a community’s body comes from the decision that appointed', async () => {
  const [member] = await street.sql(
    'SELECT id, decision_id FROM body_member WHERE decision_id IS NOT NULL LIMIT 1',
  );
  expect((await chainOf(member?.['id']))?.upward).toEqual([
    { id: member?.['decision_id'], typeName: 'CommitteeDecision' },
  ]);
});

test('a member of the street’s body comes from the document of 区委, to which its chain leads back', async () => {
  const [member] = await street.sql(
    'SELECT id, approval_id FROM body_member WHERE approval_id IS NOT NULL LIMIT 1',
  );
  const [memberId, approvalId] = [member?.['id'], member?.['approval_id']];
  expect((await chainOf(memberId))?.upward).toEqual([{ id: approvalId, typeName: 'Approval' }]);
  expect((await chainOf(approvalId))?.downward).toEqual([{ id: memberId, typeName: 'BodyMember' }]);
});

test('the title of what was written on a visit says nothing of it', async () => {
  const titles = await street.sql(
    `SELECT DISTINCT title FROM trace_node WHERE type_name IN ('VisitRecord', 'SentimentLog') ORDER BY title`,
  );
  expect(titles.map(({ title }) => title)).toEqual(['民情日志', '走访记录']);
});
