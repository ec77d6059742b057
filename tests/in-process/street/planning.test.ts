import type { Actor } from '@mtg/access';
import { checkCadence } from '../../../packages/street/src/cadence/sweep';
import { definition, profile } from '../../../subgraphs/dayu/src';
import { centerHead, centerStaff, officer, peopleOf } from '../../support/actors';
import { give, type Selected } from '../../support/commands';
import { judgedSince } from '../../support/judged';
import { startTestSubgraph, type TestSubgraph } from '../../support/test-subgraph';

const people = peopleOf('DAYU');
const head = centerHead('DAYU', 'HEALTH');
const staff = centerStaff('DAYU', 'HEALTH');
const { dispatcher } = people;

let dayu: TestSubgraph;
let now = new Date('2025-12-31T01:00:00Z');
const at = (shanghai: string) => (now = new Date(`${shanghai}+08:00`));
beforeAll(async () => {
  dayu = await startTestSubgraph(definition, { clock: { now: () => now } });
});
afterAll(() => dayu.close());

const PLAN = 'plan { id version state period dueOn adoptedOn recordedLate amendedAt returnReason }';
const WITH_ITEMS = `${PLAN} items { id number kind content baseTasks { code } departments { code } carriedFrom { content } }`;
const ITEMS = [
  { kind: 'KEY_POINT', content: '慢性病随访', baseTaskCodes: ['BT-2-01'], departmentCodes: ['JUSTICE'] },
  { kind: 'INNOVATION', content: '家庭医生进楼门' },
];
const run = (command: string, input: object, as: Actor, selection = PLAN) =>
  give(dayu, 'dayu', command, { ...input }, selection, { as });
const must = async (command: string, input: object, as: Actor, selection = PLAN): Promise<Selected> => {
  const { payload, errors } = await run(command, input, as, selection);
  expect(errors).toEqual([]);
  return payload ?? {};
};
const refused = async (command: string, input: object, as: Actor) => {
  const { errors } = await run(command, input, as);
  return errors[0]?.extensions;
};
const draft = (period: string, more: object = {}, as: Actor = head) =>
  must('draftPlan', { centerCode: 'HEALTH', period, items: ITEMS, ...more }, as, WITH_ITEMS);
const adopted = async (period: string, more: object = {}, adoptedOn?: string): Promise<Selected> => {
  const drafted = await draft(period, more);
  const planId = drafted['plan'].id;
  await must('submitPlan', { planId, expectedVersion: 1 }, head);
  return { ...drafted, ...(await must('adoptPlan', { planId, expectedVersion: 2, adoptedOn }, dispatcher)) };
};
const ask = async (query: string, as: Actor = people.leader): Promise<Selected> => {
  const { data, errors } = await dayu.ask(`{ dayu { ${query} } }`, {}, { as });
  expect(errors ?? []).toEqual([]);
  return (data as Selected)['dayu'];
};
const findings = async (): Promise<readonly Selected[]> => {
  await checkCadence(dayu.runtime.manager, now, profile, judgedSince('2026-01-01'));
  return dayu.store.query(
    `SELECT period, subject, state FROM rule_finding WHERE rule = 'R17' ORDER BY period, subject`,
  );
};
const ofHealth = async () => (await findings()).filter(({ subject }) => subject === 'HEALTH');

test('a plan is due by the end of March for a year, and by its first day for a month (R17)', async () => {
  at('2025-12-31T09:00:00');
  await draft('2025');
  at('2026-01-01T23:59:59');
  expect(await findings()).toEqual([]);
  at('2026-01-02T00:00:00');
  const found = await findings();
  expect(found).toHaveLength(7);
  expect(found[0]).toEqual({ period: '2026-01', subject: 'CIVIL_AFFAIRS', state: 'OPEN' });
  // Adopted in time and recorded the day after, it keeps the rule.
  await adopted('2026-01', {}, '2026-01-01');
  expect(await ofHealth()).toEqual([{ period: '2026-01', subject: 'HEALTH', state: 'RESOLVED' }]);
  for (const month of ['2026-02', '2026-03', '2026-04']) await adopted(month);
  at('2026-03-31T23:59:59');
  expect(await ofHealth()).toHaveLength(1);
  at('2026-04-01T00:00:00');
  expect((await ofHealth())[0]).toEqual({ period: '2026', subject: 'HEALTH', state: 'OPEN' });
  // Adopted after the day it is there, and late.
  await adopted('2026');
  expect((await ofHealth())[0]).toEqual({ period: '2026', subject: 'HEALTH', state: 'OPEN' });
  const judged = await dayu.store.query(
    `SELECT period, verdict, late, reason FROM judgement WHERE rule = 'R17' AND subject = 'HEALTH' AND period IN ('2026', '2026-01')
     ORDER BY period`,
  );
  expect(judged).toEqual([
    {
      period: '2026',
      verdict: 'BROKEN',
      late: false,
      reason: expect.stringContaining('应于 2026-03-31 前（含当日）完成，到 2026-04-01 才完成'),
    },
    { period: '2026-01', verdict: 'KEPT', late: true, reason: null },
  ]);
});

test('which centers lack which plan is one query', async () => {
  at('2026-04-10T09:00:00');
  await must(
    'draftPlan',
    { centerCode: 'CIVIL_AFFAIRS', period: '2026', items: ITEMS },
    centerHead('DAYU', 'CIVIL_AFFAIRS'),
  );
  const selection = '{ centerCode center { name } kind period dueOn overdue planId state }';
  const { missingPlans } = await ask(`missingPlans(year: 2026) ${selection}`);
  expect(missingPlans).toHaveLength(6 * 5);
  expect(missingPlans.filter(({ centerCode }: Selected) => centerCode === 'HEALTH')).toEqual([]);
  expect(
    missingPlans.filter(
      ({ centerCode, period }: Selected) => centerCode === 'CIVIL_AFFAIRS' && period === '2026',
    ),
  ).toEqual([
    {
      centerCode: 'CIVIL_AFFAIRS',
      center: { name: '街道事务处理服务中心' },
      kind: 'YEAR',
      period: '2026',
      dueOn: '2026-03-31',
      overdue: true,
      planId: expect.any(String) as string,
      state: 'DRAFT',
    },
  ]);
  const ahead = await ask(`missingPlans(year: 2026, dueBy: "2026-05-01") { centerCode period overdue }`);
  expect(ahead['missingPlans']).toContainEqual({ centerCode: 'HEALTH', period: '2026-05', overdue: false });
  const { planCounts } = await ask('planCounts(year: 2026) { centerCode kind due adopted inTime amended }');
  expect(planCounts.filter(({ centerCode }: Selected) => centerCode === 'HEALTH')).toEqual([
    { centerCode: 'HEALTH', kind: 'YEAR', due: 1, adopted: 1, inTime: 0, amended: 0 },
    { centerCode: 'HEALTH', kind: 'MONTH', due: 4, adopted: 4, inTime: 4, amended: 0 },
  ]);
  expect(planCounts).toHaveLength(14);
});

test('a plan is revised, returned, submitted again and adopted, and the day of adoption counts', async () => {
  at('2026-05-06T09:00:00');
  const { plan } = await draft('2026-05', {}, staff);
  const planId = plan.id;
  const [keyPoint, innovation] = ITEMS;
  const revised = await must(
    'revisePlan',
    { planId, expectedVersion: 1, items: [innovation, keyPoint] },
    staff,
    WITH_ITEMS,
  );
  expect(revised['items'].map(({ number, kind }: Selected) => [number, kind])).toEqual([
    [1, 'INNOVATION'],
    [2, 'KEY_POINT'],
  ]);
  expect(revised['items'][1]).toMatchObject({
    baseTasks: [{ code: 'BT-2-01' }],
    departments: [{ code: 'JUSTICE' }],
  });
  await must('submitPlan', { planId, expectedVersion: 2 }, head);
  const returned = await must('returnPlan', { planId, expectedVersion: 3, reason: '缺项目' }, dispatcher);
  expect(returned['plan']).toMatchObject({ state: 'DRAFT', returnReason: '缺项目' });
  await must('submitPlan', { planId, expectedVersion: 4 }, head);
  const done = await must('adoptPlan', { planId, expectedVersion: 5, adoptedOn: '2026-05-01' }, dispatcher);
  expect(done['plan']).toMatchObject({
    state: 'ADOPTED',
    dueOn: '2026-05-01',
    adoptedOn: '2026-05-01',
    recordedLate: true,
    returnReason: null,
  });
  const { planItems } = await ask(`planItems(filter: { planId: "${planId}" }) { totalCount }`);
  expect(planItems).toEqual({ totalCount: 2 });
});

test('an amendment replaces the plan once it is adopted, and history stays', async () => {
  at('2026-05-20T09:00:00');
  const { plan, items } = await adopted('2026-06');
  const more = [
    { kind: 'KEY_POINT', content: '防汛' },
    { kind: 'INNOVATION', content: '进楼门' },
  ];
  const input = { planId: plan.id, expectedVersion: 3, reason: '汛情', items: more };
  const amended = await must('amendPlan', input, head);
  expect(amended['plan']).toMatchObject({ state: 'DRAFT', period: '2026-06' });
  expect(await refused('amendPlan', input, head)).toMatchObject({ code: 'CONFLICT' });
  const planId = amended['plan'].id;
  await must('submitPlan', { planId, expectedVersion: 1 }, head);
  await must('adoptPlan', { planId, expectedVersion: 2 }, dispatcher);
  const chain =
    'period reason amendedAt previous { id amendedAt items(first: 5) { content } amendment { id } }';
  const { plan: read } = await ask(`plan(id: "${planId}") { ${chain} }`);
  expect(read).toEqual({
    period: '2026-06',
    reason: '汛情',
    amendedAt: null,
    previous: {
      id: plan.id,
      amendedAt: expect.any(String) as string,
      items: items.map(({ content }: Selected) => ({ content })),
      amendment: { id: planId },
    },
  });
  expect(
    (await ask('planCounts(year: 2026, dueBy: "2026-06-01") { centerCode kind adopted amended }'))[
      'planCounts'
    ],
  ).toContainEqual({
    centerCode: 'HEALTH',
    kind: 'MONTH',
    adopted: 6,
    amended: 1,
  });
});

test('an item is carried over from an earlier plan, with its links', async () => {
  at('2026-06-20T09:00:00');
  const { items } = await adopted('2026-07');
  const carried = { kind: 'KEY_POINT', carriedFromId: items[0].id };
  const { items: next } = await draft('2026-08', { items: [carried, ITEMS[1]] });
  expect(next[0]).toMatchObject({
    content: '慢性病随访',
    baseTasks: [{ code: 'BT-2-01' }],
    departments: [{ code: 'JUSTICE' }],
    carriedFrom: { content: '慢性病随访' },
  });
  const other = { centerCode: 'CIVIL_AFFAIRS', period: '2026-08', items: [carried, ITEMS[1]] };
  expect(await refused('draftPlan', other, centerHead('DAYU', 'CIVIL_AFFAIRS'))).toMatchObject({
    code: 'BAD_USER_INPUT',
    field: 'input.items.0.carriedFromId',
  });
});

test('a monthly report is linked to the plan for the next month, and either leads to the other (R20)', async () => {
  at('2026-10-30T09:00:00');
  const meeting = { kind: 'MONTHLY_PROGRESS', title: '推进会', scheduledAt: now.toISOString() };
  const { meeting: made } = await must('convokeMeeting', meeting, dispatcher, 'meeting { id }');
  await must('openMeeting', { meetingId: made.id, expectedVersion: 1 }, dispatcher, 'meeting { id }');
  const report = { meetingId: made.id, centerCode: 'HEALTH', progress: '过半', difficulties: [] };
  const { centerReport } = await must(
    'recordCenterReport',
    { ...report, nextMonth: '随访、进楼门' },
    head,
    'centerReport { id }',
  );
  const { items: later } = await adopted('2026-12');
  const { plan, items } = await adopted('2026-11');
  const link = { centerReportId: centerReport.id, planItemIds: [items[0].id] };
  const links = 'nextMonthLinks { report { id } planItem { content } }';
  expect(await must('linkNextMonth', link, staff, links)).toEqual({
    nextMonthLinks: [{ report: { id: centerReport.id }, planItem: { content: '慢性病随访' } }],
  });
  const announced = 'items(first: 5) { content announcements(first: 5) { report { meeting { id } } } }';
  expect((await ask(`plan(id: "${plan.id}") { ${announced} }`))['plan'].items).toEqual([
    { content: '慢性病随访', announcements: [{ report: { meeting: { id: made.id } } }] },
    { content: '家庭医生进楼门', announcements: [] },
  ]);
  const became = 'nextMonth nextMonthLinks(first: 5) { planItem { content plan { period state } } }';
  expect((await ask(`centerReport(id: "${centerReport.id}") { ${became} }`))['centerReport']).toEqual({
    nextMonth: '随访、进楼门',
    nextMonthLinks: [{ planItem: { content: '慢性病随访', plan: { period: '2026-11', state: 'ADOPTED' } } }],
  });
  const { trace } = await ask(`trace(id: "${items[0].id}") { upward { id } }`, people.auditor);
  expect(trace.upward).toContainEqual({ id: centerReport.id });
  for (const [planItemIds, as, expected] of [
    [[items[1].id, items[0].id], head, { field: 'input.planItemIds.1' }],
    [[later[0].id], head, { code: 'BAD_USER_INPUT', field: 'input.planItemIds.0' }],
    [[items[1].id], centerHead('DAYU', 'CIVIL_AFFAIRS'), { code: 'FORBIDDEN' }],
  ] as const) {
    const { errors } = await run('linkNextMonth', { ...link, planItemIds }, as, '__typename');
    expect(errors[0]?.extensions).toMatchObject(expected);
  }
  expect(await dayu.store.query('SELECT id FROM next_month_link')).toHaveLength(1);
});

describe('a refusal changes nothing', () => {
  const rows = () => dayu.store.query('SELECT * FROM plan ORDER BY id');

  test.each<[string, object, object]>([
    ['no innovation', { items: [ITEMS[0]] }, { code: 'RULE_VIOLATION', rule: 'R17', missing: ['items'] }],
    ['a quarter', { period: '2027-Q1' }, { code: 'BAD_USER_INPUT', field: 'input.period' }],
    ['a plan that is there', { period: '2026-01' }, { code: 'BAD_USER_INPUT', field: 'input.period' }],
    ['no such center', { centerCode: 'HEALTHY' }, { code: 'FORBIDDEN' }],
  ])('%s', async (_, more, expected) => {
    at('2026-09-01T09:00:00');
    const before = await rows();
    const input = { centerCode: 'HEALTH', period: '2027', items: ITEMS, ...more };
    expect(await refused('draftPlan', input, head)).toMatchObject(expected);
    expect(await rows()).toEqual(before);
  });

  test('a weekly meeting is no retreat, and a retreat settles the plan for its year only', async () => {
    const convoke = async (kind: string) => {
      const meeting = { kind, title: '会议', scheduledAt: now.toISOString() };
      const { meeting: made } = await must('convokeMeeting', meeting, dispatcher, 'meeting { id }');
      await must('openMeeting', { meetingId: made.id, expectedVersion: 1 }, dispatcher, 'meeting { id }');
      return made.id as string;
    };
    const [weekly, retreat] = [await convoke('WEEKLY'), await convoke('ANNUAL_RETREAT')];
    const cited = (period: string, retreatMeetingId: string) =>
      refused('draftPlan', { centerCode: 'HEALTH', period, items: ITEMS, retreatMeetingId }, head);
    for (const wrong of [cited('2028', weekly), cited('2028', retreat), cited('2026-12', retreat)]) {
      expect(await wrong).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.retreatMeetingId' });
    }
    const civil = centerHead('DAYU', 'SOCIAL_MOBILIZATION');
    const input = {
      centerCode: 'SOCIAL_MOBILIZATION',
      period: '2026',
      items: ITEMS,
      retreatMeetingId: retreat,
    };
    const { plan } = await must('draftPlan', input, civil, 'plan { retreat { kind } }');
    expect(plan).toEqual({ retreat: { kind: 'ANNUAL_RETREAT' } });
  });

  test('only 综合管理中心 adopts; drafts are not adopted, and what was submitted is not revised', async () => {
    const { plan } = await draft('2026-10');
    const first = { planId: plan.id, expectedVersion: 1 };
    expect(await refused('adoptPlan', first, dispatcher)).toMatchObject({ code: 'CONFLICT' });
    await must('submitPlan', first, head);
    const before = await rows();
    const next = { planId: plan.id, expectedVersion: 2 };
    expect(await refused('adoptPlan', next, head)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refused('revisePlan', { ...next, items: ITEMS }, head)).toMatchObject({ code: 'CONFLICT' });
    expect(await refused('amendPlan', { ...next, reason: '调整', items: ITEMS }, head)).toMatchObject({
      code: 'CONFLICT',
    });
    expect(await refused('adoptPlan', { ...next, adoptedOn: '2026-09-02' }, dispatcher)).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'input.adoptedOn',
    });
    expect(await rows()).toEqual(before);
    await expect(
      dayu.runtime.query(`UPDATE plan_item SET deleted_at = now() WHERE plan_id = '${plan.id}'`),
    ).rejects.toThrow('no draft');
  });
});

test('a department reads no plans, and no statistics of them', async () => {
  const query =
    '{ dayu { plans { totalCount } missingPlans(year: 2026) { period } planCounts(year: 2026) { due } } }';
  const { data, errors } = await dayu.ask(query, {}, { as: officer('JUSTICE') });
  expect(data).toEqual({ dayu: { plans: null, missingPlans: null, planCounts: null } });
  expect(errors?.map(({ extensions }) => extensions['code'])).toEqual([
    'FORBIDDEN',
    'FORBIDDEN',
    'FORBIDDEN',
  ]);
});
