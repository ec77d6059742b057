import { chinese, fieldsOf } from '../../test-support/violations';
import { r03, type ClosingJointMeeting } from './r03-mutual-reporting';

const MEETING: ClosingJointMeeting = {
  memberUnits: [
    { id: '1', name: '大峪派出所' },
    { id: '2', name: '大峪工商所' },
  ],
  reports: ['1'],
  absences: ['2'],
  notices: [{ content: '三季度任务已完成', requirements: '按月报送进度' }],
};

test.each<[string, Partial<ClosingJointMeeting>]>([
  ['a report of one, a recorded absence of the other', {}],
  ['reports of both', { reports: ['2', '1'], absences: [] }],
  ['absences of both', { reports: [], absences: ['1', '2'] }],
  ['a written report of a unit that was absent', { reports: ['1', '2'] }],
  ['a notice with suggestions', { notices: [{ content: '已完成', suggestions: '共享车位' }] }],
  [
    'a second notice with them',
    { notices: [{ content: '已完成' }, { content: '绿化', requirements: '报送' }] },
  ],
])('kept by %s', (_, change) => {
  expect(r03.check({ ...MEETING, ...change })).toEqual([]);
});

test.each<[string, Partial<ClosingJointMeeting>, string[], string]>([
  ['a unit with neither', { absences: [] }, ['reports'], '没有记录缺席：大峪工商所。'],
  ['no unit with either', { reports: [], absences: [] }, ['reports'], '大峪派出所、大峪工商所'],
  ['the report of a stranger', { reports: ['1', '3'], absences: ['4'] }, ['reports'], '大峪工商所'],
  ['no unit at all', { memberUnits: [], reports: [], absences: [] }, ['reports'], '没有在任的成员单位'],
  ['no notice', { notices: [] }, ['notices'], '尚未向成员单位通报'],
  ['a notice without content', { notices: [{ content: ' ', requirements: '报送' }] }, ['notices'], '尚未'],
  [
    'a notice without requests',
    { notices: [{ content: '已完成' }] },
    ['notices'],
    '没有对成员单位提出要求或建议',
  ],
  [
    'a notice with blank ones',
    { notices: [{ content: '已完成', requirements: '', suggestions: null }] },
    ['notices'],
    '要求或建议',
  ],
  [
    'content in one, requests in another',
    { notices: [{ content: '已完成' }, { requirements: '报送' }] },
    ['notices'],
    '要求或建议',
  ],
  ['both at once', { reports: [], absences: [], notices: [] }, ['reports', 'notices'], '大峪派出所'],
])('broken by %s', (_, change, fields, text) => {
  const violations = r03.check({ ...MEETING, ...change });
  expect(fieldsOf(r03, violations)).toEqual(fields);
  expect(chinese(violations)).toContain(text);
});
