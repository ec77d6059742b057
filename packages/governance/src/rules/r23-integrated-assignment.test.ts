import { english, fieldsOf } from '../../test-support/violations';
import { r23, type BatchIssue } from './r23-integrated-assignment';

const issuedAt = new Date('2026-11-16T09:00:00Z');
const meetingClosedAt = new Date('2026-11-16T08:00:00Z');
const task = (item: string, community: string, closed: Date | null | undefined = meetingClosedAt) => ({
  item,
  community,
  meetingClosedAt: closed,
});

test.each<[string, BatchIssue['batch']]>([
  ['a batch of one', { issuedAt, tasks: [task('1', 'A')] }],
  ['an item for two communities', { issuedAt, tasks: [task('1', 'A'), task('1', 'B')] }],
  ['two items for one community', { issuedAt, tasks: [task('1', 'A'), task('2', 'A')] }],
  ['a batch with no other before it', { issuedAt, tasks: [task('1', 'A')], earlierBatch: null }],
  ['an item of an earlier week', { issuedAt, tasks: [task('1', 'A', new Date('2026-11-09T08:00:00Z'))] }],
])('kept by %s', (_, batch) => {
  expect(r23.check({ batch })).toEqual([]);
});

test.each<[string, BatchIssue['batch'], string[], string]>([
  ['no batch', undefined, ['batch'], 'no batch with tasks'],
  ['an empty batch', { issuedAt, tasks: [] }, ['batch'], 'no batch with tasks'],
  ['a meeting not closed', { issuedAt, tasks: [task('1', 'A', null)] }, ['batch.tasks'], 'item 1 closed'],
  [
    'a batch at the instant of closing',
    { issuedAt, tasks: [task('1', 'A', issuedAt)] },
    ['batch.tasks'],
    'before',
  ],
  [
    'a batch before the meeting closed, said once per item',
    { issuedAt: meetingClosedAt, tasks: [task('1', 'A'), task('1', 'B'), task('2', 'A')] },
    ['batch.tasks', 'batch.tasks'],
    'item 2 closed',
  ],
  [
    'a task twice',
    { issuedAt, tasks: [task('1', 'A'), task('1', 'A')] },
    ['batch.tasks'],
    '1 → A is there more than once',
  ],
  [
    'a second batch of the same meeting',
    { issuedAt, tasks: [task('1', 'A')], earlierBatch: '批〔2026〕4' },
    ['batch.earlierBatch'],
    'issued in batch 批〔2026〕4',
  ],
])('broken by %s', (_, batch, fields, text) => {
  const violations = r23.check({ batch });
  expect(fieldsOf(r23, violations)).toEqual(fields);
  expect(english(violations)).toContain(text);
});
