test('leaves a spy', () => {
  jest.spyOn(require('./counter.cjs'), 'count').mockReturnValue(7);
});
