import { chinese, english, fieldsOf } from '../../test-support/violations';
import { centerName } from '../vocabulary/center-type';
import { r18, type ConsultationRecord, type MonthOfConsultations } from './r18-monthly-consultation';

const RECORD: ConsultationRecord = {
  consultedOn: '2026-11-18',
  participants: ['王敏'],
  matters: '社区矫正',
  today: '2026-11-18',
  link: { since: '2026-01-01', until: null },
};
const held = (...days: string[]) => days.map((consultedOn) => ({ consultedOn }));
const MONTH: MonthOfConsultations = {
  month: '2026-11',
  today: '2026-12-01',
  center: centerName('PUBLIC_SECURITY'),
  department: { zh: '区司法局', en: '区司法局' },
  since: '2026-01-01',
  until: null,
  consultations: [],
};

test('a record with day, participants and matters keeps it', () => {
  expect(r18.check(RECORD)).toEqual([]);
  expect(r18.check({ ...RECORD, consultedOn: '2026-01-01' })).toEqual([]);
  const ended = { since: '2026-01-01', until: '2026-11-18' };
  expect(r18.check({ ...RECORD, link: ended })).toEqual([]);
});

test.each<[string, Partial<ConsultationRecord>, string[]]>([
  ['no day', { consultedOn: null }, ['consultedOn']],
  ['a day that is none', { consultedOn: '2026-02-30' }, ['consultedOn']],
  ['a day to come', { consultedOn: '2026-11-19' }, ['consultedOn']],
  ['a day before the link', { consultedOn: '2025-12-31' }, ['consultedOn']],
  ['a day after the link', { link: { since: '2026-01-01', until: '2026-11-17' } }, ['consultedOn']],
  ['no participants', { participants: [] }, ['participants']],
  ['empty participants', { participants: [' '] }, ['participants']],
  ['no matters', { matters: ' ' }, ['matters']],
  ['matters without words', { matters: '……' }, ['matters']],
  [
    'nothing',
    { consultedOn: null, participants: [], matters: null },
    ['consultedOn', 'participants', 'matters'],
  ],
])('a record breaks it by %s', (_, change, fields) => {
  expect(fieldsOf(r18, r18.check({ ...RECORD, ...change }))).toEqual(fields);
});

test.each<[string, Partial<MonthOfConsultations>]>([
  ['a consultation on its first day', { consultations: held('2026-11-01') }],
  ['a consultation on its last day', { consultations: held('2026-11-30') }],
  ['two consultations', { consultations: held('2026-11-03', '2026-11-20') }],
  ['a month that lasts', { today: '2026-11-30' }],
  ['a link that began within it', { since: '2026-11-02' }],
  ['a link that ended within it', { until: '2026-11-29' }],
  ['a link that ended before it', { until: '2026-06-30' }],
])('a month is kept by %s', (_, change) => {
  expect(r18.check({ ...MONTH, ...change })).toEqual([]);
});

test.each<[string, Partial<MonthOfConsultations>]>([
  ['no consultation, the day after', {}],
  ['consultations of the months around', { consultations: held('2026-10-31', '2026-12-01') }],
  ['a link from its first day on', { since: '2026-11-01' }],
  ['a link up to its last day', { until: '2026-11-30' }],
  ['the last month of a year', { month: '2026-12', today: '2027-01-01' }],
  ['the month of the spring festival', { month: '2026-02', today: '2026-03-01' }],
])('a month is broken by %s', (_, change) => {
  const found = r18.check({ ...MONTH, ...change });
  expect(fieldsOf(r18, found)).toEqual(['consultations']);
  expect(chinese(found)).toContain('街道综治维稳中心没有与区司法局会商');
  expect(english(found)).toContain('Stability Center did not consult with 区司法局');
});

test('another period than a month is said to be none', () => {
  expect(fieldsOf(r18, r18.check({ ...MONTH, month: '2026-Q4' }))).toEqual(['month']);
});
