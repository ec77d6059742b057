import type { Actor } from '@mtg/access';
import { centerHead, communitySecretary, officer, peopleOf } from '../../support/actors';
import { COMMUNITIES, dispatchStage, head, people, staff, type DispatchStage } from '../../support/dispatch';
import { recordAnonymous } from '../../support/record-anonymous';

let stage: DispatchStage;
beforeAll(async () => {
  stage = await dispatchStage();
});
afterAll(() => stage.dayu.close());

type Inputs = () => object | Promise<object>;
type Case = readonly [what: string, input: Inputs, refusal: object, as?: Actor];

const violates = (rule: string, missing?: readonly string[]) => ({
  code: 'RULE_VIOLATION',
  rule,
  ...(missing && { missing }),
});
const wrong = (field: string) => ({ code: 'BAD_USER_INPUT', field: `input.${field}` });

/** Everything that dispatch writes, but for what the audit keeps of refusals. */
const written = () =>
  stage.dayu.store.query(
    `SELECT (SELECT count(*) FROM project) AS projects, (SELECT count(*) FROM work_order_event) AS steps,
       (SELECT sum(version) FROM work_order) AS orders, (SELECT sum(version) FROM delegation) AS delegations,
       (SELECT count(*) FROM feedback_report) AS reports, (SELECT count(*) FROM evidence) AS evidence`,
  );

function refused(command: string, cases: readonly Case[], selection?: string): void {
  // A place that is left empty would be taken for a callback.
  const rows = cases.map(
    ([what, input, refusal, as = people.dispatcher]) => [what, input, refusal, as] as const,
  );
  test.each(rows)(`${command}: %s`, async (_, input, refusal, as) => {
    const given = (await input()) as Record<string, unknown>;
    const before = await written();
    const { payload, errors } = await stage.run(command, given, as, selection);
    expect(payload).toBeNull();
    expect(errors.map(({ extensions }) => extensions)).toMatchObject([refusal]);
    expect(await written()).toEqual(before);
    // Of those who may give no command here, refusals are on record by the round.
    await recordAnonymous(stage.dayu, 'DAYU');
    const [last] = await stage.dayu.store.query(
      'SELECT command, outcome FROM audit_entry ORDER BY sequence DESC LIMIT 1',
    );
    expect(last).toEqual({ command, outcome: 'REFUSED' });
  });
}

const draft = (values?: object) => () => stage.draft({ ...values });
const delegated = (state: string) => async () => stage.draft({ delegationId: await stage.delegation(state) });
const deployed = (kind: string) => async () =>
  stage.draft({ minutesItemId: await stage.minutesItem(kind, 'DRAFT') });
const issued = (kind: string) => async () =>
  stage.draft({ minutesItemId: await stage.minutesItem(kind, 'ISSUED') });

/** A major matter as the committee left it; null before its decision. */
async function matter(outcome: string | null): Promise<string> {
  const decisionId = outcome === null ? null : await stage.decision('MAJOR_MATTER', outcome);
  return stage.add('major_matter', {
    state: decisionId === null ? 'DELIBERATED' : 'DECIDED',
    title: '选址',
    content: '停车楼选址',
    decision_id: decisionId,
  });
}
const onMatter = (outcome: string | null) => async () =>
  stage.draft({
    minutesItemId: await stage.minutesItem('SPECIAL', 'ISSUED', {
      meeting: { trigger_kind: 'MAJOR_MATTER', urgency: null, major_matter_id: await matter(outcome) },
    }),
  });
/** An item that names so an item of the agenda, of which the second is a matter. */
const onAgenda = (outcome: string | null, agendaNumber: number | null) => async () => {
  const agenda = [null, await matter(outcome)];
  const item = { agenda_number: agendaNumber };
  return stage.draft({ minutesItemId: await stage.minutesItem('JOINT', 'ISSUED', { agenda, item }) });
};
const namingCenter = (center: string) => async () =>
  stage.draft({
    minutesItemId: await stage.minutesItem('JOINT', 'ISSUED', { item: { center_code: center } }),
  });
const guiding = (center: string) => async () => {
  const delegationId = await stage.delegation('DEPLOYED');
  await stage.dayu.database.query(
    'DELETE FROM delegation_guidance WHERE delegation_id = $1 AND center_code <> $2',
    [delegationId, center],
  );
  return stage.draft({ delegationId });
};

test.each<readonly [string, Inputs]>([
  ['the approved matter of the meeting', onMatter('APPROVED')],
  ['an approved matter of the agenda', onAgenda('APPROVED', null)],
  ['another item of the agenda than the undecided matter', onAgenda(null, 1)],
  ['minutes that name the center', namingCenter('HEALTH')],
  ['a delegation on which the center is guided', guiding('HEALTH')],
])('an order follows from %s', async (_, input) => {
  expect(await stage.must('dispatchWorkOrder', (await input()) as Record<string, unknown>)).toMatchObject({
    state: 'ISSUED',
  });
});

test.each([
  ['convened the meeting', onMatter('APPROVED')],
  ['was on its agenda', onAgenda('APPROVED', 2)],
])('an order rests on the decision on the matter that %s', async (_, input) => {
  const { id } = await stage.must('dispatchWorkOrder', await input());
  const { data } = await stage.dayu.ask(
    'query ($id: UUID!) { dayu { trace(id: $id) { upward { typeName } } } }',
    { id },
    { as: people.auditor },
  );
  const { upward } = (data as { dayu: { trace: { upward: { typeName: string }[] } } }).dayu.trace;
  expect(upward.map(({ typeName }) => typeName)).toEqual(
    expect.arrayContaining(['CommitteeDecision', 'MajorMatter', 'Meeting', 'Minutes', 'MinutesItem']),
  );
});

/** Names in a chain, of a thing and of the things themselves, each direction sorted by type. */
async function chainOf(id: unknown): Promise<Readonly<Record<'upward' | 'downward', readonly string[]>>> {
  const { data } = await stage.dayu.ask(
    'query ($id: UUID!) { dayu { trace(id: $id) { upward { typeName } downward { typeName } } } }',
    { id },
    { as: people.auditor },
  );
  const { trace } = (data as { dayu: { trace: Record<'upward' | 'downward', { typeName: string }[]> } }).dayu;
  const types = (steps: readonly { typeName: string }[]) => steps.map(({ typeName }) => typeName).toSorted();
  return { upward: types(trace.upward), downward: types(trace.downward) };
}

test('what the minutes say of another item of the agenda is no part of a matter’s chain', async () => {
  const matterOf = async (minutesItemId: unknown) =>
    (
      await stage.dayu.store.query(
        `SELECT a.meeting_id, a.major_matter_id FROM minutes_item i JOIN minutes m ON m.id = i.minutes_id
         JOIN agenda_item a USING (meeting_id) WHERE i.id = '${String(minutesItemId)}' AND a.number = 2`,
      )
    )[0];
  for (const [agendaNumber, said] of [
    [1, []],
    [2, ['MinutesItem', 'WorkOrder']],
    [null, ['MinutesItem', 'WorkOrder']],
  ] as const) {
    // oxlint-disable no-await-in-loop -- the street has one set of numbers
    const draftOrder = (await onAgenda('APPROVED', agendaNumber)()) as Record<string, unknown>;
    const order = await stage.must('dispatchWorkOrder', draftOrder);
    const of = await matterOf(draftOrder['minutesItemId']);
    const { downward } = await chainOf(of?.['major_matter_id']);
    expect(downward).toEqual(['AgendaItem', 'CommitteeDecision', 'Meeting', 'Minutes', ...said].toSorted());
    const { upward } = await chainOf(order['id']);
    expect(upward.includes('MajorMatter')).toBe(agendaNumber !== 1);
    expect(upward).toEqual(expect.arrayContaining(['Meeting', 'Minutes', 'MinutesItem']));
    expect((await chainOf(of?.['meeting_id'])).upward).toEqual(['MajorMatter']);
    // oxlint-enable no-await-in-loop
  }
});

refused('dispatchWorkOrder', [
  ['a joint meeting’s minutes that are a draft', deployed('JOINT'), violates('R06')],
  ['a special meeting’s minutes that are a draft', deployed('SPECIAL'), violates('R06')],
  ['a weekly meeting’s minutes that are a draft', deployed('WEEKLY'), violates('R06')],
  ...['WEEKLY', 'MONTHLY_PROGRESS', 'ANNUAL_RETREAT'].map((kind): Case => [
    `issued minutes of ${kind}, which the dispatcher keeps`,
    issued(kind),
    violates('R06'),
  ]),
  ['minutes of a meeting on a matter that is undecided', onMatter(null), violates('R01')],
  ['minutes of a meeting on a matter that was rejected', onMatter('REJECTED'), violates('R01')],
  [
    'minutes of a meeting that has an undecided matter on its agenda',
    onAgenda(null, null),
    violates('R01', ['minutesItemId']),
  ],
  ['an item of minutes on the undecided matter of the agenda', onAgenda(null, 2), violates('R01')],
  [
    'a center that the item of minutes does not name',
    namingCenter('CIVIL_AFFAIRS'),
    violates('R11', ['centerCode']),
  ],
  ['a center that the delegation does not guide', guiding('CIVIL_AFFAIRS'), violates('R11', ['centerCode'])],
  ['a leader who hands out work', draft(), violates('R09'), people.leader],
  ['a center head who hands out work', draft(), violates('R09'), head],
  ['a clerk', draft(), violates('R11'), people.clerk],
  ['a center’s staff', draft(), violates('R11'), staff],
  ['a department that goes round the center', draft(), violates('R11'), officer('JUSTICE')],
  ['a community', draft(), violates('R11'), communitySecretary('DAYU', COMMUNITIES[0] ?? '')],
  ['another street’s dispatcher', draft(), { code: 'FORBIDDEN' }, peopleOf('CHENGZI').dispatcher],
  ['a delegation on which the street has not been heard', delegated('OPINION_HEARD'), violates('R10')],
  ['a delegation that is approved and not deployed', delegated('APPROVED'), violates('R10')],
  ['a delegation that is rejected', delegated('REJECTED'), violates('R10')],
  ['a delegation that is completed', delegated('COMPLETED'), violates('R10')],
  [
    'no source',
    draft({ keyPointId: null }),
    violates('R11', ['keyPointId', 'delegationId', 'minutesItemId']),
  ],
  ['no project', draft({ projectId: null }), violates('R11', ['projectId'])],
  ['no center', draft({ centerCode: null }), violates('R11', ['centerCode'])],
  ['no responsible person', draft({ responsiblePerson: '' }), violates('R11', ['responsiblePerson'])],
  ['no deadline', draft({ deadline: null }), violates('R11', ['deadline'])],
  ['a deadline that has passed', draft({ deadline: '2026-03-08' }), violates('R11', ['deadline'])],
  [
    'two sources',
    async () =>
      stage.draft({
        keyPointId: await stage.keyPoint(),
        minutesItemId: await stage.minutesItem('JOINT', 'ISSUED'),
      }),
    wrong('minutesItemId'),
  ],
  [
    'a key point that does not exist',
    draft({ keyPointId: '0199d1d2-0000-7000-8000-000000000000' }),
    { code: 'NOT_FOUND', field: 'input.keyPointId' },
  ],
  [
    'a project that does not exist',
    draft({ projectId: '0199d1d2-0000-7000-8000-000000000000' }),
    { code: 'NOT_FOUND', field: 'input.projectId' },
  ],
]);

const charter = (values: object) => async () => ({
  title: '无障碍改造',
  goals: '六处坡道',
  departmentCodes: ['HEALTH_COMMISSION'],
  communityCodes: COMMUNITIES,
  deadline: '2026-12-31',
  ...values,
});
let meetings = 1000;
const meeting = (values: object) => {
  meetings += 1;
  return stage.add('meeting', {
    kind: 'ANNUAL_RETREAT',
    state: 'CONVOKED',
    number: `会〔2026〕${meetings}`,
    year: 2026,
    sequence: meetings,
    title: '年度务虚会',
    scheduled_at: stage.clock.now(),
    convener_role: 'STREET_LEADER',
    convener: 'leader',
    ...values,
  });
};
refused(
  'charterProject',
  [
    ['no goals', charter({ goals: '' }), violates('R19', ['goals'])],
    ['no departments', charter({ departmentCodes: [] }), violates('R19', ['departmentCodes'])],
    ['no communities', charter({ communityCodes: [] }), violates('R19', ['communityCodes'])],
    ['no deadline', charter({ deadline: null }), violates('R19', ['deadline'])],
    ['a deadline that has passed', charter({ deadline: '2026-03-08' }), violates('R19', ['deadline'])],
    [
      'a community of another street',
      charter({ communityCodes: [COMMUNITIES[0], '110109002001'] }),
      { code: 'NOT_FOUND', field: 'input.communityCodes.1' },
    ],
    [
      'a meeting that is no retreat',
      async () => charter({ retreatMeetingId: await meeting({ kind: 'MONTHLY_PROGRESS' }) })(),
      wrong('retreatMeetingId'),
    ],
    [
      'a retreat that was not held',
      async () => charter({ retreatMeetingId: await meeting({}) })(),
      wrong('retreatMeetingId'),
    ],
    ['a leader', charter({}), { code: 'FORBIDDEN' }, people.leader],
  ],
  'project { id }',
);

const extension = (values: object) => async () => ({
  workOrderId: (await stage.order())['id'],
  reason: '雨期',
  deadline: '2026-04-01',
  ...values,
});
refused(
  'requestExtension',
  (
    [
      ['to the same day', extension({ deadline: '2026-03-20' }), wrong('deadline')],
      ['to an earlier day', extension({ deadline: '2026-03-19' }), wrong('deadline')],
      ['beyond the project', extension({ deadline: '2029-01-01' }), violates('R11')],
      ['without a reason', extension({ reason: ' ' }), wrong('reason')],
      ['by the dispatcher', extension({}), { code: 'FORBIDDEN' }, people.dispatcher],
    ] as const
  ).map(([what, input, refusal, as = head]) => [what, input, refusal, as] as Case),
);

const document = (values: object) => async () => ({
  workOrderId: (await stage.orderIn('IN_PROGRESS'))['id'],
  title: '照片',
  uri: 'https://files.example/1',
  mediaType: 'image/png',
  sha256: '0'.repeat(64),
  ...values,
});
refused(
  'attachEvidence',
  [
    ['a checksum that is too short', document({ sha256: 'ab' }), wrong('sha256')],
    ['a checksum that is none', document({ sha256: 'g'.repeat(64) }), wrong('sha256')],
    ['an address that is none', document({ uri: '照片.png' }), wrong('uri')],
    ['an address that is a program', document({ uri: 'javascript:alert(1)' }), wrong('uri')],
    ['no media type', document({ mediaType: 'png' }), wrong('mediaType')],
    ['another center’s head', document({}), { code: 'FORBIDDEN' }, centerHead('DAYU', 'CIVIL_AFFAIRS')],
  ].map(([what, input, refusal, as = head]) => [what, input, refusal, as] as Case),
  'evidence { id }',
);

const report =
  (values: object, state = 'CLOSED') =>
  async () => ({
    title: '反馈',
    text: '完成',
    recipients: ['DISTRICT_GOVERNMENT'],
    workOrderIds: [(await stage.orderIn(state))['id']],
    ...values,
  });
const delegatedReport = (values: object) => async () => {
  const delegationId = await stage.delegation('DEPLOYED');
  return report({ workOrderIds: [(await stage.orderIn('CLOSED', { delegationId }))['id']], ...values })();
};
const reportedBefore = async () => {
  const input = await report({})();
  await stage.must('issueFeedbackReport', input, people.dispatcher, 'feedbackReport { id }');
  return input;
};
refused(
  'issueFeedbackReport',
  [
    ['a center that reports by itself', report({}), violates('R13'), head],
    ['a leader', report({}), violates('R13'), people.leader],
    ['no order', report({ workOrderIds: [] }), violates('R13', ['workOrderIds'])],
    ['no recipients', report({ recipients: [] }), violates('R13', ['recipients'])],
    ['an order that is only verified', report({}, 'VERIFIED'), violates('R13', ['workOrderIds'])],
    ['an order that was cancelled', report({}, 'CANCELLED'), violates('R13', ['workOrderIds'])],
    ['an order that is reported already', reportedBefore, violates('R13', ['workOrderIds'])],
    [
      'an order twice',
      async () => {
        const { id } = await stage.orderIn('CLOSED');
        return report({ workOrderIds: [id, id] })();
      },
      violates('R13', ['workOrderIds']),
    ],
    ['a delegated order past its department', delegatedReport({}), violates('R13', ['departmentCodes'])],
    [
      'a delegated order to another department',
      delegatedReport({ recipients: ['DEPARTMENT'], departmentCodes: ['HEALTH_COMMISSION'] }),
      violates('R13', ['departmentCodes']),
    ],
    ['to departments, and to none', report({ recipients: ['DEPARTMENT'] }), wrong('departmentCodes')],
    ['to a department, and not', report({ departmentCodes: ['JUSTICE'] }), wrong('departmentCodes')],
  ],
  'feedbackReport { id }',
);

describe('the tables refuse it too', () => {
  const sql = (text: string) => stage.dayu.runtime.query(text);

  test('an order with two sources, or none', async () => {
    const { id } = await stage.order();
    const delegation = await stage.delegation('DEPLOYED');
    await expect(
      sql(`UPDATE work_order SET delegation_id = '${delegation}' WHERE id = '${id}'`),
    ).rejects.toThrow('work_order_one_source');
    await expect(sql(`UPDATE work_order SET key_point_id = NULL WHERE id = '${id}'`)).rejects.toThrow(
      'work_order_one_source',
    );
  });

  test('an order that is reported twice, or before it is closed', async () => {
    const input = await reportedBefore();
    const [other] = await stage.dayu.store.query('SELECT id FROM feedback_report LIMIT 1');
    await reportedBefore();
    const id = input.workOrderIds[0];
    await expect(sql(`UPDATE work_order SET feedback_report_id = NULL WHERE id = '${id}'`)).rejects.toThrow(
      'reported already',
    );
    const open = await stage.order();
    await expect(
      sql(`UPDATE work_order SET feedback_report_id = '${String(other?.['id'])}' WHERE id = '${open['id']}'`),
    ).rejects.toThrow('work_order_reported_when_closed');
  });

  test('a change of what was recorded, for want of a right, and from the owner too', async () => {
    await reportedBefore();
    const change = async (text: string) => {
      await expect(sql(text)).rejects.toThrow('permission denied');
      await expect(stage.dayu.database.query(text)).rejects.toThrow('only added');
    };
    await change(`UPDATE work_order_event SET actor = 'another'`);
    await change(`UPDATE feedback_report SET text = ''`);
  });
});
