import { askSparingly } from './ask-sparingly';

afterEach(() => jest.restoreAllMocks());

test('a yes is good for a while, and a no is asked again', async () => {
  let time = 1000;
  jest.spyOn(Date, 'now').mockImplementation(() => time);
  const check = jest.fn<Promise<unknown>, []>().mockResolvedValue(1);
  const isReady = askSparingly(check, 5000);
  expect(await Promise.all([isReady(), isReady()])).toEqual([true, true]);
  expect(check).toHaveBeenCalledTimes(1);
  time += 5000;
  check.mockRejectedValue(new Error('away'));
  expect([await isReady(), await isReady()]).toEqual([false, false]);
  expect(check).toHaveBeenCalledTimes(3);
  check.mockResolvedValue(1);
  expect(await isReady()).toBe(true);
});
