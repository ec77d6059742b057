import type { Dataset, DatasetColumn, DatasetType } from '@mtg/datasets';

const column = (
  name: string,
  sql: DatasetType,
  role: DatasetColumn['role'],
  more: Partial<DatasetColumn> = {},
): DatasetColumn => ({
  name,
  property: name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
  sql,
  nullable: true,
  zh: name,
  en: name,
  description: { zh: name, en: name },
  role,
  needs: [],
  joins: [],
  expression: (row) => `${row}.${name}`,
  ...more,
});

/** A dataset with a column of each type, for tests. */
export const VISITS: Dataset = {
  name: 'visits',
  type: 'CommunityVisit',
  zh: '进社区',
  en: 'Visits',
  owner: 'STREET',
  group: 'VISITS',
  table: 'community_visit',
  furtherTables: [],
  joins: [],
  columns: [
    column('street', 'text', 'DIMENSION', { nullable: false }),
    column('id', 'uuid', 'KEY', { nullable: false }),
    column('form', 'text', 'DIMENSION', {
      choices: ['ROUTINE', 'FOLLOW_UP'].map((code) => ({ code, zh: code, en: code })),
    }),
    column('note', 'text', 'TEXT'),
    column('day', 'date', 'TIME'),
    column('recorded_at', 'timestamptz', 'TIME'),
    column('persons', 'int', 'FACT'),
    column('done', 'boolean', 'DIMENSION'),
    column('tags', 'text[]', 'DIMENSION'),
    column('position', 'bigint', 'KEY', { nullable: false }),
    column('sample', 'boolean', 'DIMENSION', { nullable: false }),
  ],
  measures: [
    {
      name: 'count',
      property: 'count',
      sql: 'bigint',
      zh: '数量',
      en: 'Count',
      description: { zh: '数量', en: 'Count' },
      of: [],
      expression: () => 'count(*)',
    },
    {
      name: 'persons_sum',
      property: 'personsSum',
      sql: 'bigint',
      zh: '人数合计',
      en: 'Sum of persons',
      description: { zh: '人数合计', en: 'Sum of persons' },
      of: ['persons'],
      expression: (row) => `sum(${row}.persons)`,
    },
  ],
};

const A = '00000000-0000-7000-8000-00000000000';

/** Its view, with rows of two streets, and one that was removed. */
export const VISITS_VIEW = `
  CREATE SCHEMA bi;
  CREATE TABLE visit (street text, id uuid PRIMARY KEY, form text, note text, day date, recorded_at timestamptz, persons int,
    done boolean, tags text[], position bigint, sample boolean);
  INSERT INTO visit VALUES
    ('DAYU', '${A}1', 'ROUTINE', '中文 𠮷', '2026-01-31', '2026-01-31T16:30:00Z', 3, true, '{a,b}', 1, false),
    ('DAYU', '${A}2', 'FOLLOW_UP', 'it''s', '2026-02-01', '2026-02-01T01:00:00Z', NULL, false, '{}', 5, false),
    ('DAYU', '${A}3', NULL, NULL, NULL, NULL, 7, NULL, NULL, 9, true),
    ('CHENGZI', '${A}4', 'ROUTINE', '', '2026-02-28', '2026-02-28T15:59:59Z', 0, true, '{b}', 2, false),
    ('CHENGZI', '${A}5', 'ROUTINE', '100% _x', '2025-12-31', '2026-01-01T00:00:00Z', -4, false, '{c}', 4, false);
  CREATE VIEW bi.visits AS SELECT * FROM visit WHERE street = 'DAYU' UNION ALL SELECT * FROM visit WHERE street = 'CHENGZI';
  CREATE SCHEMA bi_dayu; CREATE VIEW bi_dayu.visits AS SELECT * FROM visit WHERE street = 'DAYU';
  CREATE SCHEMA bi_chengzi; CREATE VIEW bi_chengzi.visits AS SELECT * FROM visit WHERE street = 'CHENGZI';
  CREATE TABLE bi.removed_rows (street text, table_name text, id uuid, position bigint);
  INSERT INTO bi.removed_rows VALUES ('DAYU', 'community_visit', '${A}9', 6), ('DAYU', 'work_order', '${A}8', 7);`;

/** The last digit of each id. */
export const digits = (rows: readonly Record<string, unknown>[]): string =>
  rows.map(({ id }) => String(id).slice(-1)).join('');
