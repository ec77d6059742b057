import * as column from './columns';
import { defineTable } from './define-table';
import { columnsOfEveryRow } from './every-row';
import type { TableStatement } from './table';

const columns = {
  title: column.line('标题', 'Title'),
  note: column.text('说明', 'Note'),
  name: column.personal(column.optional(column.line('姓名', 'Name'))),
  author: column.optional(column.subject('作者', 'Author')),
};

const declared = (
  statement: Pick<TableStatement<typeof columns>, 'shares'>,
  group: TableStatement<typeof columns>['read']['group'] = 'DISPATCH',
) => {
  const common = { zh: '笔记', en: 'Note', list: 'Notes', writes: 'APPEND_ONLY', columns } as const;
  return defineTable('SharedNote', { ...common, read: { group }, ...statement }).table;
};

test('a column is private unless the table names it', () => {
  expect(declared({}).shared).toEqual([]);
  expect(declared({ shares: [] }).shared).toEqual([]);
  expect(declared({ shares: ['title'] }).shared).toEqual([...Object.keys(columnsOfEveryRow), 'title']);
});

test('a column about a person cannot be shared, optional or not', () => {
  expect(() => declared({ shares: ['title', 'name'] })).toThrow('SharedNote.name is personal');
  expect(() => declared({ shares: ['author'] })).toThrow('SharedNote.author is personal');
});

test.each(['SENTIMENT', 'VISIT_RECORDS'] as const)(
  'a table of the group %s cannot share anything',
  (group) => {
    expect(declared({}, group).shared).toEqual([]);
    expect(() => declared({ shares: ['title'] }, group)).toThrow('SharedNote is read by few roles');
  },
);
