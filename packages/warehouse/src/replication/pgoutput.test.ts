import { formatLsn, parseLsn } from './lsn';
import { dateOf, readMessage } from './pgoutput';

const bytes = (...parts: readonly (number | string | Buffer)[]): Buffer =>
  Buffer.concat(
    parts.map((part) =>
      typeof part === 'number'
        ? Buffer.from([part])
        : typeof part === 'string'
          ? Buffer.from(part, 'utf8')
          : part,
    ),
  );
const int = (value: number): Buffer => {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32BE(value);
  return buffer;
};
const long = (value: bigint): Buffer => {
  const buffer = Buffer.alloc(8);
  buffer.writeBigUInt64BE(value);
  return buffer;
};
const value = (text: string): Buffer => bytes('t', int(Buffer.byteLength(text)), text);
const tuple = (...values: readonly Buffer[]): Buffer => bytes(0, values.length, ...values);

test('positions of the log are read and written as PostgreSQL does', () => {
  for (const text of ['0/0', '16/B374D848', 'FFFFFFFF/FFFFFFFF'])
    expect(formatLsn(parseLsn(text))).toBe(text);
  expect(parseLsn('1/0')).toBe(4_294_967_296n);
  for (const text of ['', '1', '1/2/3', 'x/y']) expect(() => parseLsn(text)).toThrow();
});

test('times count from the year 2000', () => {
  expect(dateOf(0n).toISOString()).toBe('2000-01-01T00:00:00.000Z');
  expect(dateOf(848_836_800_123_456n).toISOString()).toBe('2026-11-24T12:00:00.123Z');
});

test('a transaction says first where its commit is', () => {
  expect(readMessage(bytes('B', long(7n), long(0n), int(3)))).toEqual({ kind: 'BEGIN', commit: 7n });
});

test('a commit says where it ends and when it was', () => {
  expect(readMessage(bytes('C', 0, long(1n), long(7n), long(0n)))).toEqual({
    kind: 'COMMIT',
    end: 7n,
    at: new Date('2000-01-01T00:00:00Z'),
  });
});

test('a relation lists its columns', () => {
  const column = (name: string, type: number) => bytes(1, name, 0, int(type), int(0xffffffff));
  expect(
    readMessage(
      bytes('R', int(9), 'public', 0, 'work_order', 0, 'd', 0, 2, column('id', 2950), column('编号', 25)),
    ),
  ).toEqual({
    kind: 'RELATION',
    oid: 9,
    schema: 'public',
    table: 'work_order',
    columns: [
      { name: 'id', typeOid: 2950 },
      { name: '编号', typeOid: 25 },
    ],
  });
});

test.each([
  ['I', bytes('I', int(9), 'N', tuple(value('1'), value('𠮷'))), 'INSERT', ['1', '𠮷']],
  ['U', bytes('U', int(9), 'N', tuple(value('1'), bytes('n'))), 'UPDATE', ['1', null]],
  ['U with its old key', bytes('U', int(9), 'K', tuple(value('0')), 'N', tuple(value('1'))), 'UPDATE', ['1']],
  [
    'U without a large value',
    bytes('U', int(9), 'N', tuple(value('1'), bytes('u'))),
    'UPDATE',
    ['1', undefined],
  ],
  ['D', bytes('D', int(9), 'K', tuple(value('1'), bytes('n'))), 'DELETE', ['1', null]],
])('%s', (_, buffer, kind, values) => {
  expect(readMessage(buffer)).toEqual({ kind, oid: 9, values });
});

test('a truncation names the tables, and other messages are passed over', () => {
  expect(readMessage(bytes('T', int(2), 0, int(3), int(4)))).toEqual({ kind: 'TRUNCATE', oids: [3, 4] });
  expect(readMessage(bytes('Y', int(2)))).toEqual({ kind: 'OTHER' });
});
