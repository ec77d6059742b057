import type { Actor } from '@mtg/access';
import { checkCadence } from '../../../packages/street/src/cadence/sweep';
import { KnownAppraisals } from '../../../packages/street/src/district-references/known-appraisals';
import { profile } from '../../../subgraphs/dayu/src';
import { definition as districtDefinition } from '../../../subgraphs/district/src';
import { centerHead, communitySecretary, officer } from '../../support/actors';
import { give, type Selected } from '../../support/commands';
import { minutesItem, project } from '../../support/sequence-sources';
import { FORGED, outcomeOf, sequenceStreet, type SequenceStreet } from '../../support/sequence-street';
import { judgedSince } from '../../support/judged';
import { startTestSubgraph, type TestSubgraph } from '../../support/test-subgraph';

const justice = officer('JUSTICE');
const organization = officer('ORGANIZATION_DEPARTMENT');
const UNIT = '大峪司法所';

let district: TestSubgraph;
let street: SequenceStreet;
let memberId: string;
let orders: readonly string[];
let attendanceId: string;
beforeAll(async () => {
  district = await startTestSubgraph(districtDefinition);
  const districtUrl = `${district.address}/graphql`;
  street = await sequenceStreet('dayu', '2026-03-02T02:00:00Z', undefined, { districtUrl });
  const [member] = await street.sql(
    `INSERT INTO body_member (created_at, updated_at, body_code, body_kind, state, person_name, unit, category, position,
       offices, document_number, approval_id, appointed_at)
     VALUES ('2026-01-05', '2026-01-05', 'ENLARGED_WORKING_COMMITTEE', 'ENLARGED_WORKING_COMMITTEE', 'APPOINTED', '周所长',
       $1, 'FIELD_AGENCY', 'MEMBER', '{}', '京门任〔2026〕1号', '${FORGED}', '2026-01-05') RETURNING id`,
    [UNIT],
  );
  memberId = String(member?.['id']);
  await street.must('linkUnit', { unit: UNIT, departmentCode: 'JUSTICE' }, street.people.office);
  orders = [await order(), await order()];
  await finish(orders[0] ?? '');
  attendanceId = await joint();
});
afterAll(async () => {
  await street?.subgraph.close();
  await district.close();
});

const head = centerHead('DAYU', 'HEALTH');
let item: string | undefined;
let projectId: string | undefined;
/** An order by an item of minutes, in a project that the department takes part in. */
async function order(): Promise<string> {
  item ??= await minutesItem(street, true);
  projectId ??= await project(street);
  const what = { title: '入户调解', content: '逐户走访', centerCode: 'HEALTH', responsiblePerson: '王敏' };
  const input = { ...what, deadline: '2026-03-05', projectId, minutesItemId: item };
  const made = await street.must('dispatchWorkOrder', input, street.people.dispatcher, 'workOrder { id }');
  return made['workOrder'].id;
}

async function finish(workOrderId: string): Promise<void> {
  const way = [
    ['acceptWorkOrder', head],
    ['startWorkOrder', head],
    ['submitWorkOrder', head],
    ['verifyWorkOrder', street.people.dispatcher],
  ] as const;
  for (const [command, as] of way) await street.must(command, { workOrderId }, as);
}

/** A joint meeting at which the unit was present and reported. @returns its attendance record */
async function joint(): Promise<string> {
  const { clerk } = street.people;
  const input = { kind: 'JOINT', title: '联席会', scheduledAt: street.now().toISOString() };
  const { meeting } = await street.must('convokeMeeting', input, clerk, 'meeting { id }');
  const meetingId: string = meeting.id;
  await street.must('openMeeting', { meetingId }, clerk);
  const there = { meetingId, records: [{ unit: UNIT, attendance: 'PRESENT' }] };
  const said = await street.must('recordAttendance', there, clerk, 'attendance { id }');
  await street.must('recordMemberReport', { meetingId, unit: UNIT, content: '已走访' }, clerk);
  return said['attendance'][0].id;
}

const REPORT = { year: 2026, title: '落实情况', content: '总体较好' };
const handIn = (more: object = {}, as: Actor = street.people.clerk) =>
  street.run(
    'handInDepartmentReport',
    { ...REPORT, handedInOn: '2026-03-10', departments: [], ...more },
    as,
    `departmentReport { id } entries { id version departmentCode given givenByMinutes done late meetings attended reports
      words answer orders { workOrder { id } } }`,
  );

test('units are linked by the district alone, to one department at a time', async () => {
  const { office, leader } = street.people;
  const link = (input: object, as: Actor) =>
    street.run(
      'linkUnit',
      { unit: UNIT, departmentCode: 'JUSTICE', ...input },
      as,
      'unitLink { id version }',
    );
  expect(outcomeOf(await link({}, leader))).toBe('FORBIDDEN');
  expect(outcomeOf(await link({ departmentCode: 'PUBLIC_SECURITY' }, office))).toBe('CONFLICT');
  expect(outcomeOf(await link({ unit: '无此单位' }, office))).toBe('NOT_FOUND');
  expect(outcomeOf(await link({ unit: '司法所', departmentCode: 'NONE' }, office))).toBe('NOT_FOUND');
  const agency = await link({ unit: '司法所' }, office);
  expect(outcomeOf(agency)).toBe('OK');
  const unlink = { unitLinkId: agency.payload?.['unitLink'].id };
  expect(outcomeOf(await street.run('unlinkUnit', unlink, office))).toBe('OK');
  expect(outcomeOf(await street.run('unlinkUnit', unlink, office))).toBe('CONFLICT');
});

describe('the report on the departments (R14)', () => {
  test('has figures from the records, and the department answers it once', async () => {
    // Eight days later, so that the open order is late.
    street.pass(8 * 24 * 60);
    const words = [{ departmentCode: 'JUSTICE', words: '配合良好' }];
    const { payload } = await handIn({ departments: words });
    const [entry, ...others]: readonly Selected[] = payload?.['entries'] ?? [];
    expect(others).toEqual([]);
    expect(entry).toMatchObject({
      departmentCode: 'JUSTICE',
      given: 2,
      givenByMinutes: 2,
      done: 1,
      late: 1,
      meetings: 2,
      attended: 2,
      reports: 1,
      words: '配合良好',
      answer: null,
      orders: orders.map((id) => ({ workOrder: { id } })),
    });
    const answer = { entryId: entry?.['id'], answer: '已整改' };
    const by = (as: Actor) => street.run('answerDepartmentReport', answer, as);
    expect(outcomeOf(await by(officer('PUBLIC_SECURITY')))).toBe('FORBIDDEN');
    expect(outcomeOf(await by(street.people.clerk))).toBe('FORBIDDEN');
    expect(outcomeOf(await by(justice))).toBe('OK');
    expect(outcomeOf(await by(justice))).toBe('CONFLICT');
    // What was handed in stays, whatever the orders become.
    await expect(
      street.subgraph.runtime.query(`UPDATE department_report_entry SET done = 2`),
    ).rejects.toThrow('changes no such column');
  });

  test('the same figures are asked for by the street, and by a department its own', async () => {
    const ask = async (as: Actor) => {
      const query =
        '{ dayu { departmentStatistics(year: 2026) { department { code } given done late attended } } }';
      const { data, errors } = await street.subgraph.ask(query, {}, { as });
      const { dayu } = data as { dayu: { departmentStatistics: unknown } };
      return dayu.departmentStatistics ?? errors?.[0]?.extensions['code'];
    };
    const figures = { department: { code: 'JUSTICE' }, given: 2, done: 1, late: 1, attended: 2 };
    const { leader, analyst } = street.people;
    for (const as of [leader, analyst, justice]) expect(await ask(as)).toEqual([figures]);
    expect(await ask(officer('PUBLIC_SECURITY'))).toEqual([]);
    const secretary = communitySecretary('DAYU', street.communities[0]);
    expect(await ask(secretary)).toBe('FORBIDDEN');
  });

  test('is refused of a day or year to come, or with a department twice', async () => {
    const twice = ['JUSTICE', 'JUSTICE'].map((departmentCode) => ({ departmentCode, words: '好' }));
    for (const more of [{ handedInOn: '2026-03-11' }, { year: 2027 }, { departments: twice }]) {
      expect(outcomeOf(await handIn(more))).toBe('BAD_USER_INPUT');
    }
    expect(outcomeOf(await handIn({}, justice))).toBe('FORBIDDEN');
  });

  const setDay = async (input: object, as: Actor = street.people.office) =>
    outcomeOf(
      await give(district, 'district', 'setAppraisalDay', { ...input }, 'appraisalDay { id }', { as }),
    );

  test('precedes the appraisal that the district sets, or is found from its day on', async () => {
    expect(await setDay({ year: 2026, day: '2026-03-05' })).toBe('OK');
    expect(await setDay({ year: 2026, day: '2026-03-11' })).toBe('BAD_USER_INPUT');
    expect(await setDay({ year: 2026, day: '2027-03-11', reason: '推迟' })).toBe('BAD_USER_INPUT');
    expect(await setDay({ year: 2027, day: '2027-03-11' }, street.people.leader)).toBe('FORBIDDEN');
    // Years are bounded as everywhere.
    expect(await setDay({ year: 2101, day: '2101-03-11' })).toBe('OK');
    expect(await setDay({ year: 1999, day: '1999-03-11' })).toBe('BAD_USER_INPUT');
    const appraisals = new KnownAppraisals(`${district.address}/graphql`);
    const found = async () => {
      const { runtime } = street.subgraph;
      await checkCadence(runtime.manager, street.now(), profile, {
        ...judgedSince('2026-01-01'),
        appraisalDays: await appraisals.days(),
      });
      return street.sql(`SELECT period, subject, state FROM rule_finding WHERE rule = 'R14'`);
    };
    const finding = { period: '2026', subject: 'DAYU' };
    // The report of the 10th came after the appraisal of the 5th.
    expect(await found()).toEqual([{ ...finding, state: 'OPEN' }]);
    expect(await setDay({ year: 2026, day: '2026-03-10', reason: '推迟' })).toBe('OK');
    expect(await found()).toEqual([{ ...finding, state: 'OPEN' }]);
    expect(await setDay({ year: 2026, day: '2026-03-11', reason: '再推迟' })).toBe('OK');
    expect(await found()).toEqual([{ ...finding, state: 'RESOLVED' }]);
    // A report of an earlier day that is recorded late counts.
    expect(await setDay({ year: 2026, day: '2026-03-09', reason: '提前' })).toBe('OK');
    expect(await found()).toEqual([{ ...finding, state: 'OPEN' }]);
    expect(outcomeOf(await handIn({ handedInOn: '2026-03-08' }))).toBe('OK');
    expect(await found()).toEqual([{ ...finding, state: 'RESOLVED' }]);
    const query = '{ dayu { departmentReports { nodes { handedInOn recordedLate } } } }';
    const { data } = await street.subgraph.ask(query, {}, { as: street.people.leader });
    const { nodes } = (data as { dayu: { departmentReports: { nodes: Selected[] } } }).dayu.departmentReports;
    expect(nodes).toContainEqual({ handedInOn: '2026-03-08', recordedLate: true });
    expect(nodes).toContainEqual({ handedInOn: '2026-03-10', recordedLate: false });
  });

  test('a street judges by what it knew last while the district is down', async () => {
    const nowhere = new KnownAppraisals('http://127.0.0.1:1/graphql');
    expect(await nowhere.days()).toEqual(new Map());
    expect(await new KnownAppraisals(undefined).days()).toEqual(new Map());
  });
});

describe('members (R15)', () => {
  const draft = (evidence: object[], as: Actor = street.people.clerk) =>
    street.run(
      'draftPersonnelSuggestion',
      { memberId, text: '建议调整', evidence },
      as,
      'suggestion { id state }',
    );
  const step = async (command: string, id: string, as: Actor, more: object = {}) =>
    outcomeOf(await street.run(command, { suggestionId: id, ...more }, as));
  const readBy = async (as: Actor) => {
    const query = '{ dayu { personnelSuggestions(first: 100) { nodes { id evidence { kind } } } } }';
    const { data, errors } = await street.subgraph.ask(query, {}, { as });
    const { dayu } = data as { dayu: { personnelSuggestions: { nodes: { id: string }[] } | null } };
    return dayu.personnelSuggestions?.nodes.map(({ id }) => id) ?? errors?.[0]?.extensions['code'];
  };

  test('a report rests on the records and on a result of the district', async () => {
    const { office, leader } = street.people;
    const scheme = { year: 2026, scheme: '四评一创', title: '评议结果', content: '较好' };
    const recorded = await give(
      district,
      'district',
      'recordAppraisalResult',
      scheme,
      'appraisalResult { id }',
      {
        as: office,
      },
    );
    const appraisalResultId: string = recorded.payload?.['appraisalResult'].id;
    const report = (more: object) =>
      street.run(
        'reportMemberPerformance',
        { memberId, year: 2026, performance: '认真履职', ...more },
        leader,
        'report { departmentCode attended absent reports appraisalResult { id } }',
      );
    const { payload } = await report({ appraisalResultId });
    expect(payload?.['report']).toEqual({
      departmentCode: 'JUSTICE',
      attended: 2,
      absent: 0,
      reports: 1,
      appraisalResult: { id: appraisalResultId },
    });
    expect(outcomeOf(await report({ appraisalResultId: FORGED }))).toBe('NOT_FOUND');
    // A result of another year or department says nothing of this report.
    expect(outcomeOf(await report({ appraisalResultId, year: 2025 }))).toBe('BAD_USER_INPUT');
    for (const [departmentCode, outcome] of [
      ['JUSTICE', 'OK'],
      ['PUBLIC_SECURITY', 'BAD_USER_INPUT'],
    ]) {
      const of = await give(
        district,
        'district',
        'recordAppraisalResult',
        { ...scheme, departmentCode },
        'appraisalResult { id }',
        { as: office },
      );
      const cited = { appraisalResultId: of.payload?.['appraisalResult'].id };
      expect(outcomeOf(await report(cited))).toBe(outcome);
    }
    expect(outcomeOf(await report({ year: 2027 }))).toBe('BAD_USER_INPUT');
  });

  test('a suggestion needs evidence and a named signatory, step by step', async () => {
    const { clerk, leader } = street.people;
    expect(outcomeOf(await draft([]))).toBe('RULE_VIOLATION R15');
    expect(outcomeOf(await draft([{}]))).toBe('BAD_USER_INPUT');
    const both = { attendanceRecordId: attendanceId, workOrderId: orders[0] };
    expect(outcomeOf(await draft([both]))).toBe('BAD_USER_INPUT');
    expect(outcomeOf(await draft([{ workOrderId: FORGED }]))).toBe('NOT_FOUND');
    expect(outcomeOf(await draft([{ workOrderId: orders[1] }], leader))).toBe('FORBIDDEN');
    const { payload } = await draft([{ attendanceRecordId: attendanceId }, { workOrderId: orders[1] }]);
    const id: string = payload?.['suggestion'].id;
    // Before it is sent the street alone reads it.
    for (const as of [clerk, leader]) expect(await readBy(as)).toEqual([id]);
    for (const as of [justice, organization]) expect(await readBy(as)).toEqual([]);
    expect(await step('sendPersonnelSuggestion', id, clerk)).toBe('RULE_VIOLATION R15');
    expect(await step('signPersonnelSuggestion', id, leader, { signatory: ' ' })).toBe('RULE_VIOLATION R15');
    expect(await step('signPersonnelSuggestion', id, clerk, { signatory: '李书记' })).toBe('FORBIDDEN');
    expect(await step('signPersonnelSuggestion', id, leader, { signatory: '李书记' })).toBe('OK');
    expect(await step('answerPersonnelSuggestion', id, justice, { answer: '已研究' })).toBe(
      'RULE_VIOLATION R15',
    );
    expect(await step('sendPersonnelSuggestion', id, clerk)).toBe('OK');
    for (const as of [justice, organization, clerk]) expect(await readBy(as)).toEqual([id]);
    expect(await readBy(officer('PUBLIC_SECURITY'))).toEqual([]);
    const { auditor, analyst, office, dispatcher, party } = street.people;
    for (const as of [auditor, analyst, office, dispatcher, party, head]) {
      expect(await readBy(as)).toBe('FORBIDDEN');
    }
    expect(await step('answerPersonnelSuggestion', id, organization, { answer: '已研究' })).toBe('FORBIDDEN');
    expect(await step('answerPersonnelSuggestion', id, justice, { answer: '已研究' })).toBe('OK');
    expect(await step('answerPersonnelSuggestion', id, justice, { answer: '再答' })).toBe(
      'RULE_VIOLATION R15',
    );
  });
});

describe('evidence about a member (R15)', () => {
  const draft = async (given: object, more: object = {}) =>
    outcomeOf(
      await street.run(
        'draftPersonnelSuggestion',
        { memberId, text: '建议调整', evidence: [given], ...more },
        street.people.clerk,
      ),
    );

  test('is attendance of the same unit since the appointment', async () => {
    expect(await draft({ attendanceRecordId: attendanceId })).toBe('OK');
    const [others] = await street.sql(
      `INSERT INTO attendance_record (created_at, updated_at, meeting_id, unit, attendance)
       SELECT now(), now(), meeting_id, '大峪派出所', 'PRESENT' FROM attendance_record WHERE id = $1 RETURNING id`,
      [attendanceId],
    );
    expect(await draft({ attendanceRecordId: others?.['id'] })).toBe('RULE_VIOLATION R15');
    await street.sql(`UPDATE body_member SET appointed_at = '2026-03-09' WHERE id = $1`, [memberId]);
    expect(await draft({ attendanceRecordId: attendanceId })).toBe('RULE_VIOLATION R15');
    await street.sql(`UPDATE body_member SET appointed_at = '2026-01-05' WHERE id = $1`, [memberId]);
  });

  test('is an order that the department of the unit takes part in', async () => {
    expect(await draft({ workOrderId: orders[1] })).toBe('OK');
    await street.sql(`UPDATE project SET department_codes = '{PUBLIC_SECURITY}' WHERE id = $1`, [projectId]);
    expect(await draft({ workOrderId: orders[1] })).toBe('RULE_VIOLATION R15');
    await street.sql(`UPDATE project SET department_codes = '{JUSTICE}' WHERE id = $1`, [projectId]);
  });

  test('says something, of a member in office', async () => {
    const there = { attendanceRecordId: attendanceId };
    expect(await draft(there, { text: '-' })).toBe('RULE_VIOLATION R15');
    const ended = `state = 'ENDED', ended_at = now(), end_document_number = '京门任〔2026〕2号'`;
    await street.sql(`UPDATE body_member SET ${ended} WHERE id = $1`, [memberId]);
    expect(await draft(there)).toBe('RULE_VIOLATION R15');
    const again = `state = 'APPOINTED', ended_at = NULL, end_document_number = NULL`;
    await street.sql(`UPDATE body_member SET ${again} WHERE id = $1`, [memberId]);
  });

  test('reaches a unit without department in another way, which is stated', async () => {
    const { clerk, leader } = street.people;
    const drafted = await street.must(
      'draftPersonnelSuggestion',
      { memberId, text: '建议调整', evidence: [{ attendanceRecordId: attendanceId }] },
      clerk,
      'suggestion { id }',
    );
    const suggestionId: string = drafted['suggestion'].id;
    await street.must('signPersonnelSuggestion', { suggestionId, signatory: '李书记' }, leader);
    await street.sql('UPDATE unit_link SET ended_at = now() WHERE unit = $1', [UNIT]);
    const send = async (more: object) =>
      outcomeOf(await street.run('sendPersonnelSuggestion', { suggestionId, ...more }, clerk));
    expect(await send({})).toBe('RULE_VIOLATION R15');
    expect(await send({ handedOver: '-' })).toBe('RULE_VIOLATION R15');
    expect(await send({ handedOver: '3月10日机要送达' })).toBe('OK');
    await street.sql('UPDATE unit_link SET ended_at = NULL WHERE unit = $1', [UNIT]);
  });
});

test('the report on deputies cites the activities of the year, once a year, to all three (R16)', async () => {
  const { clerk } = street.people;
  const activity = { personName: '周所长', capacity: '人大代表', day: '2026-03-01', activity: '走访选区' };
  const record = (more: object) =>
    street.run('recordDeputyActivity', { ...activity, ...more }, clerk, 'deputyActivity { id }');
  expect(outcomeOf(await record({ memberId, personName: '别人' }))).toBe('BAD_USER_INPUT');
  const { payload } = await record({ memberId });
  const cited = { activity: { id: payload?.['deputyActivity'].id, member: { id: memberId } } };
  await record({ day: '2025-12-31' });
  const recipients = ['PEOPLES_CONGRESS', 'CPPCC', 'ORGANIZATION_DEPARTMENT'];
  const issue = (more: object = {}) =>
    street.run(
      'issueDeputyReport',
      { year: 2026, title: '作用报告', content: '走访', recipients, ...more },
      clerk,
      `deputyReport { recipients issuedOn recordedLate supplements { id } activities { activity { id member { id } } } }`,
    );
  expect(outcomeOf(await issue({ recipients: ['CPPCC'] }))).toBe('RULE_VIOLATION R16');
  expect(outcomeOf(await issue({ content: ' ' }))).toBe('RULE_VIOLATION R16');
  expect(outcomeOf(await issue({ issuedOn: '2025-12-31' }))).toBe('BAD_USER_INPUT');
  const issuedOn = '2026-03-02';
  const issued = await issue({ issuedOn });
  const written = { recipients, issuedOn, recordedLate: true, supplements: [], activities: [cited] };
  expect(issued.payload?.['deputyReport']).toEqual(written);
  const again = await issue();
  expect(outcomeOf(again)).toBe('BAD_USER_INPUT');
  expect(again.errors[0]?.extensions).toMatchObject({ field: 'input.year' });
});

test('what was recorded after the report on deputies is cited by a supplement, once (R16)', async () => {
  const { clerk, leader } = street.people;
  const activity = { personName: '吴委员', capacity: '政协委员', activity: '视察市场' };
  const record = async (day: string): Promise<string> => {
    const { deputyActivity } = await street.must(
      'recordDeputyActivity',
      { ...activity, day },
      clerk,
      'deputyActivity { id }',
    );
    return deputyActivity.id;
  };
  const recipients = ['PEOPLES_CONGRESS', 'CPPCC', 'ORGANIZATION_DEPARTMENT'];
  const input = { year: 2026, title: '补充报告', content: '视察', recipients };
  const issue = (more: object = {}) =>
    street.run(
      'issueDeputyReport',
      { ...input, ...more },
      clerk,
      'deputyReport { activities { activity { id } } }',
    );
  const [late, today] = [await record('2026-02-10'), await record('2026-03-10')];
  const before = await street.sql('SELECT * FROM deputy_report');
  expect(outcomeOf(await issue({ recipients: ['CPPCC'] }))).toBe('RULE_VIOLATION R16');
  // The first report is of 2 March.
  expect(outcomeOf(await issue({ issuedOn: '2026-03-01' }))).toBe('BAD_USER_INPUT');
  expect(await street.sql('SELECT * FROM deputy_report')).toEqual(before);
  const cites = (...ids: string[]) => ({
    deputyReport: { activities: ids.map((id) => ({ activity: { id } })) },
  });
  expect((await issue({ issuedOn: '2026-03-09' })).payload).toEqual(cites(late));
  expect((await issue()).payload).toEqual(cites(today));
  expect(outcomeOf(await issue())).toBe('BAD_USER_INPUT');
  const { data } = await street.subgraph.ask(
    '{ dayu { deputyReports { nodes { issuedOn supplementsId: supplements { issuedOn } } } } }',
    {},
    { as: leader },
  );
  expect(data).toMatchObject({
    dayu: {
      deputyReports: {
        nodes: expect.arrayContaining([
          { issuedOn: '2026-03-02', supplementsId: [{ issuedOn: '2026-03-09' }, { issuedOn: '2026-03-10' }] },
        ]),
      },
    },
  });
});
