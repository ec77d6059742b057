import { actAs } from '../../test-support/act';
import { recordedActivity } from './deputy-activity';

const clerk = actAs('COMMITTEE_CLERK');

test('an activity is of today or earlier', () => {
  expect(recordedActivity(clerk, { day: '2026-11-18' })).toEqual({ day: '2026-11-18' });
  expect(() => recordedActivity(clerk, { day: '2026-11-19' })).toThrow(
    'input.day: 2026-11-19 晚于今天（2026-11-18）',
  );
});
