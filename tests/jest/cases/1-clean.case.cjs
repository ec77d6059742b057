const counter = require('./counter.cjs');

test('adds one, and leaves all else as it was', () => {
  jest.spyOn(counter, 'count').mockReturnValue(7);
  expect(counter.count()).toBe(7);
  jest.restoreAllMocks();
  counter.add();
  expect(counter.count()).toBe(1);
});
