import { workCalendarOf } from '../time/work-calendar';
import { chinese, english, fieldsOf } from '../../test-support/violations';
import { r24, visitDaysAsked, type CountedVisit, type WeekOfVisits } from './r24-community-visits';

const today = '2026-11-18';
const plan = { day: '2026-11-18', people: ['张三'], route: '一区至三区', actions: '查消防通道' };

test('a plan with time, people, route and actions keeps it', () => {
  expect(r24.check({ plan, today })).toEqual([]);
});

test.each([
  ['no day', { day: undefined }, ['day']],
  ['a day that is none', { day: '2026-11-31' }, ['day']],
  ['no person', { people: [] }, ['people']],
  ['a person without a name', { people: [' '] }, ['people']],
  ['no route', { route: '' }, ['route']],
  ['no actions', { actions: null }, ['actions']],
  ['nothing', { day: null, people: [], route: null, actions: null }, ['day', 'people', 'route', 'actions']],
])('a plan with %s breaks it', (_, change, fields) => {
  expect(fieldsOf(r24, r24.check({ plan: { ...plan, ...change }, today }))).toEqual(fields);
});

test('a day that is over breaks it: what is written down afterwards was not fixed beforehand', () => {
  const violations = r24.check({ plan, today: '2026-11-19' });
  expect(fieldsOf(r24, violations)).toEqual(['day']);
  expect(chinese(violations)).toBe(
    '进社区的时间须事先确定，而 2026-11-18 已过（今天是 2026-11-19）。请安排今天或以后的日期。',
  );
  expect(english(violations)).toContain(
    '2026-11-18 is in the past (today is 2026-11-19). Choose today or later.',
  );
});

const visit = {
  centerCode: 'HEALTH',
  communityCode: '110109001001',
  day: '2026-11-18',
  staffSubject: '张三',
  form: 'INSPECTION',
  record: '巡查三处',
  sentimentLogs: ['居民反映停车难'],
};

test.each(['INSPECTION', 'CALL', 'TALK'])('a visit of the form %s keeps it', (form) => {
  expect(r24.check({ visit: { ...visit, form } })).toEqual([]);
});

test.each([
  ['another form', { form: 'PHONE' }, ['form']],
  ['visit record is missing', { record: undefined }, ['record']],
  ['sentiment log is missing', { sentimentLogs: [] }, ['sentimentLogs']],
  ['a blank sentiment log', { sentimentLogs: ['居民反映停车难', ' '] }, ['sentimentLogs']],
  ['a sentiment log of nothing', { sentimentLogs: [null] }, ['sentimentLogs']],
  ['neither', { form: '', record: null, sentimentLogs: [] }, ['form', 'record', 'sentimentLogs']],
])('a visit with %s breaks it', (_, change, fields) => {
  expect(fieldsOf(r24, r24.check({ visit: { ...visit, ...change } }))).toEqual(fields);
});

const PLANNED = {
  centerCode: 'HEALTH',
  communityCodes: ['110109001001', '110109001002'],
  day: '2026-11-18',
  people: ['李四', '张三'],
};

test.each([
  ['of its plan', PLANNED],
  ['of no plan', null],
])('a visit %s keeps it', (_, cited) => {
  expect(r24.check({ visit: { ...visit, plan: cited } })).toEqual([]);
});

test.each([
  ['of another center', { centerCode: 'CIVIL_AFFAIRS' }, '中心（街道健康服务中心）'],
  ['on another day', { day: '2026-11-17' }, '时间（2026-11-18）'],
  ['by another', { staffSubject: '王五' }, '人员'],
  ['elsewhere', { communityCode: '110109001003' }, '社区'],
  ['elsewhere by another', { communityCode: '110109001003', staffSubject: '王五' }, '人员、社区'],
])('a visit %s is not the one of its plan', (_, change, parts) => {
  const violations = r24.check({ visit: { ...visit, ...change, plan: PLANNED } });
  expect(fieldsOf(r24, violations)).toEqual(['planId']);
  expect(chinese(violations)).toBe(
    `走访与所引用的计划不符：${parts}。请引用相应的计划；没有计划的，不填 planId。`,
  );
  expect(english(violations)).toContain('The visit does not match the cited plan: ');
});

const on = (day: string, change: Partial<CountedVisit> = {}): CountedVisit => ({
  day,
  form: 'CALL',
  hasRecord: true,
  hasSentimentLog: true,
  planned: true,
  ...change,
});
const WEEK: WeekOfVisits = {
  week: '2026-W53',
  today: '2027-01-04',
  subject: '张三',
  visits: [on('2026-12-28'), on('2027-01-01'), on('2027-01-03')],
};

test.each<[string, Partial<WeekOfVisits>]>([
  ['three days across the new year, Sunday included', {}],
  ['four days', { visits: [...WEEK.visits, on('2026-12-30')] }],
  ['a week that is not over', { today: '2027-01-03', visits: [] }],
  ['two days where the street asks for two', { daysPerWeek: 2, visits: WEEK.visits.slice(1) }],
  [
    'a day with one good visit among others',
    { visits: [...WEEK.visits, on('2026-12-28', { planned: false })] },
  ],
  [
    'a plan stated afterwards where the street takes it',
    {
      takesStatedPlans: true,
      visits: [...WEEK.visits.slice(1), on('2026-12-28', { statedAfterwards: true })],
    },
  ],
])('a week keeps it by %s', (_, change) => {
  expect(r24.check({ ...WEEK, ...change })).toEqual([]);
});

test.each<[string, Partial<WeekOfVisits>, string, string]>([
  ['no visit', { visits: [] }, '进社区0天', ''],
  ['two days', { visits: WEEK.visits.slice(1) }, '进社区2天，每名工作人员应不少于3天', ''],
  ['three visits on two days', { visits: [...WEEK.visits.slice(1), on('2027-01-01')] }, '进社区2天', ''],
  ['a Sunday before and a Monday after', { visits: [on('2026-12-27'), on('2027-01-04')] }, '进社区0天', ''],
  ['three days where the street asks for five', { daysPerWeek: 5 }, '不少于5天', ''],
  ['a center with two days', { unit: 'CENTER', visits: WEEK.visits.slice(1) }, '每个中心应不少于3天', ''],
  ...(
    [
      ['visit record is missing', { hasRecord: false }],
      ['sentiment log is missing', { hasSentimentLog: false }],
      ['no plan', { planned: false }],
      ['another form', { form: 'PHONE' }],
      ['a plan stated afterwards', { statedAfterwards: true }],
    ] as const
  ).map(([what, change]): [string, Partial<WeekOfVisits>, string, string] => [
    `a day with ${what}`,
    { visits: [...WEEK.visits.slice(1), on('2026-12-28', change)] },
    '进社区2天',
    '未计入：2026-12-28',
  ]),
])('a week breaks it by %s', (_, change, text, notCounted) => {
  const violations = r24.check({ ...WEEK, ...change });
  expect(fieldsOf(r24, violations)).toEqual(['visits']);
  expect(chinese(violations)).toContain(text);
  expect(chinese(violations)).toContain(notCounted);
  expect(english(violations)).toContain('张三');
});

test('a day that does not count since its plan was stated afterwards is named', () => {
  const visits = [on('2026-12-28', { statedAfterwards: true }), on('2026-12-29', { planned: false })];
  const said = r24.check({ ...WEEK, visits });
  expect(chinese(said)).toContain('其中 2026-12-28 的计划是事后补充说明的');
  expect(english(said)).toContain(
    'Plans were stated afterwards, which this street does not count: 2026-12-28.',
  );
  expect(chinese(r24.check({ ...WEEK, visits: visits.slice(1) }))).not.toContain('事后');
});

test.each([0, -1, 8, 2.5, Number.NaN])('%d is not a number of days per week', (daysPerWeek) => {
  const [violation, ...others] = r24.check({ ...WEEK, daysPerWeek });
  expect([violation?.field, others]).toEqual(['daysPerWeek', []]);
});

test('what is not a week is said', () => {
  expect(fieldsOf(r24, r24.check({ ...WEEK, week: '2026-12' }))).toEqual(['week']);
});

describe('a week with two working days', () => {
  const calendar = workCalendarOf(['2026-12-28', '2026-12-29', '2027-01-01'].map((day) => [day, 'HOLIDAY']));
  const week = { ...WEEK, calendar, visits: WEEK.visits.slice(1) };

  test('asks for two, as it is read by default', () => {
    expect(r24.check(week)).toEqual([]);
    const said = r24.check({ ...week, visits: week.visits.slice(1) });
    expect(chinese(said)).toContain('应不少于2天（该周的工作日数）');
    expect(english(said)).toContain('the working days of that week');
  });

  test('asks for three where the street reads it so', () => {
    expect(fieldsOf(r24, r24.check({ ...week, shortWeeks: 'ALL_DAYS' }))).toEqual(['visits']);
  });

  test('is judged by Monday to Friday in a year without holidays, and says so', () => {
    const said = r24.check({ ...week, calendar: workCalendarOf([]) });
    expect(chinese(said)).toContain('应不少于3天（区里没有2026年的节假日安排，按周一至周五为工作日计）');
  });
});

describe('days on leave or outside the post', () => {
  const absentDays = ['2026-11-16', '2026-11-17', '2026-11-18'];
  const calendar = workCalendarOf([]);
  const week = { week: '2026-W47', absentDays };

  test('ask for no visits: what is left of the working days is asked for', () => {
    expect(visitDaysAsked({ ...week, calendar })).toBe(2);
    expect(visitDaysAsked({ ...week, calendar, absentDays: absentDays.slice(1) })).toBe(3);
    const whole = [...absentDays, '2026-11-19', '2026-11-20'];
    expect(visitDaysAsked({ ...week, calendar, absentDays: whole })).toBe(0);
  });

  test('leave the weekend where the street counts all days', () => {
    expect(visitDaysAsked({ ...week, calendar, shortWeeks: 'ALL_DAYS' })).toBe(3);
    const most = [...absentDays, '2026-11-19', '2026-11-20'];
    expect(visitDaysAsked({ ...week, shortWeeks: 'ALL_DAYS', absentDays: most })).toBe(2);
    expect(visitDaysAsked({ ...week, absentDays: [] })).toBe(3);
  });

  test('are said in the finding', () => {
    const said = r24.check({
      week: '2026-W47',
      today: '2026-11-23',
      subject: '王敏',
      absentDays,
      calendar,
      visits: [],
    });
    expect(chinese(said)).toContain('应不少于2天（该周在岗的天数');
    expect(english(said)).toContain('the days of that week in the post and not on leave');
  });
});
