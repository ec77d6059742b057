import { childrenKey } from '../reading/children-args';
import * as column from './columns';
import { defineTable } from './define-table';
import { LONGEST_PAGE } from './name-length';
import { TableSet } from './table-set';

const common = {
  zh: '笔记',
  en: 'Note',
  list: 'Notes',
  writes: 'APPEND_ONLY',
  read: { group: 'DISPATCH' },
} as const;
const LONG = 'a'.repeat(37);

test('a page of children has a name of its own in SQL, however long the name of the field may be', () => {
  const page = (last: string) => ({ size: 500, after: `019a0000-0000-7000-8000-00000000000${last}` });
  const name = LONG.slice(1);
  expect(childrenKey(name, page('1'))).toHaveLength(63);
  expect(childrenKey('', page('1'))).toHaveLength(LONGEST_PAGE);
  expect(childrenKey(name, page('1'))).not.toBe(childrenKey(name, page('2')));
});

test('a column with a longer name is refused where it is declared', () => {
  const declare = (name: string) =>
    defineTable('LongNote', { ...common, columns: { [name]: column.line('标题', 'Title') } });
  expect(() => declare(LONG)).toThrow(
    `LongNote.${LONG}: the name is too long for SQL. Use at most 36 characters`,
  );
  expect(() => declare('aB'.repeat(17) + 'aC')).not.toThrow();
});

test('so is a relation', () => {
  const Parent = defineTable('ParentNote', { ...common, columns: { title: column.line('标题', 'Title') } });
  const Child = defineTable('ChildNote', {
    ...common,
    columns: { parentId: column.ref(() => Parent, { inverse: LONG }) },
  });
  expect(() => new TableSet([Parent, Child])).toThrow(`ParentNote.${LONG}: the name is too long`);
});
