test('leaves an environment variable', () => {
  // oxlint-disable-next-line node/no-process-env
  process.env.LEFT_BEHIND = '1';
});
