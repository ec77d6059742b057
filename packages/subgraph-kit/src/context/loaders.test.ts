import { groupByKey, RequestLoaders } from './loaders';

const doubled = (asked: number[][]) => async (keys: readonly number[]) => {
  asked.push([...keys]);
  return keys.map((key) => key * 2);
};
const named = (asked: number[][]) => doubled(asked);

test('what is asked in one turn goes to the batch function in one call, each key once', async () => {
  const asked: number[][] = [];
  const loaders = new RequestLoaders();
  const answers = await Promise.all([1, 2, 1].map((key) => loaders.get(doubled, asked).load(key)));
  expect(answers).toEqual([2, 4, 2]);
  expect(asked).toEqual([[1, 2]]);
});

test('each batch function has a loader of its own for what it reads from, the same for the whole operation', () => {
  const loaders = new RequestLoaders();
  const [one, other]: [number[][], number[][]] = [[], []];
  expect(loaders.get(doubled, one)).toBe(loaders.get(doubled, one));
  expect(loaders.get(doubled, one)).not.toBe(loaders.get(doubled, other));
  expect(loaders.get(doubled, one)).not.toBe(loaders.get(named, one));
});

test('operations share nothing', () => {
  expect(new RequestLoaders().get(doubled, [])).not.toBe(new RequestLoaders().get(doubled, []));
});

test('groupByKey: for each key, in order, its rows; none is an empty list', () => {
  const rows = ['b1', 'a1', 'b2'];
  expect(groupByKey(['a', 'x', 'b', 'a'], rows, (row) => row.charAt(0))).toEqual([
    ['a1'],
    [],
    ['b1', 'b2'],
    ['a1'],
  ]);
});
