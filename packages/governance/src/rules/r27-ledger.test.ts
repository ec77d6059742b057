import { fieldsOf } from '../../test-support/violations';
import { r27, type LedgerStatement, type LedgerVerification } from './r27-ledger';

const STATEMENT: LedgerStatement = {
  text: '社区卫生服务站一处',
  source: '社区走访',
  verifiedOn: '2026-11-18',
  today: '2026-11-18',
};
const VERIFICATION: LedgerVerification = {
  verifiedOn: '2026-11-18',
  lastVerifiedOn: '2026-11-18',
  today: '2026-11-18',
};

test('kept by a statement with source and day, and by a later verification', () => {
  expect(r27.check(STATEMENT)).toEqual([]);
  expect(r27.check(VERIFICATION)).toEqual([]);
});

test.each<[string, Partial<LedgerStatement>, string[]]>([
  ['no text', { text: ' ' }, ['text']],
  ['no source', { source: null }, ['source']],
  ['no day', { verifiedOn: undefined }, ['verifiedOn']],
  ['a day that is none', { verifiedOn: '2026-02-30' }, ['verifiedOn']],
  ['a day to come', { verifiedOn: '2026-11-19' }, ['verifiedOn']],
  ['nothing at all', { text: null, source: '', verifiedOn: null }, ['text', 'source', 'verifiedOn']],
])('a statement breaks it by %s', (_, change, fields) => {
  expect(fieldsOf(r27, r27.check({ ...STATEMENT, ...change }))).toEqual(fields);
});

test.each<[string, Partial<LedgerVerification>]>([
  ['no day', { verifiedOn: null }],
  ['a day to come', { verifiedOn: '2026-11-19' }],
  ['a day before the last', { verifiedOn: '2026-11-17' }],
])('a verification breaks it by %s', (_, change) => {
  expect(fieldsOf(r27, r27.check({ ...VERIFICATION, ...change }))).toEqual(['verifiedOn']);
});
