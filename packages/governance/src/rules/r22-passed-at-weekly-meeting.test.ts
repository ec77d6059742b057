import { chinese, english, fieldsOf } from '../../test-support/violations';
import { meetingMachine } from '../state-machines/machines/meeting';
import { stateName } from '../state-machines/state-machine';
import { r22, type CitedWeeklyItem, type CommunityTask } from './r22-passed-at-weekly-meeting';

const CLOSED_AT = new Date('2026-11-16T08:00:00Z');
const ITEM: CitedWeeklyItem = {
  state: 'PASSED',
  meetingKind: 'WEEKLY',
  meetingState: 'CLOSED',
  meetingClosedAt: CLOSED_AT,
  communityCodes: ['110109001001', '110109001002'],
};
const TASK: CommunityTask = {
  assignedAt: new Date('2026-11-16T08:00:00.001Z'),
  item: ITEM,
  communityCode: '110109001002',
};

test.each<[string, Partial<CommunityTask>]>([
  ['an item passed at a meeting closed just before', {}],
  ['an item of a meeting weeks ago', { assignedAt: new Date('2026-12-20T08:00:00Z') }],
])('kept by %s', (_, change) => {
  expect(r22.check({ ...TASK, ...change })).toEqual([]);
});

test.each<[string, Partial<CommunityTask>, string]>([
  ['no item', { item: undefined }, 'cites no weekly meeting item'],
  ['a null item', { item: null }, 'cites no weekly meeting item'],
  ['an item that is only proposed', { item: { ...ITEM, state: 'PROPOSED' } }, 'not passed (proposed)'],
  ['an item that was not passed', { item: { ...ITEM, state: 'NOT_PASSED' } }, 'not passed (not passed)'],
  ...['JOINT', 'SPECIAL', 'MONTHLY_PROGRESS', 'ANNUAL_RETREAT'].map(
    (meetingKind): [string, Partial<CommunityTask>, string] => [
      `an item of a ${meetingKind} meeting`,
      { item: { ...ITEM, meetingKind } },
      'not a weekly meeting item',
    ],
  ),
  ...['CONVOKED', 'OPEN', 'CANCELLED'].map((meetingState): [string, Partial<CommunityTask>, string] => [
    `a meeting that is ${meetingState}`,
    { item: { ...ITEM, meetingState } },
    `is not closed yet (${stateName(meetingMachine, meetingState).en})`,
  ]),
  ['a meeting that closed at no time', { item: { ...ITEM, meetingClosedAt: null } }, 'is not closed'],
  ['an assignment at the instant of closing', { assignedAt: CLOSED_AT }, 'before the meeting was closed'],
  [
    'an assignment during the meeting',
    { assignedAt: new Date('2026-11-16T07:30:00Z') },
    'before the meeting',
  ],
])('broken by %s', (_, change, text) => {
  const violations = r22.check({ ...TASK, ...change });
  expect(fieldsOf(r22, violations)).toEqual(['weeklyItemId']);
  expect(english(violations)).toContain(text);
  expect(english(violations)).toContain('Propose the matter at a weekly meeting (proposeWeeklyItem)');
});

test('a missing cited item is distinguished from no citation', () => {
  const task = { ...TASK, item: null };
  expect(english(r22.check({ ...task, weeklyItemId: '0198' }))).toContain(
    'no weekly meeting item with the id 0198',
  );
  expect(english(r22.check(task))).toContain('cites no weekly meeting item');
});

test('what was passed for some communities goes to no other', () => {
  const item = { ...ITEM, communityNames: ['葡东社区', '葡西社区'] };
  const violations = r22.check({ ...TASK, item, communityCode: '110109001003', communityName: '月季园社区' });
  expect(fieldsOf(r22, violations)).toEqual(['communityCode']);
  expect(chinese(violations)).toBe(
    '所引用的事项没有涉及月季园社区（涉及：葡东社区、葡西社区），因此没有为它通过。请在周例会上提出涉及该社区的事项。',
  );
  expect(english(violations)).toContain('it concerns 葡东社区, 葡西社区');
});

const WEEKLY = { kind: 'WEEKLY', state: 'OPEN' };

test.each(['proposeWeeklyItem', 'decideWeeklyItem', 'issueAssignmentBatch'])(
  '%s is for the weekly meeting, and for no other',
  (command) => {
    const field = command === 'decideWeeklyItem' ? 'weeklyItemId' : 'meetingId';
    expect(r22.check({ command, meeting: WEEKLY })).toEqual([]);
    for (const kind of ['JOINT', 'SPECIAL', 'MONTHLY_PROGRESS', 'ANNUAL_RETREAT']) {
      const violations = r22.check({ command, meeting: { ...WEEKLY, kind } });
      expect(fieldsOf(r22, violations)).toEqual([field]);
      expect(english(violations)).toContain(
        'must be passed by a weekly meeting. Propose the matter at a weekly meeting.',
      );
    }
  },
);

test.each([
  ['CONVOKED', '而会议已召集。'],
  ['CLOSED', '而会议已闭会。'],
  ['CANCELLED', '而会议已取消。'],
])('no item is decided while the meeting is %s', (state, text) => {
  const violations = r22.check({ command: 'decideWeeklyItem', meeting: { ...WEEKLY, state } });
  expect(fieldsOf(r22, violations)).toEqual(['weeklyItemId']);
  expect(chinese(violations)).toContain(text);
  expect(english(violations)).toContain('Items can be decided only while the weekly meeting is open');
});
