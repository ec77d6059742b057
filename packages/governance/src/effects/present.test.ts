import { present } from './present';

test('present values are passed on, even empty ones', () => {
  expect([present('x'), present(''), present(0)]).toEqual(['x', '', 0]);
});

test.each([null, undefined])('%s is an error of the program', (value) => {
  expect(() => present(value)).toThrow('missing that its rule asks for');
});
