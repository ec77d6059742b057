import { randomUUID } from 'node:crypto';
import { officer } from '../../support/actors';
import { memberInOffice } from '../../support/appoint-past';
import { dispatchStage, people, type DispatchStage, type Row } from '../../support/dispatch';

const { clerk, dispatcher, leader } = people;
const justice = officer('JUSTICE');

/** A delegation and a major matter of 2026, entered in January 2027: each step bears its day, and is shown as recorded late. */
let stage: DispatchStage;
beforeEach(async () => {
  stage = await dispatchStage('2027-01-11T02:00:00Z');
});
afterEach(() => stage.dayu.close());

const DELEGATION = `delegation { id version state submittedOn recordedLate opinionHeardAt opinionRecordedLate deployedAt
  deploymentRecordedLate endedOn endRecordedLate guidance { givenOn recordedLate } conclusions { step happenedOn recordedLate } }`;
const REQUEST = {
  departmentCode: 'JUSTICE',
  kind: 'DELEGATED_MATTER',
  title: '社区矫正对象走访',
  content: '每月走访一次',
  documentNumber: '门司发〔2026〕12号',
  documentTitle: '关于委托开展社区矫正走访的函',
  documentDate: '2026-03-02',
  legalBasis: '《中华人民共和国社区矫正法》第九条',
};
const decision = (decidedAt: string) => ({
  decision: { number: `工委${randomUUID()}`, decidedAt, summary: '同意' },
});
const GUIDANCE = [{ centerCode: 'HEALTH', text: '先摸底' }];

const STEPS = {
  submitDelegation: { as: justice, input: { ...REQUEST, submittedOn: '2026-03-03' } },
  recordStreetOpinion: { as: leader, input: { opinion: '同意', heardOn: '2026-03-05' } },
  approveDelegation: { as: clerk, input: decision('2026-03-09T02:00:00Z') },
  deployDelegation: {
    as: clerk,
    input: { deployment: '由健康中心牵头', guidance: GUIDANCE, deployedOn: '2026-03-10' },
  },
} as const;
type Step = keyof typeof STEPS;

/** A delegation that was taken to a step, each on its day. @returns its id */
async function takenTo(last: Step): Promise<string> {
  let delegationId = '';
  for (const [command, { as, input }] of Object.entries(STEPS)) {
    const about = command === 'submitDelegation' ? {} : { delegationId };
    // oxlint-disable-next-line no-await-in-loop
    const { delegation } = await stage.must(command, { ...about, ...input }, as, DELEGATION);
    delegationId = delegation.id;
    if (command === last) break;
  }
  return delegationId;
}
const shown = async (): Promise<Row> => {
  const { data } = await stage.dayu.ask(
    `{ dayu { delegations(orderBy: { field: SUBMITTED_ON }) { nodes { ${DELEGATION.slice(13, -1)}
      decision { recordedLate } } } } }`,
    {},
    { as: leader },
  );
  return (data as { dayu: { delegations: { nodes: Row[] } } }).dayu.delegations.nodes[0] ?? {};
};

test('a delegation of last year bears the days of its steps, and each is shown as recorded late', async () => {
  const delegationId = await takenTo('deployDelegation');
  const guide = { delegationId, guidance: [{ centerCode: 'CIVIL_AFFAIRS', text: '配合' }] };
  await stage.must('guideDelegation', { ...guide, guidedOn: '2026-03-11' }, clerk, DELEGATION);
  expect(await shown()).toMatchObject({
    state: 'DEPLOYED',
    submittedOn: '2026-03-03',
    recordedLate: true,
    opinionHeardAt: '2026-03-04T16:00:00.000Z',
    opinionRecordedLate: true,
    decision: { recordedLate: true },
    deployedAt: '2026-03-09T16:00:00.000Z',
    deploymentRecordedLate: true,
    endedOn: null,
    endRecordedLate: false,
    guidance: [
      { givenOn: '2026-03-10', recordedLate: true },
      { givenOn: '2026-03-11', recordedLate: true },
    ],
  });
});

test('a delegation of today has today as its days, and nothing of it is late', async () => {
  const { delegation } = await stage.must(
    'submitDelegation',
    { ...REQUEST, documentDate: '2027-01-11' },
    justice,
    DELEGATION,
  );
  await stage.must(
    'recordStreetOpinion',
    { delegationId: delegation.id, opinion: '同意' },
    leader,
    DELEGATION,
  );
  expect(await shown()).toMatchObject({
    submittedOn: '2027-01-11',
    recordedLate: false,
    opinionHeardAt: '2027-01-11T02:00:00.000Z',
    opinionRecordedLate: false,
  });
});

test('its end, and the answers of its department, bear their days', async () => {
  const delegationId = await takenTo('deployDelegation');
  const order = await stage.orderIn('CLOSED', { delegationId, deadline: '2027-02-01' });
  const report = {
    title: '反馈',
    text: '已办结',
    recipients: ['DEPARTMENT'],
    departmentCodes: ['JUSTICE'],
    workOrderIds: [order['id']],
  };
  await stage.must('issueFeedbackReport', report, dispatcher, 'feedbackReport { id }');
  stage.setTime('2027-01-20T02:00:00Z');
  const conclude = (concludedOn: string) =>
    stage.run('concludeDelegation', { delegationId, text: '已办结', concludedOn }, dispatcher, DELEGATION);
  for (const [day, words] of [
    ['2027-01-10', 'input.concludedOn：2027-01-10 早于集中反馈的日期 2027-01-11'],
    ['2027-01-21', 'input.concludedOn：2027-01-21 晚于今天'],
  ] as const) {
    expect((await conclude(day)).errors[0]).toMatchObject({ message: expect.stringContaining(words) });
  }
  expect((await conclude('2027-01-12')).errors).toEqual([]);
  const answer = (command: string, answeredOn: string, more = {}) =>
    stage.run(command, { delegationId, answeredOn, ...more }, justice, DELEGATION);
  for (const command of ['confirmConclusion', 'objectToConclusion']) {
    const more = command === 'objectToConclusion' ? { reason: '缺清单' } : {};
    for (const [day, words] of [
      ['2027-01-11', 'input.answeredOn：2027-01-11 早于登记办结的日期 2027-01-12'],
      ['2027-01-21', 'input.answeredOn：2027-01-21 晚于今天'],
    ] as const) {
      const { errors } = await answer(command, day, more);
      expect(errors[0]).toMatchObject({ message: expect.stringContaining(words) });
    }
  }
  expect((await answer('objectToConclusion', '2027-01-13', { reason: '缺清单' })).errors).toEqual([]);
  expect((await conclude('2027-01-20')).errors).toEqual([]);
  // The last conclusion is the one that is answered.
  expect((await answer('confirmConclusion', '2027-01-19')).errors[0]).toMatchObject({
    message: expect.stringContaining('早于登记办结的日期 2027-01-20'),
  });
  expect((await answer('confirmConclusion', '2027-01-20')).errors).toEqual([]);
  expect((await shown())['conclusions']).toEqual([
    { step: 'CONCLUDED', happenedOn: '2027-01-12', recordedLate: true },
    { step: 'OBJECTED', happenedOn: '2027-01-13', recordedLate: true },
    { step: 'CONCLUDED', happenedOn: '2027-01-20', recordedLate: false },
    { step: 'CONFIRMED', happenedOn: '2027-01-20', recordedLate: false },
  ]);
});

test.each([
  ['sendBackDelegation', 'recordStreetOpinion', 'sentBackOn', leader],
  ['withdrawDelegation', 'deployDelegation', 'withdrawnOn', justice],
] as const)('%s bears its day', async (command, after, field, as) => {
  const delegationId = await takenTo(after);
  const last = after === 'deployDelegation' ? '2026-03-10' : '2026-03-05';
  const end = (day: string) =>
    stage.run(command, { delegationId, reason: '属直接布置', [field]: day }, as, DELEGATION);
  for (const [day, words] of [
    ['2026-03-04', `input.${field}：2026-03-04 早于`],
    ['2027-01-12', `input.${field}：2027-01-12 晚于今天`],
  ] as const) {
    expect((await end(day)).errors[0]).toMatchObject({ message: expect.stringContaining(words) });
  }
  expect((await end(last)).errors).toEqual([]);
  expect(await shown()).toMatchObject({ endedOn: last, endRecordedLate: true });
});

const noRow = async () => stage.dayu.store.query('SELECT count(*)::int AS n FROM delegation');

test.each([
  ['submission in the future', { submittedOn: '2027-01-12' }, 'input.submittedOn：2027-01-12 晚于今天'],
  [
    'submission before its document',
    { submittedOn: '2026-03-01' },
    '委托文件的日期 2026-03-02 晚于提交或决定',
  ],
])('a %s is refused, and nothing is written', async (_, change, words) => {
  const { errors } = await stage.run('submitDelegation', { ...REQUEST, ...change }, justice, DELEGATION);
  expect(errors[0]).toMatchObject({ message: expect.stringContaining(words) });
  expect(await noRow()).toEqual([{ n: 0 }]);
});

test.each<[Step, Step, object, string]>([
  ['recordStreetOpinion', 'submitDelegation', { heardOn: '2026-03-02' }, '早于提交的日期 2026-03-03'],
  ['recordStreetOpinion', 'submitDelegation', { heardOn: '2027-01-12' }, '晚于今天'],
  [
    'approveDelegation',
    'recordStreetOpinion',
    decision('2026-03-04T02:00:00Z'),
    '街道意见晚于街道工委的决定',
  ],
  ['approveDelegation', 'recordStreetOpinion', decision('2027-01-12T02:00:00Z'), '决策时间晚于现在'],
  [
    'deployDelegation',
    'approveDelegation',
    { deployedOn: '2026-03-08' },
    '早于街道工委决策的日期 2026-03-09',
  ],
  ['deployDelegation', 'approveDelegation', { deployedOn: '2027-01-12' }, '晚于今天'],
])('%s after %s with %j is refused, and nothing is written', async (command, after, change, words) => {
  const delegationId = await takenTo(after);
  const before = await stage.dayu.store.query('SELECT * FROM delegation');
  const { as, input } = STEPS[command];
  const { errors } = await stage.run(command, { delegationId, ...input, ...change }, as, DELEGATION);
  expect(errors[0]).toMatchObject({ message: expect.stringContaining(words) });
  expect(await stage.dayu.store.query('SELECT * FROM delegation')).toEqual(before);
});

const UNIT = '区医院';
const BODIES = ['ENLARGED_WORKING_COMMITTEE', 'AREA_MANAGEMENT_COMMITTEE'] as const;
const MATTER = 'majorMatter { id state opinions { body givenOn recordedLate } }';

describe('an opinion of last year (R01)', () => {
  let majorMatterId = '';
  let meetingId = '';
  beforeEach(async () => {
    for (const body of BODIES) await memberInOffice(stage.dayu.database, body, UNIT);
    const matter = { title: '棚户区改造', content: '大峪南片' };
    majorMatterId = (await stage.must('registerMajorMatter', matter, leader, MATTER))['majorMatter'].id;
    meetingId = await stage.add('meeting', {
      kind: 'JOINT',
      state: 'CLOSED',
      number: '大峪会〔2026〕1号',
      year: 2026,
      sequence: 1,
      title: '联席会议',
      scheduled_at: '2026-03-06T01:00:00Z',
      opened_at: '2027-01-11T01:00:00Z',
      closed_at: '2027-01-11T01:30:00Z',
      held_on: '2026-03-06',
      convener_role: 'COMMITTEE_CLERK',
      convener: 'clerk',
    });
    const item = { meeting_id: meetingId, number: 1, title: '改造', major_matter_id: majorMatterId };
    await stage.add('agenda_item', item);
    const attendance = { meeting_id: meetingId, unit: UNIT, attendance: 'PRESENT' };
    await stage.add('attendance_record', attendance);
  });
  const opine = (body: string, givenOn: string | null, more = {}) =>
    stage.run(
      'recordPreliminaryOpinion',
      {
        majorMatterId,
        body,
        consulted: true,
        opinion: '同意',
        verdict: 'AGREED',
        meetingId,
        ...(givenOn !== null && { givenOn }),
        ...more,
      },
      clerk,
      MATTER,
    );
  const decide = (decidedAt: string, outcome = 'APPROVED') =>
    stage.run('decideMajorMatter', { majorMatterId, outcome, ...decision(decidedAt) }, clerk, MATTER);

  test.each([
    ['before its meeting', '2026-03-05', '早于会议召开的日期 2026-03-06'],
    ['in the future', '2027-01-12', '晚于今天'],
  ])('is not given %s', async (_, day, words) => {
    const { errors } = await opine(BODIES[0], day);
    expect(errors[0]).toMatchObject({
      message: expect.stringContaining(`input.givenOn：${day} ${words}`),
      extensions: { code: 'BAD_USER_INPUT', field: 'input.givenOn' },
    });
    expect(await stage.dayu.store.query('SELECT FROM preliminary_opinion')).toEqual([]);
  });

  test('is followed by a decision of its day or later, and shown as recorded late', async () => {
    await opine(BODIES[0], '2026-03-06');
    const { payload } = await opine(BODIES[1], '2026-03-09');
    expect(payload?.['majorMatter'].opinions).toEqual([
      { body: BODIES[0], givenOn: '2026-03-06', recordedLate: true },
      { body: BODIES[1], givenOn: '2026-03-09', recordedLate: true },
    ]);
    const early = await decide('2026-03-08T15:59:59Z');
    expect(early.errors[0]?.extensions).toMatchObject({ code: 'RULE_VIOLATION', rule: 'R01' });
    expect(early.errors[0]?.message).toContain('晚于决策');
    expect((await decide('2026-03-08T16:00:00Z')).payload?.['majorMatter']).toMatchObject({
      state: 'DECIDED',
    });
  });

  test('recorded today and given today does not go before a decision of last year', async () => {
    await opine(BODIES[0], '2026-03-06');
    await opine(BODIES[1], null);
    const { errors } = await decide('2026-03-10T02:00:00Z');
    expect(errors[0]?.extensions).toMatchObject({ code: 'RULE_VIOLATION', rule: 'R01' });
  });

  test('keeps its meeting from being corrected to a later day', async () => {
    await opine(BODIES[0], '2026-03-07');
    const correct = (heldOn: string) =>
      stage.run('correctMeeting', { meetingId, heldOn, reason: '日期有误' }, clerk, 'meeting { heldOn }');
    expect((await correct('2026-03-08')).errors[0]).toMatchObject({
      message: expect.stringContaining('协商意见作出于 2026-03-07，会议不能在 2026-03-08 召开'),
    });
    // The day itself is no obstacle; the meeting has no reports yet, which is told next.
    expect((await correct('2026-03-07')).errors[0]?.extensions).toMatchObject({ rule: 'R03' });
  });

  test('that was given last counts for the decision, not the one that was recorded last', async () => {
    await opine(BODIES[0], '2026-03-06');
    await opine(BODIES[1], '2026-03-09', { verdict: 'DISAGREED', opinion: '不同意' });
    await opine(BODIES[1], '2026-03-07');
    // The body disagreed in the end, so that an approval says why.
    const { errors } = await decide('2026-03-10T02:00:00Z');
    expect(errors[0]?.extensions).toMatchObject({ rule: 'R01', missing: ['reason'] });
    expect((await decide('2026-03-10T02:00:00Z', 'REJECTED')).errors[0]?.extensions).toMatchObject({
      rule: 'R01',
    });
    expect((await decide('2026-03-08T02:00:00Z')).errors).toEqual([]);
  });
});
