import type { Actor } from '@mtg/access';
import { dispatchStage, head, people, type DispatchStage } from '../../support/dispatch';
import { HERE } from '../../support/everybody';
import { correctable } from '../../support/target-fixtures/corrections';
import { bodyCode } from '../../support/target-fixtures/deliberation';
import { refusal } from './community-work-support';

/** A Monday; meetings were held in the week before, and recorded on its Friday. */
const NOW = '2026-03-16T02:00:00Z';
const RECORDED = '2026-03-13T02:00:00Z';
const HELD = '2026-03-10';
let stage: DispatchStage;
let serial = 0;
beforeEach(async () => {
  stage = await dispatchStage(NOW);
});
afterEach(() => stage.dayu.close());

type Input = Readonly<Record<string, unknown>>;
const UNIT = '门头沟区医院';

const meeting = (kind: string, values: Input = {}): Promise<string> =>
  stage.add('meeting', {
    kind,
    state: 'CLOSED',
    number: `会〔2026〕${(serial += 1)}号`,
    year: 2026,
    sequence: serial,
    title: '会议',
    place: '三层',
    scheduled_at: RECORDED,
    opened_at: RECORDED,
    closed_at: RECORDED,
    held_on: HELD,
    convener_role: 'DISPATCHER',
    convener: 'dispatcher',
    ...(kind === 'SPECIAL' && { trigger_kind: 'URGENT_MATTER', urgency: '汛情' }),
    ...values,
  });
/** A unit with a member of the bodies since a day. */
const memberUnit = (since: string, unit = UNIT): Promise<string> =>
  stage.add('body_member', {
    body_code: bodyCode('ENLARGED_WORKING_COMMITTEE', HERE),
    body_kind: 'ENLARGED_WORKING_COMMITTEE',
    state: 'APPOINTED',
    person_name: `王敏${(serial += 1)}`,
    unit,
    category: 'RESIDENT_UNIT',
    position: 'MEMBER',
    offices: [],
    appointed_at: `${since}T01:00:00Z`,
    document_number: '京门文〔2026〕1号',
    approval_id: '00000000-0000-7000-8000-000000000001',
  });
/** A joint meeting that was closed lawfully (R03). */
async function jointMeeting(): Promise<string> {
  const meetingId = await meeting('JOINT', { convener_role: 'STREET_LEADER' });
  await stage.add('member_report', { meeting_id: meetingId, unit: UNIT, content: '义诊' });
  await stage.add('street_notice', { meeting_id: meetingId, content: '过半', requirements: '加快' });
  return meetingId;
}

const correct = (command: string, input: Input, as: Actor, row = '') =>
  stage.run(
    command,
    { reason: '登记时笔误', ...input },
    as,
    `${row} corrections { field oldValue newValue madeVersion corrected { id } }`,
  );
const move = (meetingId: string, heldOn: string, as: Actor = people.dispatcher) =>
  correct('correctMeeting', { meetingId, heldOn }, as, 'meeting { number heldOn place }');
const TABLES = [
  'meeting',
  'agenda_item',
  'attendance_record',
  'member_report',
  'street_notice',
  'major_matter',
];
const rows = () =>
  Promise.all(
    [...TABLES, 'difficulty', ...TABLES.map((table) => `${table}_correction`)].map((table) =>
      stage.dayu.store.query(`SELECT * FROM ${table} ORDER BY id`),
    ),
  );
async function expectRefused(answer: ReturnType<typeof correct>, expected: object): Promise<void> {
  expect(refusal(await answer)).toMatchObject(expected);
  for (const kept of (await rows()).slice(TABLES.length + 1)) expect(kept).toEqual([]);
}
const BAD_DAY = { code: 'BAD_USER_INPUT', field: 'input.heldOn' };

describe('a meeting', () => {
  test('gets the right day and place, keeps its number, and shows what was there', async () => {
    const meetingId = await meeting('WEEKLY');
    const { payload, errors } = await correct(
      'correctMeeting',
      { meetingId, heldOn: '2026-03-09', place: '二层' },
      people.dispatcher,
      'meeting { heldOn place number version }',
    );
    expect(errors).toEqual([]);
    expect(payload).toMatchObject({
      meeting: { heldOn: '2026-03-09', place: '二层', version: 2 },
      corrections: [
        { field: 'place', oldValue: '三层', newValue: '二层' },
        { field: 'heldOn', oldValue: HELD, newValue: '2026-03-09', corrected: { id: meetingId } },
      ],
    });
  });

  test('loses a place that was recorded wrongly, and never its day', async () => {
    const meetingId = await meeting('WEEKLY');
    const cleared = await correct(
      'correctMeeting',
      { meetingId, clear: ['place'] },
      people.dispatcher,
      'meeting { place }',
    );
    expect(cleared.payload).toMatchObject({
      meeting: { place: null },
      corrections: [{ field: 'place', newValue: null }],
    });
    const other = await correct('correctMeeting', { meetingId, clear: ['heldOn'] }, people.dispatcher);
    expect(refusal(other)).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.clear' });
  });

  test.each([
    ['after the day on which it was recorded', '2026-03-14'],
    ['before the year of its number', '2025-12-31'],
  ])('is not moved %s', async (_, heldOn) => {
    await expectRefused(move(await meeting('WEEKLY'), heldOn), BAD_DAY);
  });

  test('that was not held has no day to correct', async () => {
    const fresh = { state: 'CONVOKED', opened_at: null, closed_at: null, held_on: null };
    await expectRefused(move(await meeting('WEEKLY', fresh), HELD), BAD_DAY);
  });

  test('is moved only by those who convene it', async () => {
    const [weekly, joint] = [await meeting('WEEKLY'), await jointMeeting()];
    await expectRefused(move(weekly, '2026-03-09', people.clerk), { code: 'RULE_VIOLATION', rule: 'R21' });
    await expectRefused(move(joint, '2026-03-09', people.dispatcher), { code: 'FORBIDDEN' });
    await expectRefused(move(weekly, '2026-03-09', head), { code: 'RULE_VIOLATION' });
  });

  test('with its difficulties: they are of its day', async () => {
    const meetingId = await meeting('MONTHLY_PROGRESS');
    const report = { meeting_id: meetingId, center_code: 'HEALTH', progress: '过半', next_month: '对接' };
    const raised = { state: 'OPEN', center_code: 'HEALTH', content: '人手不足', raised_on: HELD };
    await stage.add('difficulty', { report_id: await stage.add('center_report', report), ...raised });
    expect((await move(meetingId, '2026-03-06')).errors).toEqual([]);
    const [difficulty] = await stage.dayu.store.query('SELECT raised_on::text AS day FROM difficulty');
    expect(difficulty).toEqual({ day: '2026-03-06' });
    const solved = `UPDATE difficulty SET state = 'SOLVED', solution = '已调配', solved_on = '2026-03-08', solved_at = now(), solved_by = 'head'`;
    await stage.dayu.database.query(`SET session_replication_role = replica; ${solved}`);
    const late = await move(meetingId, '2026-03-09');
    expect(refusal(late)).toMatchObject(BAD_DAY);
    expect(late.errors[0]?.message).toContain('2026-03-08');
  });
});

describe('what rests on a meeting stays lawful', () => {
  test('work that a weekly meeting let through was assigned after it (R22)', async () => {
    const meetingId = await meeting('WEEKLY');
    await stage.add('assignment_batch', {
      number: '布置1号',
      year: 2026,
      sequence: 1,
      meeting_id: meetingId,
      issued_at: '2026-03-11T02:00:00Z',
      issuer: 'dispatcher',
    });
    await expectRefused(move(meetingId, '2026-03-12'), BAD_DAY);
    expect((await move(meetingId, '2026-03-11')).errors).toEqual([]);
  });

  test('minutes and annual notices were issued after it (R04, R06)', async () => {
    await memberUnit('2026-01-01');
    for (const table of ['minutes', 'annual_notice']) {
      const meetingId = await jointMeeting();
      if (table === 'annual_notice') {
        const notice = {
          year: 2026,
          title: '通报',
          content: '完成',
          addressees: [UNIT],
          issued_on: '2026-03-11',
        };
        await stage.add(table, { ...notice, meeting_id: meetingId });
      } else {
        const issued = { state: 'ISSUED', number: '纪1号', title: '纪要', issued_at: '2026-03-11T02:00:00Z' };
        await stage.add(table, { ...issued, meeting_id: meetingId });
      }
      await expectRefused(move(meetingId, '2026-03-12', people.clerk), BAD_DAY);
    }
  });

  test('its units were member units on its day, and all of these reported (R03)', async () => {
    await memberUnit('2026-03-08');
    const meetingId = await jointMeeting();
    // Before the unit had a member.
    await expectRefused(move(meetingId, '2026-03-07', people.clerk), BAD_DAY);
    await memberUnit('2026-03-11', '大峪小学');
    // Since another unit has one, which did not report.
    await expectRefused(move(meetingId, '2026-03-12', people.clerk), { code: 'RULE_VIOLATION', rule: 'R03' });
    expect((await move(meetingId, '2026-03-09', people.clerk)).errors).toEqual([]);
  });

  test('a body consulted in it with members in office, who attended (R01)', async () => {
    await memberUnit('2026-03-08');
    const meetingId = await jointMeeting();
    const opinion = {
      body: 'ENLARGED_WORKING_COMMITTEE',
      consulted: true,
      opinion: '同意',
      verdict: 'AGREED',
    };
    await stage.add('preliminary_opinion', {
      ...opinion,
      major_matter_id: await stage.add('major_matter', {
        state: 'REGISTERED',
        title: '规划',
        content: '方案',
      }),
      meeting_id: meetingId,
      member_units: 1,
      units_present: 1,
      given_on: '2026-03-11',
      created_at: '2026-03-11T02:00:00Z',
    });
    await expectRefused(move(meetingId, '2026-03-12', people.clerk), BAD_DAY);
    const early = move(meetingId, '2026-03-06', people.clerk);
    await expectRefused(early, BAD_DAY);
    expect((await early).errors[0]?.message).toContain('R01');
    expect((await move(meetingId, '2026-03-11', people.clerk)).errors).toEqual([]);
  });

  test('a problem was taken up after it was raised (R28), a charter is of the year of its retreat (R19)', async () => {
    const [taking, retreat] = [await meeting('WEEKLY'), await meeting('ANNUAL_RETREAT', { year: 2025 })];
    await stage.add('support_issue', {
      state: 'TAKEN_UP',
      kind: 'PARKING',
      center_code: 'HEALTH',
      community_code: HERE.community,
      title: '停车难',
      raised_on: '2026-03-09',
      taken_up_at: RECORDED,
      meeting_id: taking,
    });
    await expectRefused(move(taking, '2026-03-06'), BAD_DAY);
    await stage.project({ retreatMeetingId: retreat });
    await expectRefused(move(retreat, '2025-12-30'), BAD_DAY);
  });

  test('a member was in office when a suggestion cites attendance (R15)', async () => {
    const memberId = await memberUnit('2026-03-09');
    const meetingId = await meeting('SPECIAL', { convener_role: 'STREET_LEADER' });
    const present = { meeting_id: meetingId, unit: UNIT, attendance: 'PRESENT' };
    const suggestion = {
      state: 'DRAFTED',
      member_id: memberId,
      text: '建议表扬',
    };
    const suggestionId = await stage.add('personnel_suggestion', suggestion);
    const attendanceId = await stage.add('attendance_record', present);
    await stage.add('personnel_evidence', {
      suggestion_id: suggestionId,
      kind: 'ATTENDANCE',
      attendance_record_id: attendanceId,
    });
    await expectRefused(move(meetingId, '2026-03-08', people.clerk), BAD_DAY);
  });
});

describe('what was recorded in a meeting', () => {
  const attendance = (meetingId: string, attends: string) =>
    stage.add('attendance_record', {
      meeting_id: meetingId,
      unit: UNIT,
      attendance: attends,
      ...(attends === 'ABSENT' && { reason: '外出' }),
    });

  test('attendance is corrected after the meeting, as far as the meeting could have closed (R05)', async () => {
    await memberUnit('2026-01-01');
    const other = '大峪小学';
    await memberUnit('2026-01-01', other);
    const meetingId = await meeting('SPECIAL', { convener_role: 'STREET_LEADER' });
    const here = await attendance(meetingId, 'PRESENT');
    await stage.add('attendance_record', {
      meeting_id: meetingId,
      unit: other,
      attendance: 'ABSENT',
      reason: '外出',
    });
    const record = { attendanceRecordId: here, attendance: 'ABSENT' };
    const correctAttendance = (input: Input, as: Actor = people.clerk) =>
      correct('correctAttendanceRecord', input, as, 'attendanceRecord { attendance reason }');
    await expectRefused(correctAttendance(record), { code: 'BAD_USER_INPUT', field: 'input.rightReason' });
    // No unit would have been there.
    await expectRefused(correctAttendance({ ...record, rightReason: '外出' }), {
      code: 'RULE_VIOLATION',
      rule: 'R05',
    });
    const [absent] = await stage.dayu.store.query(`SELECT id FROM attendance_record WHERE unit = '${other}'`);
    const there = { attendanceRecordId: absent?.['id'], attendance: 'PRESENT', clear: ['reason'] };
    await expectRefused(correctAttendance(there, head), { code: 'FORBIDDEN' });
    const { payload } = await correctAttendance(there);
    expect(payload).toMatchObject({
      attendanceRecord: { attendance: 'PRESENT', reason: null },
      corrections: [{ field: 'attendance' }, { field: 'reason', oldValue: '外出', newValue: null }],
    });
    await expect(
      stage.dayu.runtime.query(`UPDATE attendance_record SET reason = 'x', version = version + 1`),
    ).rejects.toThrow('corrected on record');
  });

  test('a unit that reported was there (R03)', async () => {
    await memberUnit('2026-01-01');
    const meetingId = await jointMeeting();
    const record = { attendanceRecordId: await attendance(meetingId, 'PRESENT'), attendance: 'ABSENT' };
    await expectRefused(
      correct('correctAttendanceRecord', { ...record, rightReason: '外出' }, people.clerk),
      { code: 'BAD_USER_INPUT', field: 'input.attendance' },
    );
  });

  test('a notice of a joint meeting that is over keeps requirements or suggestions (R03)', async () => {
    await memberUnit('2026-01-01');
    await jointMeeting();
    const [notice] = await stage.dayu.store.query('SELECT id FROM street_notice');
    const cleared = { streetNoticeId: notice?.['id'], clear: ['requirements'] };
    await expectRefused(correct('correctStreetNotice', cleared, people.clerk), {
      code: 'RULE_VIOLATION',
      rule: 'R03',
    });
    const moved = { ...cleared, suggestions: '互助' };
    expect((await correct('correctStreetNotice', moved, people.clerk)).errors).toEqual([]);
  });

  test('a matter that the committee decided on stays as it is (R01)', async () => {
    const decided = { state: 'DECIDED', decision_id: await stage.decision('MAJOR_MATTER') };
    const majorMatterId = await stage.add('major_matter', { ...decided, title: '规划', content: '方案' });
    await expectRefused(correct('correctMajorMatter', { majorMatterId, title: '新' }, people.clerk), {
      code: 'CONFLICT',
    });
  });

  test.each([
    ['correctAgendaItem', { title: '汇报进度' }, people.dispatcher, 'agendaItem { title }'],
    ['correctMemberReport', { content: '义诊三次' }, people.clerk, 'memberReport { content }'],
    ['correctStreetNotice', { suggestions: '互助' }, people.leader, 'streetNotice { suggestions }'],
    ['correctMajorMatter', { content: '方案二' }, people.clerk, 'majorMatter { content }'],
  ])('%s corrects words', async (command, values, as, row) => {
    const target = await correctable(stage, command, HERE, 'WEEKLY');
    const { payload, errors } = await correct(command, { ...target, ...values }, as, row);
    expect(errors).toEqual([]);
    expect(Object.values(payload ?? {})[0]).toEqual(values);
    expect(payload?.['corrections']).toMatchObject([{ field: Object.keys(values)[0] }]);
    const another = await correctable(stage, command, HERE, 'WEEKLY');
    expect(refusal(await correct(command, { ...another, ...values }, head, row))).toMatchObject({
      code: command === 'correctAgendaItem' ? 'RULE_VIOLATION' : 'FORBIDDEN',
    });
  });
});
