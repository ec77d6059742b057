import { parse } from 'graphql';
import { commandsProblem } from './one-command';

const isRefused = (query: string) => commandsProblem(parse(query)) !== undefined;

test.each([
  ['one command', 'mutation { dayu { open { a } } }'],
  ['one command under other names', 'mutation { x: dayu { y: open { a b } } }'],
  ['one command asked for in two places', 'mutation { dayu { open { a } } dayu { open { b } } }'],
  ['a type name beside it', 'mutation { __typename dayu { __typename open { a } } }'],
  ['a fragment', 'mutation { ...F } fragment F on Mutation { dayu { ... on Dayu { open { a } } } }'],
  ['a query with several fields', '{ x: a y: a }'],
])('%s passes', (_, query) => {
  expect(isRefused(query)).toBe(false);
});

test.each([
  ['two commands', 'mutation { dayu { open { a } close { a } } }'],
  ['one command twice', 'mutation { dayu { x: open { a } y: open { a } } }'],
  ['two streets', 'mutation { dayu { open { a } } chengzi { open { a } } }'],
  ['one street twice', 'mutation { x: dayu { open { a } } y: dayu { open { a } } }'],
  ['the second in a fragment', 'mutation { dayu { open { a } ...F } } fragment F on Dayu { close { a } }'],
  ['the second left out by a directive', 'mutation { dayu { open { a } close @skip(if: true) { a } } }'],
])('%s is refused', (_, query) => {
  expect(isRefused(query)).toBe(true);
});
