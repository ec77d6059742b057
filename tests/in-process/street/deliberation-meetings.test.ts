import { CENTER_TYPES } from '@mtg/governance';
import { randomUUID } from 'node:crypto';
import { HEARD } from '../../support/heard-centers';
import { centerHead, centerStaff, officer, peopleOf } from '../../support/actors';
import { deliberationStage, expectRefusal, people, type DeliberationStage } from '../../support/deliberation';

const { leader, clerk, dispatcher } = people;
const health = centerHead('DAYU', 'HEALTH');
const UNITS = ['大峪派出所', '大峪小学'];

let stage: DeliberationStage;
beforeAll(async () => {
  stage = await deliberationStage();
  // A deputy among the members is waited for in no meeting.
  for (const unit of [...UNITS, null]) await stage.memberOf(unit);
});
afterAll(() => stage.dayu.close());

const MEETING = 'meeting { id version state number }';
const convocation = (kind: string, values: Record<string, unknown> = {}) => ({
  kind,
  title: '会议',
  scheduledAt: stage.now(),
  ...values,
});
const report = (meetingId: string, unit: string) => ({ meetingId, unit, content: '任务已完成' });
const WEEKLY_PARTS = { thisWeek: '建档 40 户', nextWeek: '随访', communityMatters: '无' };
const MONTHLY_PARTS = {
  progress: '过半',
  difficulties: [{ content: '人手不足' }],
  nextMonth: '与卫健委对接',
};

describe('a meeting is convened', () => {
  test('with its agenda, and a number that runs within its kind and year', async () => {
    const { majorMatter } = await stage.must(
      'registerMajorMatter',
      { title: '棚改', content: '棚户区改造' },
      leader,
      'majorMatter { id }',
    );
    const agenda = [
      { title: '上周落实情况' },
      { title: '棚改', note: '听取汇报', majorMatterId: majorMatter.id },
    ];
    const input = convocation('WEEKLY', { title: '第47周例会', place: '三层会议室', agenda });
    const fields = `meeting { number kind state year convener convenerRole heldOn openedAt place
      agenda { number title note majorMatter { title } } } agenda { id }`;
    const { meeting } = await stage.must('convokeMeeting', input, dispatcher, fields);
    expect(meeting).toEqual({
      number: '大峪周例〔2026〕第1号',
      kind: 'WEEKLY',
      state: 'CONVOKED',
      year: 2026,
      convener: 'dispatcher',
      convenerRole: 'DISPATCHER',
      heldOn: null,
      openedAt: null,
      place: '三层会议室',
      agenda: [
        { number: 1, title: '上周落实情况', note: null, majorMatter: null },
        { number: 2, title: '棚改', note: '听取汇报', majorMatter: { title: '棚改' } },
      ],
    });
    expect(await stage.convoke('WEEKLY', dispatcher)).toMatchObject({ number: '大峪周例〔2026〕第2号' });
    expect(await stage.convoke('JOINT', leader)).toMatchObject({ number: '大峪联席〔2026〕第1号' });
    // The number is of the year in which it is given, and not of that for which the meeting is planned.
    const newYear = { scheduledAt: '2026-12-31T16:30:00Z' };
    expect(await stage.convoke('WEEKLY', dispatcher, newYear)).toMatchObject({
      number: '大峪周例〔2026〕第3号',
    });
  });

  test('by the roles that convene its kind; the weekly one by 综合管理中心 alone (R21)', async () => {
    for (const as of [leader, clerk, health, centerStaff('DAYU', 'HEALTH'), people.office]) {
      const weekly = ['convokeMeeting', convocation('WEEKLY'), as] as const;
      await expectRefusal(stage, weekly, { code: 'RULE_VIOLATION', rule: 'R21' });
    }
    for (const [kind, as] of [
      ['JOINT', dispatcher],
      ['JOINT', health],
      ['SPECIAL', officer('JUSTICE')],
      ['ANNUAL_RETREAT', clerk],
      ['MONTHLY_PROGRESS', clerk],
      ['WEEKLY', peopleOf('CHENGZI').dispatcher],
    ] as const) {
      await expectRefusal(stage, ['convokeMeeting', convocation(kind), as], { code: 'FORBIDDEN' });
    }
    await expectRefusal(stage, ['convokeMeeting', convocation('WEEKLY'), undefined], {
      code: 'UNAUTHENTICATED',
    });
    for (const [kind, as] of [
      ['JOINT', clerk],
      ['ANNUAL_RETREAT', leader],
      ['ANNUAL_RETREAT', dispatcher],
      ['MONTHLY_PROGRESS', dispatcher],
    ] as const) {
      expect(await stage.convoke(kind, as)).toMatchObject({ state: 'CONVOKED' });
    }
  });

  test('the table holds who convenes the weekly meeting, and that a special one has a trigger', async () => {
    const { id: weekly } = await stage.convoke('WEEKLY', dispatcher);
    const change = (sql: string, id: string) =>
      stage.dayu.runtime.query(`UPDATE meeting ${sql} WHERE id = $1`, [id]);
    await expect(change(`SET convener_role = 'STREET_LEADER'`, weekly)).rejects.toThrow(
      'meeting_weekly_convener',
    );
    const { id: joint } = await stage.convoke('JOINT', clerk);
    await expect(change(`SET kind = 'SPECIAL'`, joint)).rejects.toThrow('meeting_trigger');
  });

  test.each<[string, Record<string, unknown>]>([
    ['at the request of a member unit', { kind: 'MEMBER_REQUEST', requestedBy: UNITS[0] }],
    ['for something urgent', { kind: 'URGENT_MATTER', urgency: '供暖管线破裂' }],
  ])('special, %s (R05)', async (_, trigger) => {
    const fields = 'meeting { triggerKind requestedBy urgency }';
    const { meeting } = await stage.must(
      'convokeMeeting',
      convocation('SPECIAL', { trigger }),
      leader,
      fields,
    );
    const { kind: triggerKind, requestedBy = null, urgency = null } = trigger;
    expect(meeting).toEqual({ triggerKind, requestedBy, urgency });
  });

  test('special, for a major matter (R05)', async () => {
    const { majorMatter } = await stage.must(
      'registerMajorMatter',
      { title: '停车', content: '老旧小区停车' },
      clerk,
      'majorMatter { id }',
    );
    const trigger = { kind: 'MAJOR_MATTER', majorMatterId: majorMatter.id };
    const fields = 'meeting { majorMatter { title } }';
    const { meeting } = await stage.must(
      'convokeMeeting',
      convocation('SPECIAL', { trigger }),
      clerk,
      fields,
    );
    expect(meeting).toEqual({ majorMatter: { title: '停车' } });
  });

  test.each<[string, Record<string, unknown> | null]>([
    ['no trigger', null],
    ['a trigger of no kind', { urgency: '急' }],
    ['a request without requesters', { kind: 'MEMBER_REQUEST' }],
    ['a request of a unit that is no member', { kind: 'MEMBER_REQUEST', requestedBy: '某超市' }],
    ['no major matter', { kind: 'MAJOR_MATTER', urgency: '急' }],
    ['nothing that is urgent', { kind: 'URGENT_MATTER', urgency: '  ' }],
  ])('special, but not with %s (R05)', async (_, trigger) => {
    await expectRefusal(stage, ['convokeMeeting', convocation('SPECIAL', { trigger }), leader], {
      code: 'RULE_VIOLATION',
      rule: 'R05',
    });
  });

  test('but not about a matter that is not registered, nor with a trigger that it does not need', async () => {
    const trigger = { kind: 'MAJOR_MATTER', majorMatterId: randomUUID() };
    await expectRefusal(stage, ['convokeMeeting', convocation('SPECIAL', { trigger }), leader], {
      code: 'NOT_FOUND',
      field: 'input.trigger.majorMatterId',
    });
    await expectRefusal(stage, ['convokeMeeting', convocation('JOINT', { trigger }), leader], {
      code: 'BAD_USER_INPUT',
      field: 'input.trigger',
    });
  });
});

describe('a meeting is held', () => {
  test('on the day that it is where the street is', async () => {
    stage.setTime('2026-11-20T16:30:00Z');
    const { id } = await stage.open('ANNUAL_RETREAT', leader);
    const fields = 'meeting { version state heldOn openedAt closedAt }';
    const closed = await stage.must('closeMeeting', { meetingId: id, expectedVersion: 2 }, leader, fields);
    expect(closed['meeting']).toMatchObject({ version: 3, state: 'CLOSED', heldOn: '2026-11-21' });
  });

  test('once: it opens before it closes, and is cancelled only before it opens', async () => {
    const early = { meetingId: (await stage.convoke('JOINT', clerk)).id };
    await expectRefusal(stage, ['closeMeeting', early, clerk], { code: 'CONFLICT', currentVersion: 1 });
    await stage.must('cancelMeeting', { ...early, reason: '另行安排' }, clerk, MEETING);
    await expectRefusal(stage, ['openMeeting', early, clerk], { code: 'CONFLICT', currentVersion: 2 });
    const open = { meetingId: (await stage.open('WEEKLY', dispatcher)).id };
    await expectRefusal(stage, ['openMeeting', open, dispatcher], { code: 'CONFLICT' });
    await expectRefusal(stage, ['cancelMeeting', { ...open, reason: '不开了' }, dispatcher], {
      code: 'CONFLICT',
    });
    await expectRefusal(stage, ['cancelMeeting', { ...early, reason: ' ' }, clerk], {
      code: 'BAD_USER_INPUT',
      field: 'input.reason',
    });
    await expectRefusal(stage, ['closeMeeting', { ...open, expectedVersion: 1 }, dispatcher], {
      code: 'CONFLICT',
      currentVersion: 2,
    });
    await expectRefusal(stage, ['closeMeeting', { meetingId: randomUUID() }, dispatcher], {
      code: 'NOT_FOUND',
      field: 'input.meetingId',
    });
  });

  test('by those who convene its kind', async () => {
    const meetingId = (await stage.convoke('WEEKLY', dispatcher)).id;
    for (const command of ['openMeeting', 'closeMeeting'] as const) {
      await expectRefusal(stage, [command, { meetingId }, leader], { code: 'RULE_VIOLATION', rule: 'R21' });
    }
    await expectRefusal(stage, ['cancelMeeting', { meetingId, reason: 'x' }, health], {
      code: 'RULE_VIOLATION',
      rule: 'R21',
    });
    const joint = (await stage.convoke('JOINT', leader)).id;
    await expectRefusal(stage, ['openMeeting', { meetingId: joint }, dispatcher], { code: 'FORBIDDEN' });
  });
});

test('a monthly meeting closes when each of the seven centers has reported or is recorded as absent (R20)', async () => {
  const { id: meetingId } = await stage.open('MONTHLY_PROGRESS', dispatcher);
  const close = { meetingId, expectedVersion: 2 };
  const absences = CENTER_TYPES.filter(({ number }) => number > 1).map(({ type }) => ({
    centerCode: type,
    attendance: 'ABSENT',
    reason: '出差',
  }));
  await stage.must('recordAttendance', { meetingId, records: absences }, dispatcher, MEETING);
  await expectRefusal(stage, ['closeMeeting', close, dispatcher], {
    code: 'RULE_VIOLATION',
    rule: 'R20',
    missing: ['reports'],
  });
  const general = { meetingId, centerCode: 'GENERAL_AFFAIRS', ...MONTHLY_PARTS };
  await stage.must('recordCenterReport', general, dispatcher, MEETING);
  await stage.must('closeMeeting', close, dispatcher, MEETING);
});

describe('a joint meeting closes (R03)', () => {
  const notice = (meetingId: string, values: Record<string, unknown> = { requirements: '按期完成' }) =>
    stage.must(
      'recordStreetNotice',
      { meetingId, content: '任务完成八成', ...values },
      leader,
      'streetNotice { id }',
    );
  const absent = (meetingId: string, unit: string | undefined) =>
    stage.must(
      'recordAttendance',
      { meetingId, records: [{ unit, attendance: 'ABSENT', reason: '出警' }] },
      clerk,
      'attendance { id version }',
    );

  test('when every member unit has reported or is recorded absent, and the street has asked of them', async () => {
    const { id: meetingId } = await stage.open('JOINT', clerk);
    await absent(meetingId, UNITS[0]);
    await stage.must('recordMemberReport', report(meetingId, UNITS[1] ?? ''), clerk, 'memberReport { unit }');
    await notice(meetingId, { suggestions: '加强联动' });
    await stage.must('closeMeeting', { meetingId }, clerk, MEETING);
    const { data } = await stage.dayu.ask(
      `{ dayu { meeting(id: "${meetingId}") { state attendance { unit centerCode attendance reason } memberReports { unit content }
        notices { content requirements suggestions } centerReports { id } minutes { id } } } }`,
      {},
      { as: people.analyst },
    );
    expect(data).toEqual({
      dayu: {
        meeting: {
          state: 'CLOSED',
          attendance: [{ unit: UNITS[0], centerCode: null, attendance: 'ABSENT', reason: '出警' }],
          memberReports: [{ unit: UNITS[1], content: '任务已完成' }],
          notices: [{ content: '任务完成八成', requirements: null, suggestions: '加强联动' }],
          centerReports: [],
          minutes: null,
        },
      },
    });
  });

  test.each<[string, (meetingId: string) => Promise<unknown>, string, RegExp]>([
    ['a unit is silent', (id) => notice(id), 'reports', /大峪小学/u],
    [
      'the street has told nothing',
      (id) => stage.must('recordMemberReport', report(id, UNITS[1] ?? ''), leader, MEETING),
      'notices',
      /通报/u,
    ],
    [
      'the street has asked nothing',
      async (id) => {
        await stage.must('recordMemberReport', report(id, UNITS[1] ?? ''), leader, MEETING);
        await notice(id, {});
      },
      'notices',
      /要求或建议/u,
    ],
    [
      'a unit that is present has not reported',
      async (id) => {
        const records = [{ unit: UNITS[1], attendance: 'PRESENT' }];
        await stage.must('recordAttendance', { meetingId: id, records }, clerk, MEETING);
        await notice(id);
      },
      'reports',
      /大峪小学/u,
    ],
  ])('but not while %s', async (_, prepare, missing, sentence) => {
    const { id: meetingId } = await stage.open('JOINT', clerk);
    await absent(meetingId, UNITS[0]);
    await prepare(meetingId);
    const message = await expectRefusal(stage, ['closeMeeting', { meetingId }, clerk], {
      code: 'RULE_VIOLATION',
      rule: 'R03',
      missing: [missing],
    });
    expect(message).toMatch(sentence);
  });
});

test('a special meeting closes when the attendance of each member unit is recorded, and one attends (R05)', async () => {
  const trigger = { kind: 'URGENT_MATTER', urgency: '汛情' };
  const { id: meetingId } = await stage.convoke('SPECIAL', clerk, { trigger });
  await stage.must('openMeeting', { meetingId }, clerk, MEETING);
  const refused = { code: 'RULE_VIOLATION', rule: 'R05', missing: ['attendance'] };
  await expectRefusal(stage, ['closeMeeting', { meetingId }, clerk], refused);
  const absent = UNITS.map((unit) => ({ unit, attendance: 'ABSENT', reason: '出警' }));
  await stage.must('recordAttendance', { meetingId, records: absent }, clerk, MEETING);
  await expectRefusal(stage, ['closeMeeting', { meetingId }, clerk], refused);
  const present = [{ unit: UNITS[0], attendance: 'PRESENT' }];
  await stage.must('recordAttendance', { meetingId, records: present }, clerk, MEETING);
  const { meeting } = await stage.must('closeMeeting', { meetingId }, clerk, MEETING);
  expect(meeting).toMatchObject({ state: 'CLOSED' });
});

test('a weekly meeting closes when one of the six centers has reported, and the others have or are absent (R21)', async () => {
  const { id: meetingId } = await stage.open('WEEKLY', dispatcher);
  const refused = { code: 'RULE_VIOLATION', rule: 'R21', missing: ['reports'] };
  await expectRefusal(stage, ['closeMeeting', { meetingId }, dispatcher], refused);
  const all = [
    { centerCode: 'HEALTH', attendance: 'ABSENT', reason: '培训' },
    ...HEARD.recordAttendance.records,
  ];
  await stage.must('recordAttendance', { meetingId, records: all }, dispatcher, MEETING);
  await expectRefusal(stage, ['closeMeeting', { meetingId }, dispatcher], refused);
  // The dispatcher does not speak for another center.
  const report = { meetingId, ...HEARD.recordCenterReport };
  await expectRefusal(stage, ['recordCenterReport', report, dispatcher], { code: 'FORBIDDEN' });
  await stage.must('recordCenterReport', report, health, MEETING);
  await stage.must('closeMeeting', { meetingId }, dispatcher, MEETING);
});

describe('attendance is recorded', () => {
  test('so that a unit is absent or reports, and not both', async () => {
    const { id: meetingId } = await stage.open('JOINT', clerk);
    const [late = '', prompt = ''] = UNITS;
    const absence = (unit: string) => ({
      meetingId,
      records: [{ unit, attendance: 'ABSENT', reason: '出警' }],
    });
    const report = (unit: string) => ({ meetingId, unit, content: '按计划完成' });
    await stage.must('recordAttendance', absence(late), clerk, 'meeting { id }');
    await expectRefusal(stage, ['recordMemberReport', report(late), clerk], {
      code: 'BAD_USER_INPUT',
      field: 'input.unit',
    });
    await stage.must('recordMemberReport', report(prompt), clerk, 'meeting { id }');
    await expectRefusal(stage, ['recordAttendance', absence(prompt), clerk], {
      code: 'BAD_USER_INPUT',
      field: 'input.records.0.attendance',
    });
    const corrected = { meetingId, records: [{ unit: late, attendance: 'PRESENT' }] };
    await stage.must('recordAttendance', corrected, clerk, 'meeting { id }');
    await stage.must('recordMemberReport', report(late), clerk, 'meeting { id }');
  });

  test('of units and of centers, and corrected', async () => {
    const { id: meetingId } = await stage.open('JOINT', clerk);
    const give = (records: unknown) =>
      stage.must(
        'recordAttendance',
        { meetingId, records },
        clerk,
        'attendance { unit centerCode attendance reason version }',
      );
    await give([
      { unit: UNITS[0], attendance: 'ABSENT', reason: '迟到' },
      { centerCode: 'HEALTH', attendance: 'PRESENT' },
    ]);
    expect(await give([{ unit: UNITS[0], attendance: 'PRESENT' }])).toEqual({
      attendance: [{ unit: UNITS[0], centerCode: null, attendance: 'PRESENT', reason: null, version: 2 }],
    });
  });

  test.each<[string, Record<string, unknown>, string, string]>([
    ['of neither', { attendance: 'PRESENT' }, 'BAD_USER_INPUT', 'input.records.0'],
    [
      'of both',
      { unit: UNITS[0], centerCode: 'HEALTH', attendance: 'PRESENT' },
      'BAD_USER_INPUT',
      'input.records.0',
    ],
    [
      'of a unit that is no member',
      { unit: '某超市', attendance: 'PRESENT' },
      'NOT_FOUND',
      'input.records.0.unit',
    ],
    [
      'of a center that is none',
      { centerCode: 'X', attendance: 'PRESENT' },
      'NOT_FOUND',
      'input.records.0.centerCode',
    ],
    [
      'without the reason of an absence',
      { unit: UNITS[0], attendance: 'ABSENT' },
      'BAD_USER_INPUT',
      'input.records.0.reason',
    ],
  ])('but not %s', async (_, record, code, field) => {
    const { id: meetingId } = await stage.open('WEEKLY', dispatcher);
    await expectRefusal(stage, ['recordAttendance', { meetingId, records: [record] }, dispatcher], {
      code,
      field,
    });
  });
});

describe('a report is recorded', () => {
  test('of a member unit once a meeting, in the meetings of members', async () => {
    const { id: joint } = await stage.open('JOINT', clerk);
    await stage.must(
      'recordMemberReport',
      report(joint, UNITS[0] ?? ''),
      leader,
      'memberReport { id meeting { id } }',
    );
    await expectRefusal(stage, ['recordMemberReport', report(joint, UNITS[0] ?? ''), clerk], {
      code: 'BAD_USER_INPUT',
      field: 'input.unit',
    });
    await expectRefusal(stage, ['recordMemberReport', report(joint, '某超市'), clerk], {
      code: 'NOT_FOUND',
      field: 'input.unit',
    });
    const { id: weekly } = await stage.open('WEEKLY', dispatcher);
    const wrong = { code: 'BAD_USER_INPUT', field: 'input.meetingId' };
    await expectRefusal(stage, ['recordMemberReport', report(weekly, UNITS[0] ?? ''), clerk], wrong);
    await expectRefusal(stage, ['recordStreetNotice', { meetingId: weekly, content: 'x' }, clerk], wrong);
  });

  test('of a center in its three parts, weekly and monthly', async () => {
    const { id: weekly } = await stage.open('WEEKLY', dispatcher);
    const { id: monthly } = await stage.open('MONTHLY_PROGRESS', dispatcher);
    const fields =
      'centerReport { centerCode thisWeek communityMatters progress nextMonth meeting { kind } }';
    const own = { meetingId: weekly, centerCode: 'HEALTH', ...WEEKLY_PARTS };
    expect(await stage.must('recordCenterReport', own, health, fields)).toEqual({
      centerReport: {
        centerCode: 'HEALTH',
        thisWeek: '建档 40 户',
        communityMatters: '无',
        progress: null,
        nextMonth: null,
        meeting: { kind: 'WEEKLY' },
      },
    });
    const general = { meetingId: monthly, centerCode: 'GENERAL_AFFAIRS', ...MONTHLY_PARTS };
    expect(await stage.must('recordCenterReport', general, dispatcher, fields)).toMatchObject({
      centerReport: { progress: '过半', nextMonth: '与卫健委对接', thisWeek: null },
    });
    await expectRefusal(stage, ['recordCenterReport', own, health], {
      code: 'BAD_USER_INPUT',
      field: 'input.centerCode',
    });
  });

  test.each(Object.keys(WEEKLY_PARTS))(
    'of a center, but not without %s in a weekly meeting (R21)',
    async (part) => {
      const { id: meetingId } = await stage.open('WEEKLY', dispatcher);
      const input = { meetingId, centerCode: 'HEALTH', ...WEEKLY_PARTS, [part]: ' ' };
      await expectRefusal(stage, ['recordCenterReport', input, health], {
        code: 'RULE_VIOLATION',
        rule: 'R21',
        missing: [part],
      });
    },
  );

  test('of a center, but not in parts of the other meeting, without some, for another center, or to other meetings', async () => {
    const { id: monthly } = await stage.open('MONTHLY_PROGRESS', leader);
    const { id: joint } = await stage.open('JOINT', leader);
    const input = { meetingId: monthly, centerCode: 'HEALTH', ...MONTHLY_PARTS };
    for (const [wrong, field] of [
      [{ thisWeek: 'x' }, 'thisWeek'],
      [{ meetingId: joint }, 'meetingId'],
    ] as const) {
      await expectRefusal(stage, ['recordCenterReport', { ...input, ...wrong }, health], {
        code: 'BAD_USER_INPUT',
        field: `input.${field}`,
      });
    }
    for (const as of [
      dispatcher,
      leader,
      centerHead('DAYU', 'CIVIL_AFFAIRS'),
      centerHead('CHENGZI', 'HEALTH'),
    ]) {
      await expectRefusal(stage, ['recordCenterReport', input, as], { code: 'FORBIDDEN' });
    }
    const nowhere = { ...input, centerCode: 'X' };
    await expectRefusal(stage, ['recordCenterReport', nowhere, centerHead('DAYU', 'X')], {
      code: 'NOT_FOUND',
      field: 'input.centerCode',
    });
  });

  test('and anything, only while the meeting is open', async () => {
    const trigger = { kind: 'URGENT_MATTER', urgency: '汛情' };
    const [joint, special] = [
      await stage.convoke('JOINT', clerk),
      await stage.convoke('SPECIAL', clerk, { trigger }),
    ];
    const weekly = await stage.close('WEEKLY', dispatcher);
    const records = [{ centerCode: 'HEALTH', attendance: 'PRESENT' }];
    for (const attempt of [
      ['recordMemberReport', report(joint.id, UNITS[0] ?? ''), clerk],
      ['recordStreetNotice', { meetingId: special.id, content: 'x', requirements: 'y' }, leader],
      ['recordAttendance', { meetingId: joint.id, records }, clerk],
      ['recordAttendance', { meetingId: weekly.id, records }, dispatcher],
      ['recordCenterReport', { meetingId: weekly.id, centerCode: 'HEALTH', ...WEEKLY_PARTS }, health],
    ] as const) {
      await expectRefusal(stage, attempt, { code: 'CONFLICT' });
    }
  });
});

test('meetings are listed by kind and state to those who read them', async () => {
  const query =
    '{ dayu { meetings(first: 2, filter: { kind: WEEKLY, state: CLOSED }) { totalCount nodes { kind state } } } }';
  const { data } = await stage.dayu.ask(query, {}, { as: people.auditor });
  expect(data).toEqual({
    dayu: { meetings: { totalCount: 2, nodes: [1, 2].map(() => ({ kind: 'WEEKLY', state: 'CLOSED' })) } },
  });
  for (const [as, code] of [
    [undefined, 'UNAUTHENTICATED'],
    [officer('JUSTICE'), 'FORBIDDEN'],
    [peopleOf('DATAI').leader, 'FORBIDDEN'],
  ] as const) {
    const answer = await stage.dayu.ask(query, {}, { as });
    expect(answer.data).toEqual({ dayu: { meetings: null } });
    expect(answer.errors?.[0]?.extensions['code']).toBe(code);
  }
});
