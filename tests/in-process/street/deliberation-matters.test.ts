import { randomUUID } from 'node:crypto';
import { centerHead, officer } from '../../support/actors';
import { memberInOffice } from '../../support/appoint-past';
import { deliberationStage, expectRefusal, people, type DeliberationStage } from '../../support/deliberation';

const { leader, clerk, dispatcher } = people;
const UNIT = '区医院';
const BODIES = ['ENLARGED_WORKING_COMMITTEE', 'AREA_MANAGEMENT_COMMITTEE'] as const;

let stage: DeliberationStage;
beforeAll(async () => {
  stage = await deliberationStage();
  await stage.memberOf(UNIT);
  await memberInOffice(stage.dayu.database, BODIES[0]);
});
afterAll(() => stage.dayu.close());

const MATTER =
  'majorMatter { id version state decision { number outcome } opinions { body consulted opinion } }';
const decision = (values: Record<string, unknown> = {}) => ({
  number: randomUUID(),
  // After everything that was recorded, and before the next command.
  decidedAt: new Date(Date.parse(stage.now()) + 500).toISOString(),
  summary: '同意',
  ...values,
});

const register = async (): Promise<string> => {
  const input = { title: '棚户区改造', content: '大峪南片' };
  return (await stage.must('registerMajorMatter', input, leader, MATTER))['majorMatter'].id;
};
const meetings = new Map<string, string>();
/** A joint meeting with a matter on its agenda, open. */
const openOn = async (majorMatterId: string): Promise<string> => {
  const agenda = [{ title: '改造', majorMatterId }];
  const { id } = await stage.convoke('JOINT', clerk, { agenda });
  await stage.must('openMeeting', { meetingId: id }, clerk, 'meeting { id }');
  return id;
};
/** The same, closed, in which the unit has reported or was absent; once for each matter. */
const heldOn = async (majorMatterId: string, isAbsent = false): Promise<string> => {
  const known = meetings.get(majorMatterId);
  if (known !== undefined) return known;
  const meetingId = await openOn(majorMatterId);
  const records = [{ unit: UNIT, ...(isAbsent ? { attendance: 'ABSENT', reason: '出差' } : PRESENT) }];
  await stage.must('recordAttendance', { meetingId, records }, clerk, 'meeting { id }');
  const report = { meetingId, unit: UNIT, content: '进展' };
  if (!isAbsent) await stage.must('recordMemberReport', report, clerk, 'memberReport { id }');
  const notice = { meetingId, content: '完成情况', requirements: '按时完成' };
  await stage.must('recordStreetNotice', notice, clerk, 'streetNotice { id }');
  await stage.must('closeMeeting', { meetingId }, clerk, 'meeting { id }');
  meetings.set(majorMatterId, meetingId);
  return meetingId;
};
const PRESENT = { attendance: 'PRESENT' };
const opinionOn = async (majorMatterId: string, body: string, values: Record<string, unknown> = {}) => ({
  majorMatterId,
  body,
  consulted: true,
  opinion: '原则同意',
  verdict: 'AGREED',
  meetingId: await heldOn(majorMatterId),
  ...values,
});
/** The record of a body that takes its opinion back. */
const WITHDRAWN = { consulted: false, opinion: '撤回', verdict: null, meetingId: null };
const opine = async (majorMatterId: string, body: string, values: Record<string, unknown> = {}) =>
  stage.must('recordPreliminaryOpinion', await opinionOn(majorMatterId, body, values), clerk, MATTER);

describe('a major matter (R01)', () => {
  const r01 = { code: 'RULE_VIOLATION', rule: 'R01' };

  test('is consulted on by a body with a member in office', async () => {
    const id = await register();
    const opinion = await opinionOn(id, BODIES[1]);
    const message = await expectRefusal(stage, ['recordPreliminaryOpinion', opinion, clerk], {
      ...r01,
      missing: ['body'],
    });
    expect(message).toContain('没有在任成员');
    await memberInOffice(stage.dayu.database, BODIES[1]);
    await opine(id, BODIES[1]);
  });

  test('goes through both bodies to the committee', async () => {
    const id = await register();
    const meetingId = await heldOn(id);
    expect(await opine(id, BODIES[0], { meetingId })).toMatchObject({ majorMatter: { state: 'REGISTERED' } });
    expect(await opine(id, BODIES[1], { expectedVersion: 2 })).toMatchObject({
      majorMatter: { version: 3, state: 'DELIBERATED' },
    });
    const input = {
      majorMatterId: id,
      expectedVersion: 3,
      outcome: 'APPROVED',
      decision: decision({ number: '大峪工委〔2026〕31号' }),
    };
    const { majorMatter } = await stage.must(
      'decideMajorMatter',
      input,
      clerk,
      `${MATTER} decision { subject }`,
    );
    expect(majorMatter).toMatchObject({
      version: 4,
      state: 'DECIDED',
      decision: { number: '大峪工委〔2026〕31号', outcome: 'APPROVED' },
      opinions: BODIES.map((body) => ({ body, consulted: true, opinion: '原则同意' })),
    });
    const { data } = await stage.dayu.ask(
      `{ dayu { meeting(id: "${meetingId}") { opinions { body verdict memberUnits unitsPresent majorMatter { id } meeting { id } } } } }`,
      {},
      { as: people.government },
    );
    const ofFirst = { body: BODIES[0], memberUnits: 1, unitsPresent: 1 };
    const ofSecond = { body: BODIES[1], memberUnits: 0, unitsPresent: 0 };
    const said = [ofFirst, ofSecond].map((of) => ({
      ...of,
      verdict: 'AGREED',
      majorMatter: { id },
      meeting: { id: meetingId },
    }));
    expect(data).toEqual({
      dayu: { meeting: { opinions: said } },
    });
  });

  test('is not decided after a body has taken its opinion back, until it has formed another', async () => {
    const id = await register();
    for (const body of BODIES) await opine(id, body);
    const taken = await opine(id, BODIES[0], WITHDRAWN);
    expect(taken).toMatchObject({ majorMatter: { state: 'REGISTERED' } });
    const deciding = () => ({ majorMatterId: id, outcome: 'APPROVED', decision: decision() });
    await expectRefusal(stage, ['decideMajorMatter', deciding(), clerk], r01);
    expect(await opine(id, BODIES[0])).toMatchObject({ majorMatter: { state: 'DELIBERATED' } });
    await stage.must('decideMajorMatter', deciding(), clerk, MATTER);
  });

  test('is refused as well as approved', async () => {
    const id = await register();
    for (const body of BODIES) await opine(id, body);
    const input = { majorMatterId: id, outcome: 'REJECTED', decision: decision(), reason: '资金未落实' };
    const { majorMatter } = await stage.must('decideMajorMatter', input, clerk, MATTER);
    expect(majorMatter).toMatchObject({ state: 'DECIDED', decision: { outcome: 'REJECTED' } });
    await expectRefusal(stage, ['decideMajorMatter', { ...input, decision: decision() }, clerk], r01);
    const late = await opinionOn(id, BODIES[0]);
    await expectRefusal(stage, ['recordPreliminaryOpinion', late, clerk], r01);
  });

  test.each<[string, (id: string) => Promise<unknown>, RegExp]>([
    ['neither body has consulted', async () => undefined, /大工委[^]*地区管理委员会/u],
    ['大工委 has not', (id) => opine(id, BODIES[1]), /大工委.*尚未登记协商/u],
    ['地管会 has not', (id) => opine(id, BODIES[0]), /地区管理委员会.*尚未登记协商/u],
    [
      'one has consulted and come to no opinion',
      async (id) => {
        await opine(id, BODIES[0]);
        await opine(id, BODIES[1], { opinion: ' ', verdict: null });
      },
      /没有初步意见/u,
    ],
    [
      'one has an opinion and did not consult',
      async (id) => {
        await opine(id, BODIES[0], { consulted: false, verdict: null });
        await opine(id, BODIES[1]);
      },
      /尚未登记协商/u,
    ],
    [
      'one has taken its opinion back',
      async (id) => {
        await opine(id, BODIES[0]);
        await opine(id, BODIES[0], WITHDRAWN);
        await opine(id, BODIES[1]);
      },
      /大工委.*尚未登记协商/u,
    ],
    [
      'one has spoken twice, for the other',
      async (id) => {
        await opine(id, BODIES[0]);
        await opine(id, BODIES[0]);
      },
      /地区管理委员会/u,
    ],
  ])('is not decided while %s', async (_, prepare, sentence) => {
    const id = await register();
    await prepare(id);
    const input = { majorMatterId: id, outcome: 'APPROVED', decision: decision() };
    const message = await expectRefusal(stage, ['decideMajorMatter', input, clerk], {
      ...r01,
      missing: expect.arrayContaining(['opinions']),
    });
    expect(message).toMatch(sentence);
  });

  test.each<[string, () => Promise<object>, string[]]>([
    ['no meeting', async () => ({ meetingId: null }), ['meetingId']],
    ['a meeting that none of its units attended', async () => ({}), ['meetingId']],
    ['no verdict', async () => ({ verdict: null }), ['verdict']],
  ])('is not consulted on with %s', async (title, change, missing) => {
    const id = await register();
    await heldOn(id, title.includes('none of its units'));
    const opinion = { ...(await opinionOn(id, BODIES[0])), ...(await change()) };
    await expectRefusal(stage, ['recordPreliminaryOpinion', opinion, clerk], { ...r01, missing });
  });

  test.each([
    ['approved', 'DISAGREED', 'APPROVED'],
    ['rejected', 'AGREED_WITH_CHANGES', 'REJECTED'],
  ])('is %s against an opinion with the reason in words', async (_, verdict, outcome) => {
    const id = await register();
    for (const body of BODIES) await opine(id, body, { verdict });
    const deciding = { majorMatterId: id, outcome, decision: decision() };
    for (const reason of [null, '--']) {
      const message = await expectRefusal(stage, ['decideMajorMatter', { ...deciding, reason }, clerk], {
        ...r01,
        missing: ['reason'],
      });
      expect(message).toContain('不一致');
    }
    const reason = '资金未落实';
    const given = { ...deciding, decision: decision(), reason };
    const { majorMatter } = await stage.must(
      'decideMajorMatter',
      given,
      clerk,
      'majorMatter { state reason }',
    );
    expect(majorMatter).toEqual({ state: 'DECIDED', reason });
  });

  test('has no opinion without meeting, attendance and verdict, by the table', async () => {
    const id = await register();
    await expect(
      stage.dayu.runtime.query(
        `INSERT INTO preliminary_opinion (created_at, updated_at, major_matter_id, body, consulted, opinion, given_on)
         VALUES (now(), now(), $1, $2, true, '同意', '2026-03-09')`,
        [id, BODIES[0]],
      ),
    ).rejects.toThrow('preliminary_opinion_consulted');
  });

  test('is not decided before the opinions were recorded', async () => {
    const id = await register();
    await opine(id, BODIES[0]);
    const between = stage.now();
    await opine(id, BODIES[1]);
    const input = { majorMatterId: id, outcome: 'APPROVED', decision: decision({ decidedAt: between }) };
    expect(await expectRefusal(stage, ['decideMajorMatter', input, clerk], r01)).toContain('晚于决策');
  });

  test('is not marked as decided without a decision, by the table', async () => {
    const id = await register();
    await expect(
      stage.dayu.runtime.query(`UPDATE major_matter SET state = 'DECIDED' WHERE id = $1`, [id]),
    ).rejects.toThrow('major_matter_decided');
  });

  test('is registered, deliberated and decided by those whose part it is', async () => {
    const id = await register();
    const opinion = await opinionOn(id, BODIES[0]);
    const deciding = { majorMatterId: id, outcome: 'APPROVED', decision: decision() };
    for (const as of [dispatcher, people.party, officer('JUSTICE')]) {
      await expectRefusal(stage, ['registerMajorMatter', { title: 'x', content: 'y' }, as], {
        code: 'FORBIDDEN',
      });
    }
    for (const as of [leader, dispatcher, people.government]) {
      await expectRefusal(stage, ['recordPreliminaryOpinion', opinion, as], { code: 'FORBIDDEN' });
      await expectRefusal(stage, ['decideMajorMatter', deciding, as], { code: 'FORBIDDEN' });
    }
  });

  test('is named, as is the meeting that deliberated on it; and a number is of one decision', async () => {
    const id = await register();
    const opinion = { ...(await opinionOn(id, BODIES[0])), majorMatterId: randomUUID() };
    await expectRefusal(stage, ['recordPreliminaryOpinion', opinion, clerk], {
      code: 'NOT_FOUND',
      field: 'input.majorMatterId',
    });
    const { id: meetingId } = await stage.convoke('JOINT', clerk);
    const unheld = { ...opinion, majorMatterId: id, meetingId };
    const { id: ofCenters } = await stage.open('WEEKLY', dispatcher);
    const { id: notOnIt } = await stage.open('JOINT', clerk);
    const onAnother = await heldOn(await register());
    const goingOn = await openOn(id);
    for (const unfit of [ofCenters, notOnIt, onAnother, goingOn, meetingId].map((each) => ({
      ...unheld,
      meetingId: each,
    }))) {
      await expectRefusal(stage, ['recordPreliminaryOpinion', unfit, clerk], {
        code: 'BAD_USER_INPUT',
        field: 'input.meetingId',
      });
    }
    await expectRefusal(
      stage,
      ['recordPreliminaryOpinion', { ...opinion, majorMatterId: id, expectedVersion: 9 }, clerk],
      {
        code: 'CONFLICT',
        currentVersion: 1,
      },
    );
    for (const body of BODIES) await opine(id, body);
    const taken = {
      majorMatterId: id,
      outcome: 'APPROVED',
      decision: decision({ number: '大峪工委〔2026〕31号' }),
    };
    await expectRefusal(stage, ['decideMajorMatter', taken, clerk], {
      code: 'BAD_USER_INPUT',
      field: 'input.decision.number',
    });
    const future = { ...taken, decision: decision({ decidedAt: '2027-01-01T00:00:00Z' }) };
    await expectRefusal(stage, ['decideMajorMatter', future, clerk], {
      code: 'BAD_USER_INPUT',
      field: 'input.decision.decidedAt',
    });
  });
});

describe('a key point of the year', () => {
  const point = (values: Record<string, unknown> = {}) => ({
    year: 2026,
    number: 1,
    title: '老旧小区综合整治',
    content: '完成六个小区',
    ...values,
  });
  const FIELDS = 'keyPoint { id year number title decision { number subject } } decision { id }';

  test('is adopted by the committee’s decision, which may adopt several', async () => {
    const first = point({ decision: decision({ number: '大峪工委〔2026〕2号' }) });
    const { keyPoint, decision: adopted } = await stage.must('adoptKeyPoint', first, clerk, FIELDS);
    const by = { number: '大峪工委〔2026〕2号', subject: 'KEY_POINT' };
    expect(keyPoint).toMatchObject({ year: 2026, number: 1, decision: by });
    const second = point({ number: 2, decisionId: adopted.id });
    expect(await stage.must('adoptKeyPoint', second, clerk, FIELDS)).toMatchObject({
      keyPoint: { number: 2, decision: by },
    });
    await expectRefusal(stage, ['adoptKeyPoint', first, clerk], {
      code: 'BAD_USER_INPUT',
      field: 'input.number',
    });
  });

  test('is none without a decision (R11), by another decision, or by another role', async () => {
    const undecided = point({ number: 3 });
    await expectRefusal(stage, ['adoptKeyPoint', undecided, clerk], {
      code: 'RULE_VIOLATION',
      rule: 'R11',
      missing: ['decision', 'decisionId'],
    });
    const id = await register();
    for (const body of BODIES) await opine(id, body);
    const deciding = { majorMatterId: id, outcome: 'APPROVED', decision: decision() };
    const other = await stage.must('decideMajorMatter', deciding, clerk, 'decision { id }');
    const borrowed = point({ number: 3, decisionId: other['decision'].id });
    await expectRefusal(stage, ['adoptKeyPoint', borrowed, clerk], {
      code: 'BAD_USER_INPUT',
      field: 'input.decisionId',
    });
    for (const as of [leader, dispatcher, centerHead('DAYU', 'HEALTH')]) {
      await expectRefusal(stage, ['adoptKeyPoint', point({ number: 3, decision: decision() }), as], {
        code: 'FORBIDDEN',
      });
    }
  });
});

test('an annual notice goes only to member units of the joint meeting (R04)', async () => {
  await stage.memberOf('大峪派出所');
  const notice = {
    year: 2026,
    title: '2026年通报',
    content: '完成情况',
    addressees: ['大峪派出所', '大峪派出所'],
  };
  const fields = 'annualNotice { year addressees issuedOn meeting { id } }';
  expect(await stage.must('issueAnnualNotice', notice, clerk, fields)).toEqual({
    annualNotice: { year: 2026, addressees: ['大峪派出所'], issuedOn: '2026-11-16', meeting: null },
  });
  // One that was issued on Friday and is entered on Monday counts for Friday.
  const late = 'annualNotice { issuedOn recordedLate }';
  expect(await stage.must('issueAnnualNotice', { ...notice, issuedOn: '2026-11-13' }, clerk, late)).toEqual({
    annualNotice: { issuedOn: '2026-11-13', recordedLate: true },
  });
  for (const issuedOn of ['2026-11-17', '2025-12-31']) {
    await expectRefusal(stage, ['issueAnnualNotice', { ...notice, issuedOn }, clerk], {
      code: 'BAD_USER_INPUT',
      field: 'input.issuedOn',
    });
  }
  const stranger = { ...notice, addressees: ['大峪派出所', '某超市'] };
  await expectRefusal(stage, ['issueAnnualNotice', stranger, clerk], {
    code: 'NOT_FOUND',
    field: 'input.addressees.1',
  });
  await expectRefusal(stage, ['issueAnnualNotice', { ...notice, addressees: [] }, clerk], {
    code: 'BAD_USER_INPUT',
    field: 'input.addressees',
  });
  await expectRefusal(stage, ['issueAnnualNotice', { ...notice, meetingId: randomUUID() }, clerk], {
    code: 'NOT_FOUND',
    field: 'input.meetingId',
  });
  const held = await stage.open('JOINT', leader);
  const convoked = await stage.convoke('JOINT', leader);
  const ofAnotherKind = await stage.open('ANNUAL_RETREAT', leader);
  for (const { id: meetingId } of [convoked, ofAnotherKind]) {
    await expectRefusal(stage, ['issueAnnualNotice', { ...notice, meetingId }, clerk], {
      code: 'BAD_USER_INPUT',
      field: 'input.meetingId',
    });
  }
  expect(
    await stage.must('issueAnnualNotice', { ...notice, meetingId: held['id'] }, clerk, fields),
  ).toMatchObject({ annualNotice: { meeting: { id: held['id'] } } });
  await expectRefusal(stage, ['issueAnnualNotice', notice, leader], { code: 'FORBIDDEN' });
});

test('what a deputy did is recorded as it is named, on a day that has come (R16)', async () => {
  const activity = {
    personName: '吴六',
    capacity: '区人大代表',
    day: '2026-11-16',
    activity: '走访',
    effect: '促成修路',
  };
  const fields = 'deputyActivity { personName capacity day activity effect }';
  expect(await stage.must('recordDeputyActivity', activity, clerk, fields)).toEqual({
    deputyActivity: activity,
  });
  await expectRefusal(stage, ['recordDeputyActivity', { ...activity, day: '2026-11-17' }, clerk], {
    code: 'BAD_USER_INPUT',
    field: 'input.day',
  });
  await expectRefusal(stage, ['recordDeputyActivity', activity, dispatcher], { code: 'FORBIDDEN' });
  const { data } = await stage.dayu.ask(
    '{ dayu { annualNotices(filter: { year: 2026 }) { totalCount } deputyActivities { totalCount } } }',
    {},
    { as: people.office },
  );
  expect(data).toEqual({ dayu: { annualNotices: { totalCount: 3 }, deputyActivities: { totalCount: 1 } } });
});
