import { chineseDate, chineseNumber, inOneLine, paragraphs } from './wording';

test.each([
  [1, '一'],
  [10, '十'],
  [12, '十二'],
  [20, '二十'],
  [101, '一百零一'],
  [110, '一百一十'],
  [1001, '一千零一'],
  [9999, '九千九百九十九'],
  [10_000, '10000'],
])('%d is %s', (number, text) => expect(chineseNumber(number)).toBe(text));

test('a day has no zeros before month and date', () => {
  expect(chineseDate('2026-03-05')).toBe('2026年3月5日');
  expect(chineseDate('2026-12-31')).toBe('2026年12月31日');
});

test('a typed text has a paragraph a line, or is one line', () => {
  expect(paragraphs(' 一\r\n\n二 ')).toEqual([
    { kind: 'TEXT', text: '一' },
    { kind: 'TEXT', text: '二' },
  ]);
  expect(inOneLine('一\n二')).toBe('一 二');
});
