import { fieldsOf } from '../../test-support/violations';
import { r27, type LedgerAge, type LedgerStatement, type LedgerVerification } from './r27-ledger';

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
  ['text without words', { text: '12' }, ['text']],
  ['a source without words', { source: '?' }, ['source']],
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

const ENTRY = {
  community: '德露苑社区居委会',
  kind: 'RESOURCE',
  text: '药店',
  verifiedOn: '2026-08-20',
} as const;
const AGE: LedgerAge = {
  notVerifiedForDays: 90,
  today: '2026-11-18',
  center: '街道健康服务中心',
  entries: [ENTRY],
};

test('an entry is found on the day on which the street’s days are full, by names, and not before', () => {
  const [violation] = r27.check(AGE);
  expect(fieldsOf(r27, r27.check(AGE))).toEqual(['entries']);
  expect(violation?.message.zh).toBe(
    '街道健康服务中心台账中德露苑社区居委会的服务资源“药店”，上次核实于 2026-08-20，已满 90 天。请核实（verifyLedgerEntry）或更正（amendLedgerEntry）。',
  );
  expect(r27.check({ ...AGE, today: '2026-11-17' })).toEqual([]);
  expect(r27.check({ ...AGE, entries: [{ ...ENTRY, verifiedOn: '2026-08-21' }] })).toEqual([]);
  const long = { ...ENTRY, text: '药'.repeat(31) };
  expect(r27.check({ ...AGE, entries: [long] })[0]?.message.en).toContain(`“${'药'.repeat(30)}…”`);
});
