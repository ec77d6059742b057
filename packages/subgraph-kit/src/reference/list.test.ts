import { escapeLike } from './list';

test.each([
  ['社区', '社区'],
  ['100%', String.raw`100\%`],
  ['a_b', String.raw`a\_b`],
  [String.raw`a\b`, String.raw`a\\b`],
  ['%_%', String.raw`\%\_\%`],
  ['', ''],
])('%j stands for itself as %j', (text, pattern) => {
  expect(escapeLike(text)).toBe(pattern);
});
