import { fieldsOf } from '../../test-support/violations';
import { r16, type DeputyReportFacts } from './r16-deputies-and-committee-members';

const REPORT: DeputyReportFacts = {
  content: '走访选区，收集意见',
  recipients: ['PEOPLES_CONGRESS', 'CPPCC', 'ORGANIZATION_DEPARTMENT'],
  onRecord: ['a', 'b'],
  cited: ['a', 'b'],
};

test('kept by a report to all three that cites what is on record', () => {
  expect(r16.check(REPORT)).toEqual([]);
  expect(r16.check({ ...REPORT, onRecord: [], cited: [] })).toEqual([]);
});

test.each<[string, Partial<DeputyReportFacts>, string[]]>([
  ['no content', { content: ' ' }, ['content']],
  ['content without words', { content: '1.' }, ['content']],
  ['a recipient left out', { recipients: ['PEOPLES_CONGRESS', 'CPPCC'] }, ['recipients']],
  ['an activity left out', { cited: ['b'] }, ['activities']],
  ['nothing at all', { content: null, recipients: [], cited: [] }, ['content', 'recipients', 'activities']],
])('broken by %s', (_, change, fields) => {
  expect(fieldsOf(r16, r16.check({ ...REPORT, ...change }))).toEqual(fields);
});

test.each<[string, string, number, number, string[]]>([
  ['kept by a report on the year', '2027-01-01', 1, 0, []],
  ['not looked at before the year ends', '2026-12-31', 0, 2, []],
  ['broken by a year without a report', '2027-01-01', 0, 0, ['deputyReports']],
  ['broken by activities that no report cites', '2027-01-01', 1, 2, ['activities']],
  ['broken once by a year without a report that has activities', '2027-01-01', 0, 2, ['deputyReports']],
])('%s', (_, today, reports, uncited, fields) => {
  const deputyReports = Array.from({ length: reports });
  expect(fieldsOf(r16, r16.check({ year: '2026', today, deputyReports, uncited }))).toEqual(fields);
});
