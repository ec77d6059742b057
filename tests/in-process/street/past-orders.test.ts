import { checkCadence } from '../../../packages/street/src/cadence/sweep';
import { profile } from '../../../subgraphs/dayu/src';
import { judgedSince } from '../../support/judged';
import { memberInOffice } from '../../support/appoint-past';
import { people } from '../../support/dispatch';
import { csv, pastYears, joint, weekly } from '../../support/past-years';

const { theStage, load, rows, count } = pastYears();

const ORDER = {
  order: '派1',
  title: '整治楼道',
  content: '清理堆物',
  center: '城市建设管理服务中心',
  person: '张三',
  deadline: '2026-04-30',
  project: '平安楼道',
  issued_on: '2026-03-10',
  accepted_on: '2026-03-11',
  submitted_on: '2026-04-20',
  verified_on: '2026-04-22',
  closed_on: '2026-04-23',
  key_point: '3',
};
beforeEach(async () => {
  await theStage().project({ title: '平安楼道', deadline: '2027-03-31' });
  const decision = {
    number: '工委〔2026〕1号',
    decided_at: '2026-01-08T02:00:00Z',
    outcome: 'APPROVED',
    subject: 'KEY_POINT',
    summary: '同意',
  };
  const decisionId = await theStage().add('committee_decision', decision);
  await theStage().add('key_point', {
    year: 2026,
    number: 3,
    title: '楼道',
    content: '整治',
    base_task_codes: [],
    decision_id: decisionId,
  });
});

test('pass every step on its day, are closed and on time, and show that they were imported', async () => {
  expect(await load('orders', csv([ORDER]))).toEqual({ inserted: 1, updated: 0, unchanged: 0 });
  const query = `{ dayu { workOrders { nodes { number state onTime issuedAt acceptedAt submittedAt closedAt recordedLate importedAt
      history { command role createdAt } } } } }`;
  const { data } = await theStage().dayu.ask(query, {}, { as: people.leader });
  const on = (day: string) => `2026-${day}T16:00:00.000Z`;
  expect(data).toEqual({
    dayu: {
      workOrders: {
        nodes: [
          {
            number: 'DAYU-2026-0001',
            state: 'CLOSED',
            onTime: true,
            issuedAt: on('03-09'),
            acceptedAt: on('03-10'),
            submittedAt: on('04-19'),
            closedAt: on('04-22'),
            recordedLate: true,
            importedAt: '2027-01-11T02:00:00.000Z',
            history: [
              { command: 'dispatchWorkOrder', role: 'DISPATCHER', createdAt: on('03-09') },
              { command: 'acceptWorkOrder', role: 'CENTER_HEAD', createdAt: on('03-10') },
              { command: 'startWorkOrder', role: 'CENTER_HEAD', createdAt: on('03-10') },
              { command: 'submitWorkOrder', role: 'CENTER_HEAD', createdAt: on('04-19') },
              { command: 'verifyWorkOrder', role: 'DISPATCHER', createdAt: on('04-21') },
              { command: 'closeWorkOrder', role: 'DISPATCHER', createdAt: on('04-22') },
            ],
          },
        ],
      },
    },
  });
  // What follows a change of an order sees it by the time of the import.
  expect(
    await rows(`SELECT DISTINCT updated_at FROM work_order UNION SELECT updated_at FROM work_order_event`),
  ).toEqual([{ updated_at: theStage().clock.now() }]);
  expect(await load('orders', csv([ORDER]))).toEqual({ inserted: 0, updated: 0, unchanged: 1 });
  // The duty to report what was closed (R13) follows from it.
  await checkCadence(
    theStage().dayu.runtime.manager,
    theStage().clock.now(),
    profile,
    judgedSince('2026-01-01'),
  );
  const judged = await rows(
    "SELECT period, verdict FROM judgement WHERE rule = 'R13' AND verdict = 'BROKEN'",
  );
  expect(judged).toEqual([{ period: '2026-04', verdict: 'BROKEN' }]);
});

test('come from an item of issued minutes, not before their meeting and not of a weekly one (R06)', async () => {
  await memberInOffice(theStage().dayu.database, 'ENLARGED_WORKING_COMMITTEE', '大峪医院');
  const cited = { ...ORDER, key_point: '', minutes: '联纪1号', item: '1' };
  const withMinutes = [
    ...joint('2026-03-12', '大峪医院', '联1'),
    { meeting: '联1', entry: '纪要', number: '联纪1号' },
    { meeting: '联1', entry: '纪要条目', content: '整治楼道', who: '城市建设管理服务中心' },
  ];
  expect(
    await load('meetings', csv([...withMinutes, ...weekly('2026-03-06', { number: '例1' })])),
  ).toMatchObject({ inserted: 2 });
  expect(
    await load(
      'orders',
      csv([
        cited,
        { ...cited, order: '派2', minutes: '纪〔例1〕' },
        { ...cited, order: '派3', item: '2' },
        { ...cited, order: '派4', minutes: '联纪2号' },
        { ...cited, order: '派5', issued_on: '2026-03-12', accepted_on: '2026-03-12', center: 'HEALTH' },
      ]),
    ),
  ).toEqual([
    expect.stringContaining('2 issued_on: 2026-03-10 早于会议召开的日期 2026-03-12'),
    expect.stringContaining('3 minutes: R06：'),
    expect.stringContaining('4 item: 纪要“联纪1号”没有第 2 条'),
    expect.stringContaining('5 minutes: 没有文号为“联纪2号”的纪要'),
    expect.stringContaining('6 center: R11：'),
  ]);
  const day = { issued_on: '2026-03-12', accepted_on: '2026-03-12' };
  expect(await load('orders', csv([{ ...cited, ...day }]))).toMatchObject({ inserted: 1 });
});

test.each([
  ['without a source', { key_point: '' }, '2 key_point: R11：派单没有来源'],
  ['with two sources', { minutes: '联纪1号' }, '2 key_point: R11：一个派单只有一个来源'],
  ['from a key point that the year lacks', { key_point: '4' }, '2 key_point: 2026 年没有第 4 项工作要点'],
  [
    'from a delegation that is unknown',
    { key_point: '', delegation: '建〔2026〕1号' },
    '2 delegation: 没有委托',
  ],
  [
    'before its source',
    { issued_on: '2026-01-07' },
    '2 issued_on: 2026-01-07 早于街道工委决策的日期 2026-01-08',
  ],
  [
    'accepted before it was dispatched',
    { accepted_on: '2026-03-09' },
    '2 accepted_on: 2026-03-09 早于下发日期',
  ],
  ['closed in the future', { closed_on: '2027-01-12' }, '2 closed_on: 2027-01-12 晚于今天'],
  ['without a day', { verified_on: '' }, '2 verified_on: 没有日期'],
  ['without a responsible person', { person: '' }, '2 person: R11：派单没有责任人'],
  ['without a center', { center: '' }, '2 center: R11：派单没有目标中心'],
  ['of no project', { project: '' }, '2 project: R11：派单没有所属项目'],
  ['of an unknown project', { project: '绿化' }, '2 project: 没有项目“绿化”'],
  ['due after its project', { deadline: '2027-04-01' }, '2 deadline: R11：'],
  ['without a number of its own', { order: '' }, '2 order: 没有原编号'],
])('are refused %s, and nothing is written', async (_, change, problem) => {
  const problems = await load(
    'orders',
    csv([
      { ...ORDER, ...change },
      { ...ORDER, order: '派9' },
    ]),
  );
  expect(problems).toEqual([expect.stringContaining(problem)]);
  expect(await count('work_order', 'work_order_event', 'imported_entry')).toEqual([0, 0, 0]);
});

test('are not dispatched before the minutes that they cite were issued', async () => {
  await memberInOffice(theStage().dayu.database, 'ENLARGED_WORKING_COMMITTEE', '大峪医院');
  const issued = [
    ...joint('2026-03-06', '大峪医院', '联1'),
    { meeting: '联1', entry: '纪要', number: '联纪1号', issued_on: '2026-03-10' },
    { meeting: '联1', entry: '纪要条目', content: '整治楼道', who: '城市建设管理服务中心' },
  ];
  const before = issued.map((line) => ('issued_on' in line ? { ...line, issued_on: '2026-03-05' } : line));
  expect(await load('meetings', csv(before))).toEqual([
    expect.stringContaining('5 issued_on: 2026-03-05 早于会议召开的日期 2026-03-06'),
  ]);
  expect(await load('meetings', csv(issued))).toMatchObject({ inserted: 1 });
  const cited = { ...ORDER, key_point: '', minutes: '联纪1号', item: '1' };
  expect(await load('orders', csv([{ ...cited, issued_on: '2026-03-09' }]))).toEqual([
    expect.stringContaining('2 issued_on: 2026-03-09 早于纪要印发的日期 2026-03-10'),
  ]);
  expect(await load('orders', csv([cited]))).toMatchObject({ inserted: 1 });
});

test('are reported on the day on which they were, not before they were closed and not in the future (R13)', async () => {
  await load('orders', csv([ORDER]));
  const [order] = await rows('SELECT id FROM work_order');
  const report = (issuedOn: string) =>
    theStage().run(
      'issueFeedbackReport',
      {
        title: '四月反馈',
        text: '已完成',
        recipients: ['DISTRICT_GOVERNMENT'],
        workOrderIds: [order?.['id']],
        issuedOn,
      },
      people.dispatcher,
      'feedbackReport { number issuedOn recordedLate }',
    );
  for (const [day, words] of [
    ['2026-04-22', 'input.issuedOn：2026-04-22 早于所反馈派单的办结日期 2026-04-23'],
    ['2027-01-12', 'input.issuedOn：2027-01-12 晚于今天'],
  ] as const) {
    expect((await report(day)).errors[0]).toMatchObject({ message: expect.stringContaining(words) });
  }
  expect(await count('feedback_report')).toEqual([0]);
  expect((await report('2026-04-30')).payload?.['feedbackReport']).toEqual({
    number: 'DAYU-F-2026-0001',
    issuedOn: '2026-04-30',
    recordedLate: true,
  });
  const query = '{ dayu { workOrders { nodes { reportedAt } } } }';
  const { data } = await theStage().dayu.ask(query, {}, { as: people.leader });
  expect(data).toEqual({ dayu: { workOrders: { nodes: [{ reportedAt: '2026-04-29T16:00:00.000Z' }] } } });
  await checkCadence(
    theStage().dayu.runtime.manager,
    theStage().clock.now(),
    profile,
    judgedSince('2026-01-01'),
  );
  expect(
    await rows("SELECT period, verdict, late FROM judgement WHERE rule = 'R13' AND period = '2026-04'"),
  ).toEqual([{ period: '2026-04', verdict: 'KEPT', late: true }]);
});
