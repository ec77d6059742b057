test('finds NODE_ENV as every file does', () => {
  // oxlint-disable-next-line node/no-process-env
  expect(process.env.NODE_ENV).toBe('production');
});
