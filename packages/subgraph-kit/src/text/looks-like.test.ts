import { patternOf } from './looks-like';

test.each([
  ['社区', '%社区%'],
  ['100%', String.raw`%100\%%`],
  ['100％', String.raw`%100\%%`],
  ['a_b', String.raw`%a\_b%`],
  [String.raw`a\b`, String.raw`%a\\b%`],
  ['', '%%'],
])('%j stands for itself as %j', (text, pattern) => {
  expect(patternOf(text)).toBe(pattern);
});
