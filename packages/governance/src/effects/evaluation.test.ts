import { actAs } from '../../test-support/act';
import { DeputyReportRecipient } from '../vocabulary/evaluation';
import {
  answeredEntry,
  answeredSuggestion,
  draftedSuggestion,
  handedInReport,
  issuedDeputyReport,
  sentSuggestion,
  signedSuggestion,
} from './evaluation';

const clerk = actAs('COMMITTEE_CLERK');
const evidence = [{ kind: 'ATTENDANCE', id: 'a', concernsMember: true }] as const;
const draft = { evidence, text: '建议加强履职', isInOffice: true };
const departmentCode = 'JUSTICE';
const ACTIVITY = { id: 'a', day: '2026-11-01' };

test('a report is handed in up to today, and answered once', () => {
  const report = { year: 2026, handedInOn: '2026-11-18' };
  expect(handedInReport(clerk, report)).toEqual(report);
  expect(() => handedInReport(clerk, { ...report, handedInOn: '2026-11-19' })).toThrow('input.handedInOn');
  expect(() => handedInReport(clerk, { ...report, year: 2027 })).toThrow('input.year');
  expect(() => handedInReport(clerk, { ...report, handedInOn: '2025-12-31' })).toThrow('input.handedInOn');
  expect(handedInReport(clerk, { ...report, year: 2025 })).toMatchObject({ year: 2025 });
  const entry = { answer: null, version: 1 };
  expect(answeredEntry(clerk, entry, '已整改')).toEqual({ answer: '已整改', answeredAt: clerk.now });
  expect(() => answeredEntry(clerk, { ...entry, answer: '已阅' }, '再答')).toThrow('state');
});

test('a suggestion is drafted, signed, sent and answered, in this order', () => {
  const drafted = { ...draftedSuggestion(clerk, draft), version: 1 };
  const signed = { ...drafted, ...signedSuggestion(clerk, drafted, { evidence, signatory: '王书记' }) };
  const sent = { ...signed, ...sentSuggestion(clerk, signed, { departmentCode }) };
  expect(answeredSuggestion(clerk, sent, '已研究')).toEqual({
    state: 'ANSWERED',
    answer: '已研究',
    answeredAt: clerk.now,
  });
  expect(() => draftedSuggestion(clerk, { ...draft, evidence: [] })).toThrow('R15 evidence');
  expect(() => signedSuggestion(clerk, drafted, { evidence, signatory: null })).toThrow('R15 signatory');
  expect(() => sentSuggestion(clerk, drafted, { departmentCode })).toThrow('DRAFTED');
  expect(() => sentSuggestion(clerk, signed, { departmentCode: null })).toThrow('R15 handedOver');
  expect(sentSuggestion(clerk, signed, { departmentCode: null, handedOver: '机要送达' })).toEqual({
    state: 'SENT',
    sentAt: clerk.now,
    departmentCode: null,
    handedOver: '机要送达',
  });
  expect(() => answeredSuggestion(clerk, signed, '已研究')).toThrow('SIGNED');
});

test('the report on deputies goes to all three and cites the activities of the year', () => {
  const recipients = ['ORGANIZATION_DEPARTMENT', 'CPPCC', 'PEOPLES_CONGRESS'] as const;
  const report = {
    year: 2026,
    title: '报告',
    content: '走访',
    recipients,
    onRecord: [ACTIVITY],
    earlier: [],
  };
  expect(issuedDeputyReport(clerk, report)).toEqual({
    report: {
      year: 2026,
      title: '报告',
      content: '走访',
      recipients: ['PEOPLES_CONGRESS', 'CPPCC', 'ORGANIZATION_DEPARTMENT'],
      issuedOn: '2026-11-18',
      supplementsId: null,
    },
    activityIds: ['a'],
  });
  expect(() => issuedDeputyReport(clerk, { ...report, recipients: ['CPPCC'] })).toThrow('R16 recipients');
  expect(() => issuedDeputyReport(clerk, { ...report, year: 2027 })).toThrow('input.year');
  const on = (issuedOn: string) => issuedDeputyReport(clerk, { ...report, issuedOn }).report.issuedOn;
  expect(on('2026-11-13')).toBe('2026-11-13');
  expect(() => on('2026-11-19')).toThrow('input.issuedOn');
  expect(() => on('2025-12-31')).toThrow('input.issuedOn');
});

test('a supplement cites what was recorded since, on its day or after the first report', () => {
  const recipients = Object.values(DeputyReportRecipient);
  const earlier = [{ id: 'r', title: '首份', issuedOn: '2026-11-02', cited: ['a'] }];
  const onRecord = [ACTIVITY, { id: 'b', day: '2026-11-10' }];
  const supplement = { year: 2026, title: '补充', content: '视察', recipients, onRecord, earlier };
  const issue = (more: object) => issuedDeputyReport(clerk, { ...supplement, ...more });
  expect(issue({})).toMatchObject({ report: { supplementsId: 'r' }, activityIds: ['b'] });
  expect(() => issue({ onRecord: [ACTIVITY] })).toThrow('input.year: 2026 年已报送“首份”');
  expect(() => issue({ issuedOn: '2026-11-09' })).toThrow('input.year');
  expect(() => issue({ issuedOn: '2026-11-01' })).toThrow('input.issuedOn');
  expect(() => issue({ recipients: ['CPPCC'] })).toThrow('R16 recipients');
  // A first report tells of what has happened by its day.
  expect(issue({ earlier: [], issuedOn: '2026-11-09' })).toMatchObject({ activityIds: ['a'] });
});
