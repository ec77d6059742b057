test('changes NODE_ENV', () => {
  // oxlint-disable-next-line node/no-process-env
  process.env.NODE_ENV = 'development';
});
