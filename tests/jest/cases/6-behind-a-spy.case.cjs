test('does not find the spy of the file before', () => {
  expect(require('./counter.cjs').count()).toBeLessThan(7);
});
