import type { Actor } from '@mtg/access';
import { checkCadence } from '../../../packages/street/src/cadence/sweep';
import { definition, profile } from '../../../subgraphs/dayu/src';
import { centerHead, officer, peopleOf } from '../../support/actors';
import { give, type Selected } from '../../support/commands';
import { judgedSince } from '../../support/judged';
import { startTestSubgraph, type TestSubgraph } from '../../support/test-subgraph';
import { DELUYUAN, weeklyMeetingsOf } from './community-work-support';

const people = peopleOf('DAYU');
const head = centerHead('DAYU', 'HEALTH');
const justice = officer('JUSTICE');
const { dispatcher } = people;

let dayu: TestSubgraph;
let now = new Date('2026-01-01T01:00:00Z');
const at = (shanghai: string) => (now = new Date(`${shanghai}+08:00`));
beforeAll(async () => {
  dayu = await startTestSubgraph(definition, { clock: { now: () => now } });
});
afterAll(() => dayu.close());

const CONSULTATION = 'consultation { id version state month recordedLate }';
const run = (command: string, input: object, as: Actor, selection: string) =>
  give(dayu, 'dayu', command, { ...input }, selection, { as });
const must = async (command: string, input: object, as: Actor, selection: string): Promise<Selected> => {
  const { payload, errors } = await run(command, input, as, selection);
  expect(errors).toEqual([]);
  return payload ?? {};
};
const refused = async (command: string, input: object, as: Actor) =>
  (await run(command, input, as, '__typename')).errors[0]?.extensions;
const ask = async (query: string, as: Actor): Promise<Selected> => {
  const { data, errors } = await dayu.ask(`{ dayu { ${query} } }`, {}, { as });
  expect(errors ?? []).toEqual([]);
  return (data as Selected)['dayu'];
};
const LINK = { centerCode: 'HEALTH', departmentCode: 'JUSTICE', matters: '普法', since: '2026-01-01' };
const link = async (more: object = {}): Promise<string> =>
  (await must('linkDepartment', { ...LINK, ...more }, head, 'departmentLink { id }'))['departmentLink'].id;
const RECORD = { participants: ['王敏', '赵一'], matters: '社区矫正', conclusions: ['共同走访'] };
const record = (departmentLinkId: string, consultedOn: string) =>
  must(
    'recordConsultation',
    { departmentLinkId, consultedOn, ...RECORD },
    head,
    `${CONSULTATION} conclusions { id number version }`,
  );
const findings = async (): Promise<readonly Selected[]> => {
  await checkCadence(dayu.runtime.manager, now, profile, judgedSince('2026-01-01'));
  return dayu.store.query(
    `SELECT period, subject, state FROM rule_finding WHERE rule = 'R18' ORDER BY period, subject`,
  );
};

let linkId: string;
test('each whole month of a link has a consultation, found from the day after (R18)', async () => {
  at('2026-01-01T09:00:00');
  linkId = await link();
  const second = await link({ departmentCode: 'CIVIL_AFFAIRS' });
  at('2026-01-31T23:59:59');
  await record(linkId, '2026-01-31');
  expect(await findings()).toEqual([]);
  at('2026-02-01T00:00:00');
  const missed = { period: '2026-01', subject: 'HEALTH/CIVIL_AFFAIRS', state: 'OPEN' };
  expect(await findings()).toEqual([missed]);
  // The finding names both, the department as the district does.
  const ofDistrict = {
    ...judgedSince('2026-01-01'),
    departmentNames: new Map([['CIVIL_AFFAIRS', '区民政局']]),
  };
  await checkCadence(dayu.runtime.manager, now, profile, ofDistrict);
  const [finding] = await dayu.store.query(`SELECT message FROM rule_finding WHERE rule = 'R18'`);
  const message = finding?.['message'];
  expect(message).toContain('街道健康服务中心没有与区民政局会商');
  expect(message).toContain('Street Health Service Center did not consult with 区民政局');
  // What was held and not recorded is recorded late, and mends it.
  const { consultation } = await record(second, '2026-01-20');
  expect(consultation).toMatchObject({ month: '2026-01', recordedLate: true });
  expect(await findings()).toEqual([{ ...missed, state: 'RESOLVED' }]);
  const [judged] = await dayu.store.query(
    `SELECT verdict, late, fact_ids FROM judgement WHERE rule = 'R18' AND period = '2026-01' AND subject = '${missed.subject}'`,
  );
  expect(judged).toEqual({ verdict: 'KEPT', late: true, fact_ids: [consultation.id] });
  const end = { departmentLinkId: second, expectedVersion: 1, until: '2026-02-01', reason: '职能调整' };
  await must('endDepartmentLink', end, head, 'departmentLink { until }');
  at('2026-02-02T09:00:00');
  // Linked again: the month in which it began again is not checked, the one after is.
  await link({ departmentCode: 'CIVIL_AFFAIRS', since: '2026-02-02' });
  at('2026-04-01T00:00:00');
  expect((await findings()).map(({ period, subject }) => `${period} ${subject}`)).toEqual([
    '2026-01 HEALTH/CIVIL_AFFAIRS',
    '2026-02 HEALTH/JUSTICE',
    '2026-03 HEALTH/CIVIL_AFFAIRS',
    '2026-03 HEALTH/JUSTICE',
  ]);
  expect(await checkCadence(dayu.runtime.manager, now, profile, judgedSince('2026-01-01'))).toEqual([]);
});

test('consultations are counted by center and department, each department reading its own', async () => {
  const query =
    'consultationCounts(year: 2026) { centerCode departmentCode due held consultations confirmed }';
  const ofJustice = {
    centerCode: 'HEALTH',
    departmentCode: 'JUSTICE',
    due: 3,
    held: 1,
    consultations: 1,
    confirmed: 0,
  };
  const { consultationCounts } = await ask(query, people.leader);
  expect(consultationCounts).toHaveLength(2);
  expect(consultationCounts).toContainEqual(ofJustice);
  expect((await ask(query, justice))['consultationCounts']).toEqual([ofJustice]);
});

test('the department reads, comments and confirms; another does not', async () => {
  at('2026-04-10T09:00:00');
  const { consultation } = await record(linkId, '2026-04-10');
  const consultationId = consultation.id;
  const other = officer('CIVIL_AFFAIRS');
  for (const command of ['commentOnConsultation', 'confirmConsultation']) {
    const input = {
      consultationId,
      ...(command === 'confirmConsultation' ? { expectedVersion: 1 } : { text: '同意' }),
    };
    expect(await refused(command, input, other)).toMatchObject({ code: 'FORBIDDEN' });
  }
  await must('commentOnConsultation', { consultationId, text: '请补充名单' }, justice, '__typename');
  const confirmed = await must(
    'confirmConsultation',
    { consultationId, expectedVersion: 1 },
    justice,
    CONSULTATION,
  );
  expect(confirmed['consultation']).toMatchObject({ state: 'CONFIRMED', version: 2 });
  expect(await refused('confirmConsultation', { consultationId, expectedVersion: 2 }, justice)).toMatchObject(
    {
      code: 'CONFLICT',
    },
  );
  const selection = '{ state comments(first: 5) { text authorRole } conclusions(first: 5) { content } }';
  expect(await ask(`consultation(id: "${consultationId}") ${selection}`, justice)).toEqual({
    consultation: {
      state: 'CONFIRMED',
      comments: [{ text: '请补充名单', authorRole: 'DEPARTMENT_OFFICER' }],
      conclusions: [{ content: '共同走访' }],
    },
  });
  expect(await ask(`consultation(id: "${consultationId}") ${selection}`, other)).toEqual({
    consultation: null,
  });
});

test('a conclusion becomes an item of a weekly meeting, and the chain leads from one to the other', async () => {
  at('2026-04-15T09:00:00');
  const weekly = weeklyMeetingsOf(dayu, 'dayu', 'DAYU');
  const { consultation, conclusions } = await record(linkId, '2026-04-15');
  const meetingId = await weekly.convoke();
  const weeklyItemId = await weekly.propose(meetingId, [DELUYUAN]);
  const input = { conclusionId: conclusions[0].id, expectedVersion: 1, weeklyItemId };
  const others = centerHead('DAYU', 'CIVIL_AFFAIRS');
  expect(await refused('followUpConclusion', input, others)).toMatchObject({ code: 'FORBIDDEN' });
  const item = { meetingId, centerCode: 'CIVIL_AFFAIRS', title: '义诊', content: '每户一次' };
  const proposal = { ...item, communityCodes: [DELUYUAN] };
  const { weeklyItem: ofOther } = await must('proposeWeeklyItem', proposal, others, 'weeklyItem { id }');
  const wrong = await run('followUpConclusion', { ...input, weeklyItemId: ofOther.id }, head, '__typename');
  expect(wrong.errors[0]?.extensions).toMatchObject({ field: 'input.weeklyItemId' });
  expect(wrong.errors[0]?.message).toContain('另一中心（街道事务处理服务中心）');
  expect(wrong.errors[0]?.message).toContain('Street Health Service Center');
  await must('followUpConclusion', input, head, 'conclusion { weeklyItem { id } }');
  expect(await refused('followUpConclusion', { ...input, expectedVersion: 2 }, head)).toMatchObject({
    code: 'CONFLICT',
  });
  const { trace } = await ask(`trace(id: "${weeklyItemId}") { upward { id } }`, people.auditor);
  expect(trace.upward).toContainEqual({ id: consultation.id });
});

describe('a refusal changes nothing', () => {
  test.each<[string, object, object]>([
    ['a second link of the same two', {}, { code: 'BAD_USER_INPUT', field: 'input.since' }],
    ['a link from a day to come', { departmentCode: 'X', since: '2027-01-01' }, { field: 'input.since' }],
  ])('%s', async (_, more, expected) => {
    expect(await refused('linkDepartment', { ...LINK, ...more }, head)).toMatchObject(expected);
  });

  test('a consultation before the link, or without participants, breaks R18', async () => {
    const before = await dayu.store.query('SELECT * FROM consultation');
    for (const [more, missing] of [
      [{ consultedOn: '2025-12-31' }, 'consultedOn'],
      [{ participants: [] }, 'participants'],
    ] as const) {
      const input = { departmentLinkId: linkId, consultedOn: '2026-04-15', ...RECORD, ...more };
      expect(await refused('recordConsultation', input, head)).toMatchObject({
        rule: 'R18',
        missing: [missing],
      });
    }
    expect(await dayu.store.query('SELECT * FROM consultation')).toEqual(before);
  });
});

test('a joint action is agreed on with who calls whom, read by its departments, and ended', async () => {
  const calls = [{ callerCenter: 'PUBLIC_SECURITY', calleeDepartment: 'JUSTICE', content: '纠纷' }];
  const agreed = {
    title: '调解联动',
    procedure: '先报后到',
    centerCodes: ['PUBLIC_SECURITY'],
    departmentCodes: ['JUSTICE'],
    agreedOn: '2026-04-01',
    calls,
  };
  const { jointAction } = await must('agreeJointAction', agreed, dispatcher, 'jointAction { id }');
  expect(await refused('agreeJointAction', { ...agreed, calls: [] }, dispatcher)).toMatchObject({
    rule: 'R18',
  });
  const query =
    'jointActions { nodes { title centers { code } calls(first: 5) { callerCenter calleeDepartment } } }';
  const [own] = (await ask(query, justice))['jointActions'].nodes;
  expect(own).toEqual({
    title: '调解联动',
    centers: [{ code: 'PUBLIC_SECURITY' }],
    calls: [{ callerCenter: 'PUBLIC_SECURITY', calleeDepartment: 'JUSTICE' }],
  });
  expect((await ask(query, officer('CIVIL_AFFAIRS')))['jointActions'].nodes).toEqual([]);
  const end = { jointActionId: jointAction.id, expectedVersion: 1, until: '2026-04-10' };
  await must('endJointAction', end, dispatcher, 'jointAction { until }');
  expect(await refused('endJointAction', { ...end, expectedVersion: 2 }, dispatcher)).toMatchObject({
    code: 'CONFLICT',
  });
});

test('a center without a department in a month is not judged, and says why, until a late record links it (R18)', async () => {
  const ofCulture = async () => {
    await findings();
    return dayu.store.query(
      `SELECT period, subject, verdict, reason FROM judgement WHERE rule = 'R18' AND center_code = 'CULTURE_EDUCATION'
       AND period BETWEEN '2026-02' AND '2026-03' ORDER BY period, subject`,
    );
  };
  const not = (period: string, reason: string) => ({
    period,
    subject: 'CULTURE_EDUCATION',
    verdict: 'NOT_JUDGED',
    reason: expect.stringContaining(reason),
  });
  expect(await ofCulture()).toEqual([
    not('2026-02', '没有联动的职能部门'),
    not('2026-03', '没有联动的职能部门'),
  ]);
  const late = { ...LINK, centerCode: 'CULTURE_EDUCATION', since: '2026-03-01' };
  await must('linkDepartment', late, centerHead('DAYU', 'CULTURE_EDUCATION'), '__typename');
  expect(await ofCulture()).toEqual([
    not('2026-02', '没有联动的职能部门'),
    { ...not('2026-02', '没有自始至终联动'), subject: 'CULTURE_EDUCATION/JUSTICE' },
    not('2026-03', '按各联动分别考核'),
    {
      period: '2026-03',
      subject: 'CULTURE_EDUCATION/JUSTICE',
      verdict: 'BROKEN',
      reason: expect.stringContaining('没有与'),
    },
  ]);
  // A center that was linked all the time has no row of its own.
  expect(
    await dayu.store.query(
      `SELECT FROM judgement WHERE rule = 'R18' AND subject = 'HEALTH' AND period >= '2026'`,
    ),
  ).toEqual([]);
});
