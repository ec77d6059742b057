import { remembered } from './remembered';

test('answers as the function does, which it asks once', () => {
  const square = jest.fn((number: number) => number * number);
  const known = remembered(square);
  expect([known(3), known(4), known(3)]).toEqual([9, 16, 9]);
  expect(square).toHaveBeenCalledTimes(2);
});

test('keeps no more than so many answers, and is right beyond that', () => {
  const same = jest.fn((number: number) => number);
  const known = remembered(same);
  for (let number = 0; number <= 20_000; number += 1) expect(known(number)).toBe(number);
  expect([known(20_000), known(0)]).toEqual([20_000, 0]);
  expect(same).toHaveBeenCalledTimes(20_002);
});
