import { actAs } from '../../test-support/act';
import { recordedHallVisit } from './hall-visit';

const staff = actAs('CENTER_STAFF');
const VISIT = { centerCode: 'HEALTH', day: '2026-11-18', isRecorded: false };

test('a visit to the service hall is the actor’s', () => {
  expect(recordedHallVisit(staff, VISIT)).toEqual({
    centerCode: 'HEALTH',
    day: '2026-11-18',
    staffSubject: 'CENTER_STAFF:1',
  });
});

test.each([
  ['for tomorrow', { day: '2026-11-19' }, 'input.day: 2026-11-19 晚于今天'],
  ['twice for a day', { isRecorded: true }, 'input.day: 2026-11-18 走进服务大厅已登记'],
])('none is recorded %s', (_, change, refusal) => {
  expect(() => recordedHallVisit(staff, { ...VISIT, ...change })).toThrow(refusal);
});
