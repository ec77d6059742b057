import { columnsOfEveryRow } from '../tables/every-row';
import { columnOf } from '../tables/column-of';
import { readCursor, writeCursor } from './list-cursor';
import type { Ordering } from './list-order';
import { optional, day, line, whole, yesOrNo } from '../tables/columns';

const ID = '01900000-0000-7000-8000-000000000001';
const COLUMNS = {
  ...columnsOfEveryRow,
  deadline: optional(day('时限', 'Deadline')),
  title: line('标题', 'Title'),
  year: whole('年份', 'Year'),
  completed: yesOrNo('完成', 'Completed'),
};

const by = (property: keyof typeof COLUMNS, direction: Ordering['direction'] = 'ASC'): Ordering => ({
  column: { ...COLUMNS[property], property, expression: (row) => columnOf(row, property) },
  direction,
});
const ORDERS: readonly (readonly Ordering[])[] = [
  [],
  [by('updatedAt')],
  [by('deadline', 'DESC'), by('title')],
  [by('year'), by('completed')],
];
const forged = (text: string): string => Buffer.from(text).toString('base64url');

test.each<[readonly Ordering[], readonly unknown[]]>([
  [[], []],
  [[by('updatedAt')], ['2026-03-09T01:00:00.123Z']],
  [
    [by('deadline', 'DESC'), by('title')],
    ['2026-03-09', '龙门新区：“一区” 𠮷'],
  ],
  [[by('deadline')], [null]],
  [
    [by('year'), by('completed')],
    [-5, false],
  ],
])('what a list gave out is read again: %#', (orderings, values) => {
  const place = { values, id: ID };
  expect(readCursor(writeCursor(orderings, place), 'after', orderings)).toEqual(place);
});

test('a cursor of a list in another order is none of this one', () => {
  const byUpdate = writeCursor([by('updatedAt')], { values: ['2026-03-09T01:00:00.000Z'], id: ID });
  expect(() => readCursor(byUpdate, 'after', [])).toThrow('after');
  expect(() => readCursor(byUpdate, 'after', [by('updatedAt', 'DESC')])).toThrow('after');
  expect(() => readCursor(byUpdate, 'after', [by('createdAt')])).toThrow('after');
  expect(() => readCursor(writeCursor([], { values: [], id: ID }), 'after', [by('updatedAt')])).toThrow(
    'after',
  );
});

/** Cursors of a value that no row has, in an order by its column. */
const forgedValues: readonly (readonly [keyof typeof COLUMNS, unknown])[] = [
  ...[
    null,
    '',
    ' ',
    '2026-03-09',
    '2026-02-30T00:00:00.000Z',
    '+010000-01-01T00:00:00.000Z',
    5,
    1e300,
    {},
  ].map((value) => ['updatedAt', value] as const),
  ...['0000-01-01', '2026-02-30', '9999-12-31', 'infinity', 5].map((value) => ['deadline', value] as const),
  ...[null, 5, 'a\0b', ['a']].map((value) => ['title', value] as const),
  ...[null, 1.5, 1e12, '5', -3e9].map((value) => ['year', value] as const),
  ...[null, 'true', 1].map((value) => ['completed', value] as const),
];

test.each(forgedValues)('by %s, %j is no place', (property, value) => {
  const cursor = writeCursor([by(property)], { values: [value], id: ID });
  expect(() => readCursor(cursor, 'before', [by(property)])).toThrow(/^before：/);
});

test.each([
  '',
  'not base64 at all!',
  forged(''),
  forged('5'),
  forged(ID.toUpperCase().replace('0190', 'ABCD')),
  forged(`${ID}\0`),
  forged(`["","${ID}"] `),
  forged(`["","${ID}"]x`),
  forged(`["","${ID}","${ID}"]`),
  forged('[]'),
  forged('{}'),
  forged('null'),
  `${forged(`["","${ID}"]`)}=`,
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
  for (const orderings of ORDERS) {
    for (const argument of ['after', 'before'] as const) {
      expect(() => readCursor(cursor, argument, orderings)).toThrow(
        expect.objectContaining({
          message: expect.stringMatching(`^${argument}：`),
          extensions: { code: 'BAD_USER_INPUT', argument },
        }),
      );
    }
  }
});
