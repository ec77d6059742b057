/**
 * The attacks of bench/attacks.mjs, as data:
 *
 * - `point`, `name`: for the table
 * - `target`: the part that is asked, `gateway` unless said otherwise
 * - `query`: what each request asks; `variables` besides
 * - `actor`: sender of the request, by a token of the platform's own issuer. Without it the request is anonymous
 * - `parallel`, `rounds`: as many requests at once, as many times (1 each)
 * - `halfOpen`: instead of a query, as many connections with half a request each
 * - `passes`: set for what is no attack, and must be answered
 */
import { getIntrospectionQuery } from 'graphql';

const times = (count, write) => Array.from({ length: count }, (_, index) => write(index)).join(' ');

const TYPES = `fragment F on __Type { kind name description
  fields(includeDeprecated: true) { name description args { name description type { ...T } defaultValue } type { ...T } }
  inputFields { name description type { ...T } defaultValue } interfaces { ...T } enumValues { name description } possibleTypes { ...T } }
fragment T on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }`;

const manyTypes = (count) => `{ __schema { ${times(count, (i) => `a${i}: types { ...F }`)} } } ${TYPES}`;

export const ATTACKS = [
  { point: '1.1', name: 'introspection as tools send it', query: getIntrospectionQuery(), passes: true },
  { point: '1.1', name: '3 introspections in one', query: manyTypes(3) },
  { point: '1.1', name: '150 introspections in one', query: manyTypes(150) },
  { point: '1.1', name: '400 introspections in one', query: manyTypes(400) },
  {
    point: '1.1',
    name: 'types of fields of types',
    query: '{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }',
  },
  {
    point: '1.5',
    name: 'source { code } 1240 times',
    query: `{ dayu { ${times(1240, () => 'source { code }')} } }`,
  },
  {
    point: '1.5',
    name: '1600 aliases of __typename',
    query: `{ dayu { ${times(1600, (i) => `t${i}: __typename`)} } }`,
  },
  { point: '1.5', name: '1600 times __typename', query: `{ dayu { ${times(1600, () => '__typename')} } }` },
  {
    point: '1.5',
    name: '600 fragments',
    query: `{ dayu { ${times(600, (i) => `...f${i}`)} } } ${times(600, (i) => `fragment f${i} on DayuStreet { code }`)}`,
  },
  {
    point: '1.5',
    name: '1200 spreads of one fragment',
    query: `{ dayu { ${times(1200, () => '...f')} } } fragment f on DayuStreet { code }`,
  },
  {
    point: '1.5',
    name: '900 inline fragments',
    query: `{ dayu { ${times(900, () => '... on DayuStreet { code }')} } }`,
  },
  {
    point: '1.5',
    name: '700 operations',
    query: times(700, (i) => `query q${i} { dayu { code } }`),
    operationName: 'q0',
  },
  {
    point: '1.5',
    name: '1200 variables',
    query: `query (${times(1200, (i) => `$v${i}: Int`)}) { dayu { code } }`,
  },
  {
    point: '1.5',
    name: 'nested 1200 deep',
    query: `{ dayu { ${times(1200, () => '... { ')} code ${'} '.repeat(1200)} } }`,
  },
  {
    point: '1.5',
    name: '498 lists of all streets',
    query: `{ streets { ${times(498, (i) => `a${i}: centers { name }`)} } }`,
    passes: true,
  },
  { point: '1.6', name: '300 half requests', halfOpen: 300 },
];
