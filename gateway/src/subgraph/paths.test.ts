import { commonPath, placesOf } from './paths';

const tree = {
  streets: [
    null,
    {
      __typename: 'DayuStreet',
      code: 'DAYU',
      centers: [{ tasks: [{ number: 1 }, { number: 2 }] }, { tasks: null }],
    },
    { __typename: 'ChengziStreet', code: 'CHENGZI', centers: [{ tasks: [{ number: 2 }] }] },
  ],
};

it('finds the street that a representation was taken from, not the first one', () => {
  expect(placesOf(tree, ['streets', '@'], [{ __typename: 'ChengziStreet', code: 'CHENGZI' }])).toEqual([
    ['streets', 2],
  ]);
});

it('finds each of several, also when two are equal', () => {
  const plan = ['streets', '@', 'centers', '@', 'tasks', '@'];
  const places = placesOf(tree, plan, [{ number: 1 }, { number: 2 }, { number: 2 }]);
  expect(places).toEqual([
    ['streets', 1, 'centers', 0, 'tasks', 0],
    ['streets', 1, 'centers', 0, 'tasks', 1],
    ['streets', 2, 'centers', 0, 'tasks', 0],
  ]);
  expect(commonPath(places)).toEqual(['streets']);
  expect(commonPath(places.slice(0, 2))).toEqual(['streets', 1, 'centers', 0, 'tasks']);
});

it('does not guess', () => {
  expect(placesOf(tree, ['streets', '@'], [{ code: 'DATAI' }])).toEqual([undefined]);
  expect(placesOf({}, ['streets', '@'], [{ code: 'DAYU' }])).toEqual([undefined]);
  expect(commonPath([undefined])).toBeUndefined();
  expect(commonPath([])).toBeUndefined();
});
