test('leaves another global', () => {
  globalThis.setInterval = () => 0;
});
