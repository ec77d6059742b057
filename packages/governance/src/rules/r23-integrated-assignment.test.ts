import { english, fieldsOf } from '../../test-support/violations';
import { r23, type BatchIssue } from './r23-integrated-assignment';

const issuedAt = new Date('2026-11-16T09:00:00Z');
const meetingClosedAt = new Date('2026-11-16T08:00:00Z');
const task = (item: string, communityCode: string, closedAt: Date | null = meetingClosedAt) => ({
  item,
  communityCode,
  meeting: { id: 'M', number: '例〔2026〕46', closedAt },
});
const BATCH = { meetingId: 'M', issuedAt };

test.each<[string, Partial<BatchIssue>]>([
  ['a batch of one', { assignments: [task('1', 'A')] }],
  ['an item for two communities', { assignments: [task('1', 'A'), task('1', 'B')] }],
  ['two items for one community', { assignments: [task('1', 'A'), task('2', 'A')] }],
  ['a batch with no other before it', { assignments: [task('1', 'A')], earlierBatch: null }],
  ['an item of an earlier week', { assignments: [task('1', 'A', new Date('2026-11-09T08:00:00Z'))] }],
])('kept by %s', (_, batch) => {
  expect(r23.check({ ...BATCH, assignments: [], ...batch })).toEqual([]);
});

test.each<[string, Partial<BatchIssue>, string[], string]>([
  ['no batch', {}, ['assignments'], 'not part of a batch'],
  ['an empty batch', { assignments: [] }, ['assignments'], 'not part of a batch'],
  ['a meeting not closed', { assignments: [task('1', 'A', null)] }, ['assignments'], 'item 1 was closed'],
  [
    'a batch at the instant of closing',
    { assignments: [task('1', 'A', issuedAt)] },
    ['assignments'],
    'before',
  ],
  [
    'a batch before the meeting closed, said once per item',
    { issuedAt: meetingClosedAt, assignments: [task('1', 'A'), task('1', 'B'), task('2', 'A')] },
    ['assignments', 'assignments'],
    'item 2 was closed',
  ],
  [
    'a task twice',
    { assignments: [1, 2].map(() => ({ ...task('1', 'A'), communityName: '葡东社区' })) },
    ['assignments'],
    '1 → 葡东社区 is listed more than once',
  ],
  [
    'a second batch of the same meeting',
    { assignments: [task('1', 'A')], earlierBatch: '批〔2026〕4' },
    ['meetingId'],
    'issued in batch 批〔2026〕4',
  ],
  [
    'an item that no meeting passed',
    { assignments: [{ ...task('1', 'A'), meeting: null }] },
    ['assignments'],
    'item 1 was closed',
  ],
  [
    'an item of another meeting, the second',
    {
      assignments: [
        task('1', 'A'),
        { ...task('2', 'A'), meeting: { id: 'N', number: '例〔2026〕45', closedAt: meetingClosedAt } },
      ],
    },
    ['assignments.1.weeklyItemId'],
    'Task 2: the cited item belongs to another weekly meeting (例〔2026〕45). A batch holds items of one meeting only',
  ],
])('broken by %s', (_, batch, fields, text) => {
  const violations = r23.check({ ...BATCH, assignments: [], ...batch });
  expect(fieldsOf(r23, violations)).toEqual(fields);
  expect(english(violations)).toContain(text);
});
