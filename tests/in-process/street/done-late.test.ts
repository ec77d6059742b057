import { checkCadence } from '../../../packages/street/src/cadence/sweep';
import { profile } from '../../../subgraphs/dayu/src';
import { dispatchStage, people, type DispatchStage } from '../../support/dispatch';
import { judgedSince } from '../../support/judged';

/** The day it happened counts: done in time is kept, done after the day is broken, and says on which day it was done. */
let stage: DispatchStage;
beforeEach(async () => {
  stage = await dispatchStage();
});
afterEach(() => stage.dayu.close());

const judged = async (rule: string, period: string, onDay: string, since = '2026-01-01') => {
  const { manager } = stage.dayu.runtime;
  await checkCadence(manager, new Date(`${onDay}T01:00:00Z`), profile, judgedSince(since));
  const [row] = await stage.dayu.store.query(
    `SELECT verdict, late, reason FROM judgement WHERE rule = '${rule}' AND period = '${period}' AND subject = 'DAYU'`,
  );
  return row;
};
const KEPT = { verdict: 'KEPT', late: false, reason: null };
const RECORDED_LATE = { ...KEPT, late: true };
const broken = (reason: string) => ({
  verdict: 'BROKEN',
  late: false,
  reason: expect.stringContaining(reason),
});
const doneLate = (dueOn: string, day: string) => broken(`应于 ${dueOn} 前（含当日）完成，到 ${day} 才完成`);
/** A row with the time at which it was recorded. */
const record = (table: string, day: string, values: object) =>
  stage.add(table, { created_at: `${day}T10:00:00+08:00`, updated_at: `${day}T10:00:00+08:00`, ...values });

let sequence = 0;
const retreat = (heldOn: string, recordedOn = heldOn) => {
  sequence += 1;
  const time = `${recordedOn}T10:00:00+08:00`;
  return record('meeting', recordedOn, {
    kind: 'ANNUAL_RETREAT',
    state: 'CLOSED',
    title: '年度务虚会',
    number: `务虚${sequence}`,
    year: 2027,
    sequence,
    scheduled_at: time,
    opened_at: time,
    closed_at: time,
    held_on: heldOn,
    convener_role: 'DISPATCHER',
    convener: 'dispatcher',
  });
};

test('“年初” is the first quarter: a retreat is missed on 1 April (R19)', async () => {
  expect(await judged('R19', '2027', '2027-03-31', '2027-01-01')).toMatchObject({ verdict: null });
  expect(await judged('R19', '2027', '2027-04-01', '2027-01-01')).toEqual(broken('没有召开年度务虚会'));
  // One of the year before does not do.
  await retreat('2026-12-31');
  expect(await judged('R19', '2027', '2027-04-01', '2027-01-01')).toEqual(broken('没有召开年度务虚会'));
});

test.each([
  ['2027-03-31', '2027-03-31', KEPT],
  ['2027-03-31', '2027-04-01', RECORDED_LATE],
  ['2027-04-01', '2027-04-01', doneLate('2027-03-31', '2027-04-01')],
  ['2028-01-05', '2028-01-05', broken('没有召开年度务虚会')],
])(
  'a retreat of %s that was recorded on %s is judged by its day (R19)',
  async (heldOn, recordedOn, expected) => {
    await retreat(heldOn, recordedOn);
    expect(await judged('R19', '2027', '2028-01-10', '2027-01-01')).toEqual(expected);
  },
);

const BODY = 'ENLARGED_WORKING_COMMITTEE';
const member = (unit: string, appointed: string, ended: string | null = null) =>
  record('body_member', appointed, {
    body_code: BODY,
    body_kind: BODY,
    state: ended === null ? 'APPOINTED' : 'ENDED',
    person_name: unit,
    unit,
    category: 'RESIDENT_UNIT',
    position: 'MEMBER',
    offices: [],
    document_number: '京门任〔2026〕1号',
    approval_id: '019a0000-0000-7000-8000-000000000001',
    appointed_at: `${appointed}T10:00:00+08:00`,
    ended_at: ended === null ? null : `${ended}T10:00:00+08:00`,
    end_document_number: ended === null ? null : '京门任〔2027〕2号',
  });
const notice = (issuedOn: string, addressees: readonly string[], recordedOn = issuedOn) =>
  record('annual_notice', recordedOn, {
    year: 2027,
    title: '一年',
    content: '情况',
    addressees,
    issued_on: issuedOn,
  });

test.each([
  ['appointed in the year after', '2028-01-01', null, KEPT],
  ['appointed on the last day of the year', '2027-12-31', null, broken('没有发至：医院')],
  ['who left in the year', '2026-05-01', '2027-01-01', broken('没有发至：医院')],
  ['who left before the year', '2026-05-01', '2026-12-31', KEPT],
])('a member %s is to be told if in office in that year (R04)', async (_, appointed, ended, expected) => {
  await member('学校', '2026-05-01');
  await member('医院', appointed, ended);
  await notice('2027-12-20', ['学校']);
  expect(await judged('R04', '2027', '2028-02-01', '2027-01-01')).toEqual(expected);
});

test.each([
  ['2027-12-31', '2027-12-31', KEPT],
  ['2027-12-31', '2028-01-03', RECORDED_LATE],
  ['2028-01-03', '2028-01-03', doneLate('2027-12-31', '2028-01-03')],
])(
  'a notice of %s that was recorded on %s is judged by its day (R04)',
  async (issuedOn, recordedOn, expected) => {
    await member('学校', '2026-05-01');
    await member('医院', '2026-05-01');
    await notice('2027-12-20', ['学校']);
    await notice(issuedOn, ['医院'], recordedOn);
    expect(await judged('R04', '2027', '2028-02-01', '2027-01-01')).toEqual(expected);
  },
);

test.each([
  ['2027-12-31', KEPT],
  ['2028-01-03', doneLate('2027-12-31', '2028-01-03')],
  [undefined, broken('没有报送“两代表一委员”作用报告')],
])('a report on deputies of %s is judged by its day (R16)', async (issuedOn, expected) => {
  const recipients = ['PEOPLES_CONGRESS', 'CPPCC', 'ORGANIZATION_DEPARTMENT'];
  const report = { year: 2027, title: '作用报告', content: '走访选区', recipients };
  if (issuedOn !== undefined) await record('deputy_report', issuedOn, { ...report, issued_on: issuedOn });
  expect(await judged('R16', '2027', '2028-02-01', '2027-01-01')).toEqual(expected);
});

test('an activity that no report on deputies cites breaks its year until a supplement cites it (R16)', async () => {
  const all = { recipients: ['PEOPLES_CONGRESS', 'CPPCC', 'ORGANIZATION_DEPARTMENT'], content: '走访选区' };
  const report = { year: 2027, title: '作用报告', issued_on: '2027-12-01', ...all };
  const first = await record('deputy_report', '2027-12-01', report);
  const activity = (day: string, recordedOn: string, more: object = {}) =>
    record('deputy_activity', recordedOn, {
      person_name: '代表甲',
      capacity: '人大代表',
      day,
      activity: '走访',
      ...more,
    });
  const cite = (report_id: string, activity_id: string) =>
    record('deputy_report_activity', '2028-02-01', { report_id, activity_id });
  await cite(first, await activity('2027-06-01', '2027-06-01'));
  // Neither those of other years, nor what the sample made up.
  await activity('2028-01-01', '2028-01-01');
  await activity('2027-07-01', '2027-07-01', { sample: true });
  const judgedOn = (day: string) => judged('R16', '2027', day, '2027-01-01');
  expect(await judgedOn('2028-01-10')).toEqual(KEPT);
  const late = await activity('2027-12-31', '2028-01-11');
  expect(await judgedOn('2028-01-12')).toEqual(broken('2027 年登记的 1 项活动没有报告引用'));
  const [finding] = await stage.dayu.store.query(`SELECT state FROM rule_finding WHERE rule = 'R16'`);
  expect(finding).toEqual({ state: 'OPEN' });
  const supplement = { ...report, title: '补充报告', issued_on: '2028-02-01', supplements_id: first };
  await cite(await record('deputy_report', '2028-02-01', supplement), late);
  expect(await judgedOn('2028-02-02')).toEqual(KEPT);
});

test.each([
  ['2026-03-31T15:59:59Z', undefined, KEPT],
  ['2026-03-31T16:00:00Z', undefined, doneLate('2026-03-31', '2026-04-01')],
  ['2026-03-31T16:00:00Z', '2026-03-31', RECORDED_LATE],
])(
  'an order that was closed in March is reported by its end, not at %s or later, unless that records %s (R13)',
  async (instant, issuedOn, expected) => {
    const { id } = await stage.orderIn('CLOSED');
    stage.setTime(instant);
    await stage.must(
      'issueFeedbackReport',
      {
        title: '办理情况',
        text: '已办结',
        recipients: ['DISTRICT_GOVERNMENT'],
        workOrderIds: [id],
        ...(issuedOn !== undefined && { issuedOn }),
      },
      people.dispatcher,
      'feedbackReport { id }',
    );
    expect(await judged('R13', '2026-03', '2026-04-10')).toEqual(expected);
    // The month of the report is not told of orders closed in another.
    expect(await judged('R13', '2026-04', '2026-05-10')).toMatchObject({ verdict: 'NOT_JUDGED' });
  },
);

test('a month is broken by one of its orders that was reported later, though another was in time (R13)', async () => {
  const report = (workOrderIds: readonly unknown[]) =>
    stage.must(
      'issueFeedbackReport',
      { title: '办理情况', text: '已办结', recipients: ['DISTRICT_GOVERNMENT'], workOrderIds },
      people.dispatcher,
      'feedbackReport { id }',
    );
  const [early, late] = [await stage.orderIn('CLOSED'), await stage.orderIn('CLOSED')];
  await report([early.id]);
  expect(await judged('R13', '2026-03', '2026-04-10')).toEqual(broken('没有列入任何反馈'));
  stage.setTime('2026-04-09T16:00:00Z');
  await report([late.id]);
  expect(await judged('R13', '2026-03', '2026-04-11')).toEqual(doneLate('2026-03-31', '2026-04-10'));
});
