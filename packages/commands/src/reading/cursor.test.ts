import { readCursor, writeCursor } from './cursor';

const ID = '01900000-0000-7000-8000-000000000001';
const forged = (text: string): string => Buffer.from(text).toString('base64url');

test.each([null, new Date('2026-03-09T01:00:00.123Z')])(
  'what a list gave out is read again: %p',
  (updatedAt) => {
    const place = { id: ID, updatedAt };
    expect(readCursor(writeCursor(place), 'after', updatedAt !== null)).toEqual(place);
  },
);

test('a cursor of a list in another order is none of this one', () => {
  const byUpdate = writeCursor({ id: ID, updatedAt: new Date('2026-03-09T01:00:00Z') });
  expect(() => readCursor(byUpdate, 'after', false)).toThrow('after');
  expect(() => readCursor(writeCursor({ id: ID, updatedAt: null }), 'after', true)).toThrow('after');
});

test.each([
  '',
  'not base64 at all!',
  forged(''),
  forged('5'),
  forged(ID.toUpperCase().replace('0190', 'ABCD')),
  forged(`${ID}\0`),
  `${forged(ID)}=`,
  `${forged(ID)}!`,
  ...['Infinity', '-Infinity', 'NaN', '1e300', '-1e300', '-1', '', ' ', '0', '1.5', '0x10', '1e12'].map(
    (time) => forged(`${time} ${ID}`),
  ),
  forged(`${'9'.repeat(400)} ${ID}`),
  forged(`9007199254740993 ${ID}`),
  forged(`8640000000000000 ${ID}`),
  forged(`01770000000000 ${ID}`),
  forged(`1770000000000 1770000000000 ${ID}`),
])('%p is no cursor, whatever the order, and the argument is named', (cursor) => {
  for (const byUpdate of [true, false]) {
    for (const argument of ['after', 'before'] as const) {
      expect(() => readCursor(cursor, argument, byUpdate)).toThrow(
        expect.objectContaining({
          message: expect.stringMatching(`^${argument}：`),
          extensions: { code: 'BAD_USER_INPUT', argument },
        }),
      );
    }
  }
});
