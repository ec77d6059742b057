import { fieldsOf } from '../../test-support/violations';
import { departmentReportDueFrom, r14, type YearOfAppraisal } from './r14-report-before-appraisal';

const YEAR: YearOfAppraisal = {
  year: '2026',
  appraisalDay: '2026-12-10',
  today: '2026-12-10',
  reports: [{ handedInOn: '2026-12-09' }],
};

test.each<[string, Partial<YearOfAppraisal>]>([
  ['a report of the day before', {}],
  [
    'a report before, and another after',
    { reports: [{ handedInOn: '2026-12-11' }, { handedInOn: '2026-11-01' }] },
  ],
  ['no report while the day is to come', { reports: [], today: '2026-12-09' }],
])('kept by %s', (_, change) => {
  expect(r14.check({ ...YEAR, ...change })).toEqual([]);
});

test.each<[string, Partial<YearOfAppraisal>]>([
  ['no report, from the day on', { reports: [] }],
  ['a report of the day itself', { reports: [{ handedInOn: '2026-12-10' }] }],
  ['a late report, a year later', { reports: [{ handedInOn: '2026-12-31' }], today: '2027-12-31' }],
])('broken by %s', (_, change) => {
  expect(fieldsOf(r14, r14.check({ ...YEAR, ...change }))).toEqual(['reports']);
});

test('the report is due from thirty days before', () => {
  expect(departmentReportDueFrom('2026-12-10')).toBe('2026-11-10');
  expect(departmentReportDueFrom('2026-01-10')).toBe('2025-12-11');
});
