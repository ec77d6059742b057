import { english, fieldsOf } from '../../test-support/violations';
import { r22, type CitedWeeklyItem, type CommunityTask } from './r22-passed-at-weekly-meeting';

const CLOSED_AT = new Date('2026-11-16T08:00:00Z');
const ITEM: CitedWeeklyItem = {
  street: 'DAYU',
  state: 'PASSED',
  meetingKind: 'WEEKLY',
  meetingState: 'CLOSED',
  meetingClosedAt: CLOSED_AT,
};
const TASK: CommunityTask = { street: 'DAYU', assignedAt: new Date('2026-11-16T08:00:00.001Z'), item: ITEM };

test.each<[string, Partial<CommunityTask>]>([
  ['an item passed at a meeting closed just before', {}],
  ['an item of a meeting weeks ago', { assignedAt: new Date('2026-12-20T08:00:00Z') }],
])('kept by %s', (_, change) => {
  expect(r22.check({ ...TASK, ...change })).toEqual([]);
});

test.each<[string, Partial<CommunityTask>, string]>([
  ['no item', { item: undefined }, 'cites no item'],
  ['a null item', { item: null }, 'cites no item'],
  ['an item that is only proposed', { item: { ...ITEM, state: 'PROPOSED' } }, 'not passed (PROPOSED)'],
  ['an item that was not passed', { item: { ...ITEM, state: 'NOT_PASSED' } }, 'not passed (NOT_PASSED)'],
  ['an item of another street', { item: { ...ITEM, street: 'CHENGZI' } }, 'another street (CHENGZI)'],
  ...['JOINT', 'SPECIAL', 'MONTHLY_PROGRESS', 'ANNUAL_RETREAT'].map(
    (meetingKind): [string, Partial<CommunityTask>, string] => [
      `an item of a ${meetingKind} meeting`,
      { item: { ...ITEM, meetingKind } },
      'not of a weekly meeting',
    ],
  ),
  ...['CONVOKED', 'OPEN', 'CANCELLED'].map((meetingState): [string, Partial<CommunityTask>, string] => [
    `a meeting that is ${meetingState}`,
    { item: { ...ITEM, meetingState } },
    `is not closed (${meetingState})`,
  ]),
  ['a meeting that closed at no time', { item: { ...ITEM, meetingClosedAt: null } }, 'is not closed'],
  ['an assignment at the instant of closing', { assignedAt: CLOSED_AT }, 'before the meeting closed'],
  [
    'an assignment during the meeting',
    { assignedAt: new Date('2026-11-16T07:30:00Z') },
    'before the meeting',
  ],
])('broken by %s', (_, change, text) => {
  const violations = r22.check({ ...TASK, ...change });
  expect(fieldsOf(r22, violations)).toEqual(['item']);
  expect(english(violations)).toContain(text);
  expect(english(violations)).toContain('Propose the matter at a weekly meeting (proposeWeeklyItem)');
});

test('a cited item that there is not is told apart from none', () => {
  const task = { street: 'DAYU', assignedAt: new Date('2026-11-20T08:00:00Z'), item: null };
  expect(english(r22.check({ ...task, cited: '0198' }))).toContain('no weekly item of the id 0198');
  expect(english(r22.check(task))).toContain('cites no item');
});
