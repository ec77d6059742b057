import { english, fieldsOf } from '../../test-support/violations';
import { r06 } from './r06-deployment-by-minutes';

test.each([
  ['an item of issued minutes of a joint meeting', 'JOINT', { minutesState: 'ISSUED' }],
  ['an item of issued minutes of a special meeting', 'SPECIAL', { minutesState: 'ISSUED' }],
  ['a weekly meeting without minutes', 'WEEKLY', undefined],
  ['a retreat without minutes', 'ANNUAL_RETREAT', undefined],
])('kept by %s', (_, meetingKind, minutesItem) => {
  expect(r06.check({ meetingKind, minutesItem })).toEqual([]);
});

test.each([
  ['a joint meeting without minutes', 'JOINT', undefined, 'must cite minutes'],
  ['a special meeting without minutes', 'SPECIAL', null, 'must cite minutes'],
  ['a draft of a joint meeting', 'JOINT', { minutesState: 'DRAFT' }, 'not issued yet'],
  ['a draft of a special meeting', 'SPECIAL', { minutesState: 'DRAFT' }, 'not issued yet'],
  [
    'an item of a weekly meeting',
    'WEEKLY',
    { minutesState: 'ISSUED' },
    'of a weekly meeting cannot deploy work',
  ],
  ['an item of a retreat', 'ANNUAL_RETREAT', { minutesState: 'ISSUED' }, 'cannot deploy work'],
  ['an item of a monthly meeting', 'MONTHLY_PROGRESS', { minutesState: 'ISSUED' }, 'cannot deploy work'],
  ['an item of a meeting of no kind', '', { minutesState: 'ISSUED' }, 'cannot deploy work'],
  ['minutes in a state that is none', 'JOINT', { minutesState: 'issued' }, 'not issued yet'],
])('broken by %s', (_, meetingKind, minutesItem, text) => {
  const violations = r06.check({ meetingKind, minutesItem });
  expect(fieldsOf(r06, violations)).toEqual(['minutesItemId']);
  expect(english(violations)).toContain(text);
});
