import { dayHappened, dayNotFuture, dayNotPast, spanInOrder } from './day';

const TODAY = '2026-11-18';
const earliest = { day: '2026-11-10', name: { zh: '开始的', en: 'the beginning' } };

test('today is neither past nor future', () => {
  expect(dayNotPast('day', TODAY, TODAY)).toBeUndefined();
  expect(dayNotFuture('day', TODAY, TODAY)).toBeUndefined();
  expect(dayNotPast('day', '2026-11-17', TODAY)?.message.en).toContain('is in the past');
  expect(dayNotFuture('day', '2026-11-19', TODAY)?.message.en).toContain('is in the future');
});

test('what happened lies between what it follows and today, both included', () => {
  for (const day of [earliest.day, TODAY]) expect(dayHappened('day', day, earliest, TODAY)).toBeUndefined();
  expect(dayHappened('day', '2026-11-09', earliest, TODAY)?.message.en).toBe(
    '2026-11-09 precedes the beginning, 2026-11-10. Choose a day from 2026-11-10 to 2026-11-18',
  );
  expect(dayHappened('day', '2026-11-19', earliest, TODAY)?.message.en).toContain('is in the future');
});

test('a span may be of one day, and does not end before it begins', () => {
  expect(spanInOrder('until', TODAY, TODAY)).toBeUndefined();
  expect(spanInOrder('until', TODAY, '2026-11-17')).toEqual({
    field: 'until',
    message: {
      zh: '2026-11-17 早于开始的 2026-11-18。请填 2026-11-18 或以后的日期',
      en: '2026-11-17 precedes the beginning on 2026-11-18. Choose 2026-11-18 or later',
    },
  });
});
