import { chinese, english, fieldsOf } from '../../test-support/violations';
import { r24, type CountedVisit, type WeekOfVisits } from './r24-community-visits';

const plan = { day: '2026-11-18', people: ['张三'], route: '一区至三区', actions: '查消防通道' };

test('a plan with time, people, route and actions keeps it', () => {
  expect(r24.check({ plan })).toEqual([]);
});

test.each([
  ['no day', { day: undefined }, ['plan.day']],
  ['a day that is none', { day: '2026-11-31' }, ['plan.day']],
  ['nobody', { people: [] }, ['plan.people']],
  ['a person without a name', { people: [' '] }, ['plan.people']],
  ['no route', { route: '' }, ['plan.route']],
  ['no actions', { actions: null }, ['plan.actions']],
  [
    'nothing',
    { day: null, people: [], route: null, actions: null },
    ['plan.day', 'plan.people', 'plan.route', 'plan.actions'],
  ],
])('a plan with %s breaks it', (_, change, fields) => {
  expect(fieldsOf(r24, r24.check({ plan: { ...plan, ...change } }))).toEqual(fields);
});

const visit = { form: 'INSPECTION', record: '巡查三处', sentimentLog: '居民反映停车难' };

test.each(['INSPECTION', 'CALL', 'TALK'])('a visit of the form %s keeps it', (form) => {
  expect(r24.check({ visit: { ...visit, form } })).toEqual([]);
});

test.each([
  ['another form', { form: 'PHONE' }, ['visit.form']],
  ['no record', { record: undefined }, ['visit.record']],
  ['no sentiment log', { sentimentLog: ' ' }, ['visit.sentimentLog']],
  [
    'neither',
    { form: '', record: null, sentimentLog: null },
    ['visit.form', 'visit.record', 'visit.sentimentLog'],
  ],
])('a visit with %s breaks it', (_, change, fields) => {
  expect(fieldsOf(r24, r24.check({ visit: { ...visit, ...change } }))).toEqual(fields);
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
      ['no record', { hasRecord: false }],
      ['no sentiment log', { hasSentimentLog: false }],
      ['no plan', { planned: false }],
      ['another form', { form: 'PHONE' }],
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

test.each([0, -1, 8, 2.5, Number.NaN])('%d is not a number of days per week', (daysPerWeek) => {
  const [violation, ...others] = r24.check({ ...WEEK, daysPerWeek });
  expect([violation?.field, others]).toEqual(['daysPerWeek', []]);
});

test('what is not a week is said', () => {
  expect(fieldsOf(r24, r24.check({ ...WEEK, week: '2026-12' }))).toEqual(['week']);
});
