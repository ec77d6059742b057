const counter = require('./counter.cjs');

test('passes only behind a file that has added one', () => {
  expect(counter.count()).toBe(1);
});
