import { column, defineTable, type RowOf } from '@mtg/commands';

/** A person in the service of the street, known by name to people and by subject to tokens. */
export const Person = defineTable('Person', {
  zh: '人员',
  en: 'Person in the service of the street, known by the subject of their token',
  list: 'Register of the people in the service of the street, present and former',
  many: 'people',
  read: { group: 'PEOPLE' },
  writes: 'WORK',
  columns: {
    name: column.personal(column.mark('姓名', 'Name')),
    subject: column.subject('令牌中的人员标识，唯一', 'Subject of the person’s token, unique'),
    since: column.day('到岗日期', 'First day in the service of the street'),
  },
});

export type Person = RowOf<typeof Person>;
