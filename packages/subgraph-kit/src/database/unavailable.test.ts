import { isDatabaseUnavailable } from './unavailable';

const failure = (message: string, more: object = {}) => Object.assign(new Error(message), more);

test.each([
  ['refused', failure('connect', { code: 'ECONNREFUSED' })],
  [
    'refused at every address of a name',
    failure('', { errors: [failure('connect', { code: 'ECONNREFUSED' })] }),
  ],
  ['server shutting down', failure('terminating', { code: '57P01' })],
  ['server starting', failure('the database system is starting up', { code: '57P03' })],
  ['too many connections', failure('sorry', { code: '53300' })],
  ['connection lost', failure('Connection terminated unexpectedly')],
  ['connection lost before', failure('Client has encountered a connection error and is not queryable')],
  [
    'connection lost within a transaction',
    failure(
      'Database connection provided by a query runner was already released, cannot continue to use its querying methods anymore.',
    ),
  ],
  [
    'connection lost before a rollback',
    failure('Query runner already released. Cannot run queries anymore.'),
  ],
  ['no answer in time', failure('timeout exceeded when trying to connect')],
  ['within TypeORM’s error', failure('failed', { driverError: failure('x', { code: 'ECONNRESET' }) })],
])('%s: out of reach', (_what, error) => {
  expect(isDatabaseUnavailable(error)).toBe(true);
});

test.each([
  ['a fault in a statement', failure('relation does not exist', { code: '42P01' })],
  ['a refused login', failure('password authentication failed', { code: '28P01' })],
  ['a broken constraint', failure('failed', { driverError: failure('x', { code: '23505' }) })],
  ['a file that is missing', failure('ENOENT', { code: 'ENOENT' })],
  ['an error with another inside', failure('x', { driverError: failure('y') })],
  ['text', 'ECONNREFUSED'],
  ['nothing', undefined],
  ['null', null],
])('%s: not that', (_what, error) => {
  expect(isDatabaseUnavailable(error)).toBe(false);
});
