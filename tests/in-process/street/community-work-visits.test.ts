import { DEFAULT_VISIT_DAYS, isoWeekOf, r24, type VisitUnit } from '@mtg/governance';
import { weeksOfVisits } from '../../../packages/street/src/community-work/visits/week-of-visits';
import { definition } from '../../../subgraphs/dayu/src';
import { centerHead, centerStaff, communitySecretary, peopleOf } from '../../support/actors';
import { startTestSubgraph, type TestSubgraph } from '../../support/test-subgraph';
import {
  DELUYUAN,
  refusal,
  type Row,
  SHICHANGJIE,
  steppingClock,
  taskOf,
  weeklyMeetingsOf,
  YUEJIYUAN,
} from './community-work-support';

const people = peopleOf('DAYU');
const head = centerHead('DAYU', 'HEALTH');
const staff = centerStaff('DAYU', 'HEALTH');
/** Monday, nine o'clock in Asia/Shanghai. */
const MONDAY = '2026-03-02T01:00:00Z';
const clock = steppingClock(MONDAY);

let dayu: TestSubgraph;
let street: ReturnType<typeof weeklyMeetingsOf>;
beforeAll(async () => {
  dayu = await startTestSubgraph(definition, { clock });
  street = weeklyMeetingsOf(dayu, 'dayu', 'DAYU');
});
beforeEach(() => clock.set(MONDAY));
afterAll(() => dayu.close());

const PLAN = {
  centerCode: 'HEALTH',
  day: '2026-03-02',
  people: [staff.subject],
  communityCodes: [DELUYUAN],
  route: '一号楼至六号楼',
  actions: '逐户询问用药情况',
};
const VISIT = {
  centerCode: 'HEALTH',
  communityCode: DELUYUAN,
  day: '2026-03-02',
  form: 'CALL',
  record: '走访六户',
  sentimentLogs: [{ topic: '停车', text: '三号楼前停车难' }, { text: '希望增加义诊' }],
};
const plan = (more: object = {}, as = head) =>
  street.run('planVisit', { ...PLAN, ...more }, 'visitPlan { id day people }', as);
const visit = (more: object = {}, as = staff) =>
  street.run(
    'recordVisit',
    { ...VISIT, ...more },
    `communityVisit { id version day form communityCode centerCode staffSubject plan { id } assignment { id }
      record { text visit { id } } sentimentLogs { topic text visit { id } } }
     record { authorSubject } sentimentLogs { text }`,
    as,
  );
const planned = async (more: object = {}): Promise<string> => {
  const { payload } = await plan(more);
  return payload?.['visitPlan'].id;
};
const COUNTED = ['visit_plan', 'community_visit', 'visit_record', 'sentiment_log'];
const rows = () =>
  dayu.store.query(COUNTED.map((table) => `SELECT '${table}', count(*) FROM ${table}`).join(' UNION ALL '));

test('a visit is planned by the head and recorded by a visitor, with everything that was heard', async () => {
  const planId = await planned();
  const { payload, errors } = await visit({ planId });
  expect(errors).toEqual([]);
  const id = payload?.['communityVisit'].id;
  expect(payload).toEqual({
    communityVisit: {
      id,
      version: 1,
      day: '2026-03-02',
      form: 'CALL',
      communityCode: DELUYUAN,
      centerCode: 'HEALTH',
      staffSubject: staff.subject,
      plan: { id: planId },
      assignment: null,
      record: { text: '走访六户', visit: { id } },
      sentimentLogs: [
        { topic: '停车', text: '三号楼前停车难', visit: { id } },
        { topic: null, text: '希望增加义诊', visit: { id } },
      ],
    },
    record: { authorSubject: staff.subject },
    sentimentLogs: [{ text: '三号楼前停车难' }, { text: '希望增加义诊' }],
  });
  const [entry] = await dayu.store.query(
    'SELECT actor, outcome, cardinality(targets) AS written FROM audit_entry ORDER BY sequence DESC LIMIT 1',
  );
  expect(entry).toEqual({ actor: staff.subject, outcome: 'ALLOWED', written: 4 });
  const listed = await street.ask(
    `communityVisits(filter: { communityCode: "${DELUYUAN}", centerCode: "HEALTH", form: CALL, day: "2026-03-02",
       staffSubject: "${staff.subject}" }) { nodes { id } }
     visitPlans(filter: { centerCode: "HEALTH", day: "2026-03-02" }) { nodes { visits { id } } }
     none: communityVisits(filter: { form: TALK }) { nodes { id } }`,
    people.analyst,
  );
  expect(listed.data).toEqual({
    dayu: {
      communityVisits: { nodes: [{ id }] },
      visitPlans: { nodes: [{ visits: [{ id }] }] },
      none: { nodes: [] },
    },
  });
});

describe('what breaks R24 is refused, and changes nothing', () => {
  test.each<[string, object, string]>([
    ['no day', { day: null }, 'day'],
    ['a day gone by', { day: '2026-03-01' }, 'day'],
    ['no people', { people: [] }, 'people'],
    ['no route', { route: ' ' }, 'route'],
    ['no actions', { actions: null }, 'actions'],
  ])('a plan with %s', async (_, more, missing) => {
    const before = await rows();
    expect(refusal(await plan(more))).toMatchObject({
      code: 'RULE_VIOLATION',
      rule: 'R24',
      missing: [missing],
    });
    expect(await rows()).toEqual(before);
  });

  test.each<[string, object, string]>([
    ['no form', { form: null }, 'form'],
    ['visit record is missing', { record: null }, 'record'],
    ['an empty record', { record: ' ' }, 'record'],
    ['sentiment log is missing', { sentimentLogs: [] }, 'sentimentLogs'],
    ['an empty sentiment log', { sentimentLogs: [{ text: '好' }, { text: '' }] }, 'sentimentLogs'],
  ])('a visit with %s', async (_, more, missing) => {
    const before = await rows();
    expect(refusal(await visit(more))).toMatchObject({
      code: 'RULE_VIOLATION',
      rule: 'R24',
      missing: [missing],
    });
    expect(await rows()).toEqual(before);
  });

  test.each<[string, object, object]>([
    ['on another day', {}, { day: '2026-03-01' }],
    ['to another community', {}, { communityCode: YUEJIYUAN }],
    ['of other people', { people: ['赵一'] }, {}],
    ['of another center', {}, { centerCode: 'CIVIL_AFFAIRS' }],
  ])('a visit %s is not the planned one', async (_, inPlan, inVisit) => {
    const planId = await planned(inPlan);
    const before = await rows();
    const as = 'centerCode' in inVisit ? { ...staff, center: 'CIVIL_AFFAIRS' } : staff;
    expect(refusal(await visit({ planId, ...inVisit }, as))).toMatchObject({
      code: 'RULE_VIOLATION',
      rule: 'R24',
      missing: ['planId'],
    });
    expect(await rows()).toEqual(before);
  });
});

describe('what makes no sense is refused too', () => {
  const NOWHERE = '0198c0de-0000-7000-8000-000000000000';

  test.each<[string, object, Record<string, string>]>([
    ['a day to come', { day: '2026-03-03' }, { code: 'BAD_USER_INPUT', field: 'input.day' }],
    [
      'another street’s community',
      { communityCode: SHICHANGJIE },
      { code: 'NOT_FOUND', field: 'input.communityCode' },
    ],
    ['no such plan', { planId: NOWHERE }, { code: 'NOT_FOUND', field: 'input.planId' }],
    ['no such assignment', { assignmentId: NOWHERE }, { code: 'NOT_FOUND', field: 'input.assignmentId' }],
  ])('%s', async (_, more, expected) => {
    const before = await rows();
    expect(refusal(await visit(more))).toMatchObject(expected);
    expect(await rows()).toEqual(before);
  });

  test('a visit carries out an assignment of its own community, from the day that it was made', async () => {
    const { meetingId, weeklyItemId } = await street.passed(DELUYUAN, YUEJIYUAN);
    const issued = await street.must(
      street.run(
        'issueAssignmentBatch',
        { meetingId, assignments: [taskOf(weeklyItemId, DELUYUAN), taskOf(weeklyItemId, YUEJIYUAN)] },
        'assignments { id }',
        people.dispatcher,
      ),
    );
    const [own, other] = issued['assignments'];
    const wrong = { code: 'BAD_USER_INPUT', field: 'input.assignmentId' };
    expect(refusal(await visit({ assignmentId: other.id }))).toMatchObject(wrong);
    expect(refusal(await visit({ assignmentId: own.id, day: '2026-03-01' }))).toMatchObject(wrong);
    const { payload } = await visit({ assignmentId: own.id });
    const withdraw = { assignmentId: other.id, reason: '社区已自行完成' };
    await street.must(
      street.run('withdrawAssignment', withdraw, 'assignment { state withdrawnAt }', people.dispatcher),
    );
    // On the day of the withdrawal a visit may have preceded it.
    const there = { assignmentId: other.id, communityCode: YUEJIYUAN };
    expect((await visit(there)).errors).toEqual([]);
    expect(payload?.['communityVisit'].assignment).toEqual({ id: own.id });
    const down = await street.ask(`communityAssignment(id: "${own.id}") { visits { id } }`, people.leader);
    expect(down.data).toEqual({
      dayu: { communityAssignment: { visits: [{ id: payload?.['communityVisit'].id }] } },
    });
  });

  test('only a head plans, and people of the center record', async () => {
    const forbidden = { code: 'FORBIDDEN' };
    expect(refusal(await plan({}, staff))).toMatchObject(forbidden);
    expect(refusal(await plan({}, centerHead('DAYU', 'CIVIL_AFFAIRS')))).toMatchObject(forbidden);
    expect(refusal(await visit({}, centerStaff('DAYU', 'CIVIL_AFFAIRS')))).toMatchObject(forbidden);
    expect(refusal(await visit({}, people.dispatcher))).toMatchObject(forbidden);
    expect(refusal(await visit({}, communitySecretary('DAYU', DELUYUAN)))).toMatchObject(forbidden);
    expect(refusal(await visit({}, centerStaff('CHENGZI', 'HEALTH')))).toMatchObject(forbidden);
    expect((await visit({}, head)).errors).toEqual([]);
  });
});

describe('the ISO week in Asia/Shanghai', () => {
  /** Sunday 8 March 2026, the last minute of week 10, and the minute after it. */
  const [LAST_MINUTE, NEXT_MINUTE] = ['2026-03-08T15:59:00Z', '2026-03-08T16:00:00Z'];
  const ann = centerStaff('DAYU', 'CULTURE_EDUCATION', 'ann');
  const culture = { centerCode: 'CULTURE_EDUCATION' };
  const weekOfVisits = (week: string, unit: VisitUnit) =>
    weeksOfVisits(dayu.runtime, [week], { unit, sample: false, lives: new Map() });
  const daysOfAnn = async (week: string) => {
    const units = await weekOfVisits(week, 'STAFF');
    return units.find(({ staffSubject }) => staffSubject === ann.subject)?.facts;
  };
  const go = async (day: string) => {
    const made = await plan(
      { ...culture, day, people: [ann.subject] },
      centerHead('DAYU', 'CULTURE_EDUCATION'),
    );
    return visit({ ...culture, day, planId: made.payload?.['visitPlan'].id }, ann);
  };

  test('ends with Sunday 23:59 and begins with Monday 00:00', async () => {
    clock.set(LAST_MINUTE);
    expect((await go('2026-03-08')).errors).toEqual([]);
    expect(refusal(await visit({ ...culture, day: '2026-03-09' }, ann))).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'input.day',
    });
    clock.set(NEXT_MINUTE);
    expect((await go('2026-03-09')).errors).toEqual([]);
    const yesterday = await plan({ ...culture, day: '2026-03-08' }, centerHead('DAYU', 'CULTURE_EDUCATION'));
    expect(refusal(yesterday)).toMatchObject({ rule: 'R24', missing: ['day'] });

    expect([isoWeekOf('2026-03-08'), isoWeekOf('2026-03-09')]).toEqual(['2026-W10', '2026-W11']);
    expect((await daysOfAnn('2026-W10'))?.visits.map(({ day }) => day)).toEqual(['2026-03-08']);
    expect((await daysOfAnn('2026-W11'))?.visits.map(({ day }) => day)).toEqual(['2026-03-09']);
  });

  test('R24 counts three days, each planned, with record and log; two, or an unplanned third, are too few', async () => {
    const look = async (today: string) => {
      const facts = await daysOfAnn('2026-W11');
      return facts ? r24.check({ ...facts, today, daysPerWeek: DEFAULT_VISIT_DAYS }) : undefined;
    };
    clock.set('2026-03-10T02:00:00Z');
    expect((await go('2026-03-10')).errors).toEqual([]);
    clock.set('2026-03-11T02:00:00Z');
    expect((await visit({ ...culture, day: '2026-03-11' }, ann)).errors).toEqual([]);
    expect(await look('2026-03-15')).toEqual([]);
    expect(await look('2026-03-16')).toMatchObject([
      { rule: 'R24', message: { zh: expect.stringContaining('2026-03-11') } },
    ]);
    expect((await go('2026-03-11')).errors).toEqual([]);
    expect(await look('2026-03-16')).toEqual([]);
  });

  test('staff are the people that a center’s plans name, or the center as a whole; centers are the seven', async () => {
    const staffOf = async (week: string) =>
      (await weekOfVisits(week, 'STAFF')).map(
        ({ centerCode, staffSubject }) => `${centerCode} ${staffSubject}`,
      );
    const [planned, before] = [await staffOf('2026-W11'), await staffOf('2026-W09')];
    expect(planned).toContain(`CULTURE_EDUCATION ${ann.subject}`);
    expect(planned).not.toContain('CULTURE_EDUCATION null');
    expect(planned).toContain('CIVIL_AFFAIRS null');
    expect(before).toHaveLength(7);
    expect(before).toContain('CULTURE_EDUCATION null');
    expect(await staffOf('2026-W40')).toEqual(before);
    expect(await staffOf('2026-W54')).toEqual([]);
    const centers = await weekOfVisits('2026-W11', 'CENTER');
    expect(centers).toHaveLength(7);
    const culture = centers.find(({ centerCode }) => centerCode === 'CULTURE_EDUCATION');
    expect(culture).toMatchObject({
      staffSubject: null,
      facts: { unit: 'CENTER', subject: '街道文化教育服务中心' },
    });
    expect(culture?.facts.visits).toHaveLength(4);
    const log = await dayu.store.query(
      `UPDATE sentiment_log SET deleted_at = now() WHERE center_code = 'CULTURE_EDUCATION' RETURNING id`,
    );
    expect(log.length).toBeGreaterThan(0);
    const bare = await daysOfAnn('2026-W11');
    expect(bare?.visits.some(({ hasSentimentLog }) => hasSentimentLog)).toBe(false);
  });
});

test('plans and visits are found by a range of days and by a community, and items by a community', async () => {
  for (const [day, code] of [
    ['2026-09-03', DELUYUAN],
    ['2026-09-04', YUEJIYUAN],
  ] as const) {
    clock.set(`${day}T01:00:00Z`);
    // oxlint-disable-next-line no-await-in-loop
    const planId = await planned({ day, communityCodes: [code], route: '范围' });
    // oxlint-disable-next-line no-await-in-loop
    expect((await visit({ day, communityCode: code, planId })).errors).toEqual([]);
  }
  const meetingId = await street.convoke();
  const [here, there] = [
    await street.propose(meetingId, [DELUYUAN]),
    await street.propose(meetingId, [YUEJIYUAN]),
  ];
  const list = async (selection: string) => {
    const { data, errors } = await street.ask(selection, people.leader);
    expect(errors).toBeUndefined();
    const [{ nodes }] = Object.values((data as { dayu: Record<string, { nodes: Row[] }> }).dayu) as [
      { nodes: Row[] },
    ];
    return nodes;
  };
  const days = async (filter: string) =>
    (await list(`communityVisits(filter: { ${filter} }) { nodes { day } }`)).map(({ day }) => day);
  expect(await days('dayFrom: "2026-09-03", dayTo: "2026-09-04"')).toEqual(['2026-09-03', '2026-09-04']);
  expect(await days('dayFrom: "2026-09-04"')).toEqual(['2026-09-04']);
  expect(await days('dayFrom: "2026-09-03", dayTo: "2026-09-03"')).toEqual(['2026-09-03']);
  const plans = await list(
    `visitPlans(filter: { communityCode: "${YUEJIYUAN}", dayFrom: "2026-09-03" }) { nodes { day communityCodes } }`,
  );
  expect(plans).toEqual([{ day: '2026-09-04', communityCodes: [YUEJIYUAN] }]);
  const items = async (code: string) =>
    (
      await list(
        `weeklyItems(filter: { meetingId: "${meetingId}", communityCode: "${code}" }) { nodes { id } }`,
      )
    ).map(({ id }) => id);
  expect(await items(DELUYUAN)).toEqual([here]);
  expect(await items(YUEJIYUAN)).toEqual([there]);
});
