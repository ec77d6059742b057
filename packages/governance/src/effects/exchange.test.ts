import { actAs } from '../../test-support/act';
import { recordedAttendance, recordedMemberReport } from './exchange';

const clerk = actAs('COMMITTEE_CLERK');
const ABSENT = { unit: '大峪派出所', attendance: 'ABSENT', reason: '因公请假' } as const;
const REPORT = { meetingId: 'm', unit: '大峪派出所', content: '完成' };

test('an absence has a reason, and is none of a unit that has reported', () => {
  const record = (change: object, hasReported = false) =>
    recordedAttendance(clerk, { ...ABSENT, ...change }, { hasReported, path: 'records.0.' });
  expect(record({})).toEqual(ABSENT);
  expect(() => record({ reason: null })).toThrow('input.records.0.reason: 缺席须写明原因');
  expect(() => record({}, true)).toThrow('input.records.0.attendance: “大峪派出所”已在本次会议上汇报');
  expect(record({ attendance: 'PRESENT', reason: null }, true)).toMatchObject({ attendance: 'PRESENT' });
});

test('a unit reports unless it is recorded as absent', () => {
  expect(recordedMemberReport(clerk, REPORT, 'PRESENT')).toEqual(REPORT);
  expect(recordedMemberReport(clerk, REPORT, undefined)).toEqual(REPORT);
  expect(() => recordedMemberReport(clerk, REPORT, 'ABSENT')).toThrow(
    'input.unit: “大峪派出所”在本次会议上登记为缺席',
  );
});
