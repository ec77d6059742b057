import { parseCsv } from './csv';
import { UnreadableFile } from './unreadable';

/** Line numbers and values, which is what a report of problems stands on. */
const linesOf = (text: string) =>
  parseCsv(Buffer.from(text)).records.map(({ line, values }) => [line, ...Object.values(values)]);

test.each([
  ['one line each', 'code,name\nA,1\nB,2\n'],
  ['no line end at the end', 'code,name\nA,1\nB,2'],
  ['CRLF', 'code,name\r\nA,1\r\nB,2\r\n'],
  ['CR alone', 'code,name\rA,1\rB,2\r'],
  ['BOM', '\ufeffcode,name\nA,1\nB,2'],
  ['spaces around', ' code , name \n A ,\t1\nB,2 '],
  ['quotes', '"code","name"\n"A",1\nB,"2"'],
])('%s', (_what, text) => {
  expect(parseCsv(Buffer.from(text)).columns).toEqual(['code', 'name']);
  expect(linesOf(text)).toEqual([
    [2, 'A', '1'],
    [3, 'B', '2'],
  ]);
});

test.each<[string, string, (string | number)[][]]>([
  [
    'empty lines count and are skipped',
    'c,n\n\nA,1\n  \n\nB,2\n\n',
    [
      [3, 'A', '1'],
      [6, 'B', '2'],
    ],
  ],
  ['empty lines before the header', '\n\nc,n\nA,1', [[4, 'A', '1']]],
  [
    'empty lines with CRLF',
    'c,n\r\n\r\nA,1\r\n\r\nB,2\r\n',
    [
      [3, 'A', '1'],
      [5, 'B', '2'],
    ],
  ],
  [
    'a quoted value over several lines stands at its first',
    'c,n\nA,"x\ny\n"\nB,2',
    [
      [2, 'A', 'x\ny\n'],
      [5, 'B', '2'],
    ],
  ],
  [
    'a quoted value over several lines with CRLF',
    'c,n\r\nA,"x\r\ny"\r\nB,2\r\n',
    [
      [2, 'A', 'x\ny'],
      [4, 'B', '2'],
    ],
  ],
  [
    'empty and quoted lines mixed',
    'c,n\n\n"A\n",1\n\nB,2',
    [
      [3, 'A\n', '1'],
      [6, 'B', '2'],
    ],
  ],
  ['a quoted comma and quote', 'c,n\nA,"x,""y"""', [[2, 'A', 'x,"y"']]],
])('%s', (_what, text, expected) => {
  expect(linesOf(text)).toEqual(expected);
});

test.each([
  ['semicolons', 'code;name\nA;"x;y"\n'],
  ['tabs', 'code\tname\nA\tx;y\n'],
  ['the delimiter that its first line says', 'sep=|\ncode|name\nA|x;y\n'],
  ['the same, quoted, with CRLF', '"sep=|"\r\ncode|name\r\nA|x;y\r\n'],
  ['the same, with empty values after it', '"sep=|",,\ncode|name\nA|x;y\n'],
  ['commas within quotes of the header', '"code";"name"\nA;"x;y"\n'],
])('%s', (_what, text) => {
  const { columns, records } = parseCsv(Buffer.from(text));
  expect([columns, ...records.map(({ values }) => Object.values(values))]).toEqual([
    ['code', 'name'],
    ['A', 'x;y'],
  ]);
});

test('an empty value between tabs is one', () => {
  const { records } = parseCsv(Buffer.from('a\tb\tc\n\t2\t\n1\t\t3\n'));
  expect(records.map(({ values }) => values)).toEqual([
    { a: '', b: '2', c: '' },
    { a: '1', b: '', c: '3' },
  ]);
});

test('lines are counted from the file’s first, a line with the delimiter included', () => {
  expect(linesOf('sep=,\nc,n\nA,1')).toEqual([[3, 'A', '1']]);
});

test('lines of delimiters only, as spreadsheets leave them, are skipped and counted', () => {
  expect(linesOf(',,\nc,n\n,\nA,1\n , ,\nB,2\n,,\n')).toEqual([
    [4, 'A', '1'],
    [6, 'B', '2'],
  ]);
});

test.each([
  ['.xlsx', [0x50, 0x4b, 0x03, 0x04, 0x14]],
  ['.xls', [0xd0, 0xcf, 0x11, 0xe0, 0xa1]],
])('a workbook (%s): told how to save it', (name, start) => {
  expect(() => parseCsv(Buffer.from(start))).toThrow(UnreadableFile);
  expect(() => parseCsv(Buffer.from(start))).toThrow(
    new RegExp(`\\${name} .*CSV UTF-8（逗号分隔）.*Save As`),
  );
});

test.each([
  [
    'HTML',
    '\ufeff\n<html xmlns:x="urn:schemas-microsoft-com:office:excel">\n<table>',
    /HTML.*CSV UTF-8.*Save As/,
  ],
  ['XML', '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>', /CSV UTF-8.*Save As/],
  ['a PDF file', '%PDF-1.7\n', /PDF.*Excel.*PDF.*CSV UTF-8/],
])('%s: told how to save it', (_what, text, sentence) => {
  expect(() => parseCsv(Buffer.from(text))).toThrow(UnreadableFile);
  expect(() => parseCsv(Buffer.from(text))).toThrow(sentence);
});

test('a code that Excel keeps as text by a formula, without quotes around it: how to write it', () => {
  const line = '="110109001999",测试社区居委会,="110109001"';
  expect(() => parseCsv(Buffer.from(`code,name,street_code\nA,甲,B\n${line}\n`))).toThrow(
    /第 3 行.*="110109001999".*请只写 110109001999.* · line 3: .*Write only 110109001999/,
  );
});

test('too few values: what there is', () => {
  expect(parseCsv(Buffer.from('c,n\nA')).records).toEqual([{ line: 2, values: { c: 'A' }, surplus: [] }]);
});

test('too many values: kept apart; empty ones, as spreadsheets leave them, are nothing', () => {
  expect(parseCsv(Buffer.from('c,n\nA,x,y,\nB,z,,')).records).toEqual([
    { line: 2, values: { c: 'A', n: 'x' }, surplus: ['y'] },
    { line: 3, values: { c: 'B', n: 'z' }, surplus: [] },
  ]);
});

test.each([
  ['nothing', '', []],
  ['a header only', 'c,n\n', ['c', 'n']],
])('%s: no records', (_what, text, columns) => {
  expect(parseCsv(Buffer.from(text))).toEqual({ columns, records: [] });
});

test.each(['c,n\nA,"x\n', 'c,n\nA,x"y\n', 'c,n\nA,"x"y\n'])('%j: broken quoting, with its line', (text) => {
  expect(() => parseCsv(Buffer.from(text))).toThrow(UnreadableFile);
  expect(() => parseCsv(Buffer.from(text))).toThrow(/第 [23] 行附近.* · .*near line [23]/);
});
