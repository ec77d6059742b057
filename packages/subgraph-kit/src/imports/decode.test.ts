import { decodeText } from './decode';
import { UnreadableFile } from './unreadable';

const bytes = (...parts: readonly (readonly number[] | string)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));

const BOM = [0xef, 0xbb, 0xbf];
/** 社区 stands in the range of GB2312; 㐁 and 😀 in the four-byte range that GB18030 adds. */
const GB18030 = [0xc9, 0xe7, 0xc7, 0xf8];
const GB18030_FOUR_BYTES = [0x81, 0x39, 0xef, 0x30, 0x94, 0x39, 0xfc, 0x36];

test.each([
  ['ASCII', bytes('code,name'), 'code,name'],
  ['UTF-8', bytes('社区,😀'), '社区,😀'],
  ['UTF-8 with BOM', bytes(BOM, '社区'), '社区'],
  ['GB18030', bytes(GB18030), '社区'],
  ['GB18030, two and four bytes', bytes(GB18030, GB18030_FOUR_BYTES), '社区㐁😀'],
  ['ASCII and GB18030', bytes('code,name\n1,', GB18030), 'code,name\n1,社区'],
  ['nothing', bytes(), ''],
])('%s', (_what, given, text) => {
  expect(decodeText(given)).toBe(text);
});

test.each([
  ['bytes of neither encoding', bytes('a', [0xff, 0xfe, 0xff])],
  ['UTF-16, as some spreadsheets save it', bytes([0xff, 0xfe], [...Buffer.from('社区', 'utf16le')])],
  ['a character that is cut', bytes(GB18030.slice(0, 3))],
])('%s: refused, naming both encodings', (_what, given) => {
  expect(() => decodeText(given)).toThrow(UnreadableFile);
  expect(() => decodeText(given)).toThrow(/UTF-8 或 GB18030 · .*UTF-8 or GB18030/);
});
