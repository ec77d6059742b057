import { decodeText } from './decode';
import { UnreadableFile } from './unreadable';

const bytes = (...parts: readonly (ArrayLike<number> | string)[]) =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(Array.from(part)))),
  );

const BOM = [0xef, 0xbb, 0xbf];
/** 社区 stands in the range of GB2312; 㐁 and 😀 in the four-byte range that GB18030 adds. */
const GB18030 = [0xc9, 0xe7, 0xc7, 0xf8];
const GB18030_FOUR_BYTES = [0x81, 0x39, 0xef, 0x30, 0x94, 0x39, 0xfc, 0x36];

/** Bytes that office software in China writes for each of these; Node encodes none of it. */
const CESHI = [0xb2, 0xe2, 0xca, 0xd4];
const ANNIVERSARY = [0xc1, 0xaa, 0xcd, 0xa8];
const JIANWEI = [0xbd, 0xa1, 0xce, 0xaf];

const utf16le = (text: string) => [...Buffer.from(text, 'utf16le')];
const utf16be = (text: string) => [...Buffer.from(text, 'utf16le').swap16()];

test.each([
  ['ASCII', bytes('code,name'), 'code,name'],
  ['UTF-8', bytes('社区,😀'), '社区,😀'],
  ['UTF-8 with BOM', bytes(BOM, '社区'), '社区'],
  ['GB18030', bytes(GB18030), '社区'],
  ['GB18030, two and four bytes', bytes(GB18030, GB18030_FOUR_BYTES), '社区㐁😀'],
  ['ASCII and GB18030', bytes('code,name\n1,', GB18030), 'code,name\n1,社区'],
  ['GB18030 of which a word passes as UTF-8', bytes('A,', ANNIVERSARY, '\nB,', CESHI), 'A,联通\nB,测试'],
  ['GB18030 of one word that is all UTF-8 but its first byte', bytes('A,', JIANWEI), 'A,健委'],
  ['GB18030 of which every word passes as UTF-8', bytes('A,', [0xc4, 0xbf, 0xc2, 0xbc]), 'A,目录'],
  ['UTF-8 with a letter of Latin amid Chinese', bytes('社区,é'), '社区,é'],
  ['UTF-16 with its mark, little-endian', bytes([0xff, 0xfe], utf16le('编码,名称\n')), '编码,名称\n'],
  ['UTF-16 with its mark, big-endian', bytes([0xfe, 0xff], utf16be('编码,名称\n')), '编码,名称\n'],
  ['UTF-16 without its mark', bytes(utf16le('code,编码\n')), 'code,编码\n'],
  ['UTF-16 without its mark, big-endian', bytes(utf16be('code,编码\n')), 'code,编码\n'],
  ['nothing', bytes(), ''],
])('%s', (_what, given, text) => {
  expect(decodeText(given)).toBe(text);
});

test.each([
  ['bytes of neither encoding', bytes('a', [0xff, 0xfe, 0xff])],
  ['UTF-16 that is cut', bytes([0xff, 0xfe], utf16le('社区'), [0x00])],
  ['UTF-16 with half of a surrogate pair', bytes([0xff, 0xfe], utf16le('a\uD800'))],
  ['a character that is cut', bytes(GB18030.slice(0, 3))],
  ['zeros at odd and even places', bytes('a,b\n', [0, 0])],
])('%s: refused, naming both encodings', (_what, given) => {
  expect(() => decodeText(given)).toThrow(UnreadableFile);
  expect(() => decodeText(given)).toThrow(/UTF-8、UTF-16 或 GB18030 · .*UTF-8, UTF-16 or GB18030/);
});

const LINES = 'code,name\nA,测试局\nB,区卫生健康委\nC,';
/** 测试 of which the last byte is lost, or another. */
const CUT = [...Buffer.from('测试')].slice(0, 5);
const TURNED = [...Buffer.from('测试')].with(2, 0xff);

test.each<[string, Buffer, number, number]>([
  ['a byte lost at the end', bytes(LINES, CUT), 4, 4],
  ['a byte lost before others', bytes(LINES, CUT, '局\nD,区司法局'), 4, 4],
  ['a byte that is another', bytes(LINES, TURNED, '\nD,区司法局'), 4, 3],
  ['a byte too many', bytes(LINES, [0x80], '区司法局'), 4, 3],
  ['two bytes too many', bytes(LINES, '局', [0xb2, 0xe2], '区司法局'), 4, 4],
  ['nothing but one word', bytes('code,name\nA,测', [0x8b, 0x80]), 2, 4],
  ['CRLF', bytes(LINES.replaceAll('\n', '\r\n'), CUT), 4, 4],
  ['a mark of UTF-8, and GB18030 after it', bytes(BOM, 'A,', GB18030), 1, 3],
  ['one line of GB18030', bytes(LINES, GB18030, '\nD,区司法局'), 4, 3],
])('damaged UTF-8 (%s): refused with line and column', (_what, given, line, column) => {
  expect(() => decodeText(given)).toThrow(
    new RegExp(`^第 ${line} 行第 ${column} 个字符处.* · line ${line}, column ${column}: `),
  );
});

test.each<[string, Buffer, number, number]>([
  ['one word', bytes('A,', CESHI, CESHI, '\nB,', CESHI, '\nC,测试\n'), 3, 3],
  ['a word after others', bytes('A,', CESHI, CESHI, '\nB,', CESHI, '\nC,', CESHI, ',测试局'), 3, 6],
])('UTF-8 amid GB18030 (%s): refused with line and column', (_what, given, line, column) => {
  expect(() => decodeText(given)).toThrow(
    new RegExp(`第 ${line} 行自第 ${column} 个.* · line ${line}, column ${column}: `),
  );
});

test('every pair of common characters in GB18030 is read as such', () => {
  for (let lead = 0xb0; lead <= 0xd7; lead += 1) {
    for (let trail = 0xa1; trail <= 0xf9; trail += 1) {
      const given = bytes('A,', [lead, trail], CESHI, '\nB,', CESHI);
      expect(decodeText(given)).toMatch(/^A,.测试\nB,测试$/u);
    }
  }
});

/** 测试局 and 环境保护与资源开发利用管理局, as office software in China writes them. */
const OFFICES = bytes(
  'code,name\nA,',
  [0xb2, 0xe2, 0xca, 0xd4, 0xbe, 0xd6],
  '\nB,',
  [
    0xbb, 0xb7, 0xbe, 0xb3, 0xb1, 0xa3, 0xbb, 0xa4, 0xd3, 0xeb, 0xd7, 0xca, 0xd4, 0xb4, 0xbf, 0xaa, 0xb7,
    0xa2, 0xc0, 0xfb, 0xd3, 0xc3, 0xb9, 0xdc, 0xc0, 0xed, 0xbe, 0xd6,
  ],
  '\n',
);

test('one character of UTF-8 by itself amid GB18030: refused with line and column', () => {
  expect(() => decodeText(bytes(OFFICES, 'ZZ_TEST_2,局\n'))).toThrow(
    /第 4 行自第 11 个.*line 4, column 11: /,
  );
  expect(() => decodeText(bytes(OFFICES, 'C,中A\n'))).toThrow(/line 4, column 3: /);
  expect(decodeText(OFFICES)).toContain('B,环境保护与资源开发利用管理局');
});

test.each<[string, Buffer, string]>([
  [
    'Big5, 測試局',
    bytes('A,', [0xb4, 0xfa, 0xb8, 0xd5, 0xa7, 0xbd], '\n'),
    'line 1, column 5: .*Big5.*as UTF-8',
  ],
  ['Big5, 文化局', bytes('A,', [0xa4, 0xe5, 0xa4, 0xc6, 0xa7, 0xbd]), 'line 1, column 3: .*Big5'],
  ['Big5 of ideographs that GB 2312 lacks', bytes('A,', [0xb3, 0x5d, 0xad, 0x70]), 'line 1, column 3: '],
  ['private use', bytes(OFFICES, 'C,', [0xaa, 0xa1]), 'line 4, column 3: '],
  ['a sign of the euro that Windows writes', bytes(OFFICES, 'C,', [0xb2, 0xe2, 0x80]), 'line 4, column 4: '],
])('what is hardly GB18030 (%s): refused with line and column', (_what, given, sentence) => {
  expect(() => decodeText(given)).toThrow(UnreadableFile);
  expect(() => decodeText(given)).toThrow(new RegExp(sentence));
});

test('a rare character in a name is read', () => {
  expect(decodeText(bytes(OFFICES, 'C,', [0xd6, 0xec, 0xe9, 0x46, 0x86, 0xb4]))).toContain('C,朱镕喆');
});

test.each([
  ['UTF-8', bytes('code,name\nA,测试\nB,x\0\nC,局')],
  ['UTF-8 of an even number of bytes', bytes('code,name\nA,测试\nB,x\0\nC,局x')],
])('a NUL in %s: named with its line, and no sign of UTF-16', (_what, given) => {
  expect(() => decodeText(given)).toThrow(/第 3 行第 4 个字符是 U\+0000.*line 3, column 4: /);
});
