import { parse } from 'graphql';
import { clientPath } from './client-document';

const DOCUMENT = parse(`
  query A { other }
  query B { hits { ...H ... on Agency { x: department y__alias_0: name } } }
  fragment H on Center { x: name x__alias_1: kind tasks { y: title } }`);

it.each([
  ['a name that the planner made is the client’s again', ['hits', 0, 'x__alias_0'], ['hits', 0, 'x']],
  ['an alias of the client’s stays', ['hits', 0, 'x__alias_1'], ['hits', 0, 'x__alias_1']],
  ['so does one in another fragment', ['hits', 0, 'y__alias_0'], ['hits', 0, 'y__alias_0']],
  [
    'where it is not known, it is the planner’s',
    ['hits', 0, 'tasks', 1, 'y__alias_0'],
    ['hits', 0, 'tasks', 1, 'y'],
  ],
])('%s', (_what, path, expected) => {
  expect(clientPath(DOCUMENT, 'B', path)).toEqual(expected);
});
