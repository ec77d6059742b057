import type { Dataset } from '@mtg/datasets';
import { snakeCase } from '@mtg/subgraph-kit';
import { catalogue, datasets, facts } from '../tests/support/bi-database';

const everyTable = [...catalogue.tables, ...catalogue.localCenters].map(({ table }) => table);

/** Copied columns, as `table.column`. */
const shared = new Set(
  everyTable.flatMap(({ sqlName, shared: properties }) =>
    properties.map((property) => `${sqlName}.${snakeCase(property)}`),
  ),
);
const stored = new Set(facts.flatMap(({ table, columns }) => columns.map(({ name }) => `${table}.${name}`)));

const inEach = (judge: (dataset: Dataset) => readonly string[]): readonly string[] =>
  datasets.flatMap((dataset) => judge(dataset).map((fault) => `${dataset.name}: ${fault}`));

test('each table that shares columns is a dataset, under a name of its own', () => {
  const known = new Set(datasets.filter(({ rows }) => !rows).map(({ table }) => table));
  const without = catalogue.tables.map(({ table }) => table.sqlName).filter((name) => !known.has(name));
  expect(without).toEqual([]);
  expect(new Set(datasets.map(({ name }) => name)).size).toBe(datasets.length);
});

test('datasets read what is shared, and nothing else', () => {
  const read = inEach(({ columns, table, furtherTables }) => [
    ...columns.flatMap(({ needs }) =>
      needs.flatMap((need) => need.columns.map((column) => `${need.table}.${column}`)),
    ),
    ...[table, ...furtherTables].map((each) => `${each}.id`),
  ]);
  const names = new Set(read.map((each) => each.replace(/^\w+: /, '')));
  expect([...names].filter((name) => !shared.has(name) && !stored.has(name))).toEqual([]);
});

test('an expression names the columns that it says it needs, and no others', () => {
  const place = { table: 't', feed: 'feed', stale: 'false', named: () => '', keyed: () => '' };
  const undeclared = inEach(({ columns, table, joins, rows }) =>
    columns.flatMap(({ name, needs, expression, property }) => {
      const stored = needs.filter((need) => need.table === table).flatMap((need) => need.columns);
      const own = new Set(rows ? rows.columns : stored);
      const named = [...expression('the_row', place).matchAll(/the_row\.(\w+)/g)].map(
        ([, each = '']) => each,
      );
      const missing = named.filter((each) => each !== 'feed' && !own.has(each));
      expect(joins.every(({ on }) => !on('x').includes('undefined'))).toBe(true);
      return missing.map((each) => `${name} (${property}) reads ${each}`);
    }),
  );
  expect(undeclared).toEqual([]);
});

test('no column about a person is in a dataset, however it is named', () => {
  const personal = new Set(
    everyTable.flatMap(({ sqlName, columns }) =>
      Object.entries(columns)
        .filter(([, column]) => column.personal)
        .map(([property]) => `${sqlName}.${snakeCase(property)}`),
    ),
  );
  expect([...personal].filter((name) => shared.has(name))).toEqual([]);
  expect(datasets.map(({ table }) => table)).not.toContain('sentiment_log');
  expect(datasets.map(({ table }) => table)).not.toContain('visit_record');
});

test('stored facts read what is shared', () => {
  const read = facts.flatMap(({ columns, touchedBy }) => [
    ...columns.flatMap(({ needs }) =>
      Object.entries(needs).flatMap(([table, names]) => names.map((name) => `${table}.${name}`)),
    ),
    ...touchedBy.map(({ table, column }) => `${table}.${column}`),
  ]);
  expect(read.filter((name) => !shared.has(name))).toEqual([]);
});

test('every dataset begins with street and id, ends with position, sample and stale, and has no name twice', () => {
  for (const { columns, measures } of datasets) {
    const names = columns.map(({ name }) => name);
    const all = [...columns, ...measures];
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    expect(new Set(all.map(({ property }) => property)).size).toBe(all.length);
    expect(names.slice(0, 3)).toEqual(['street', 'street_name', 'id']);
    expect(names.slice(-3)).toEqual(['position', 'sample', 'stale']);
    expect(names).toContain('deleted_at');
  }
});

test('labels tell columns and measures of a dataset apart, in both languages', () => {
  const doubled = inEach(({ columns, measures }) =>
    (['zh', 'en'] as const).flatMap((language) => {
      const labels = [...columns, ...measures].map((each) => each[language]);
      return labels.filter((label, index) => labels.indexOf(label) !== index);
    }),
  );
  expect(doubled).toEqual([]);
});

test('every label and sentence is there, in Chinese and in English', () => {
  const wrong = inEach(({ zh, en, columns, measures }) =>
    [
      { name: '', zh, en },
      ...[...columns, ...measures].flatMap(({ name, description, ...label }) => [
        { name, zh: label.zh, en: label.en },
        { name, ...description },
      ]),
    ]
      .filter(
        (each) => !/\p{Script=Han}/u.test(each.zh) || !/^[A-Z“]/.test(each.en) || /[A-Z]$/.test(each.en),
      )
      .map((each) => `${each.name} ${each.zh} · ${each.en}`),
  );
  expect(wrong).toEqual([]);
});

test('a measure reads columns of its dataset', () => {
  const wrong = inEach(({ columns, measures }) => {
    const names = new Set(columns.map(({ name }) => name));
    return measures.flatMap(({ name, of, expression }) => {
      const read = [...expression('d').matchAll(/\bd\.(\w+)/g)].map(([, each = '']) => each);
      return [...of, ...read]
        .filter((each) => !names.has(each) || !of.includes(each))
        .map((each) => `${name} ${each}`);
    });
  });
  expect(wrong).toEqual([]);
});

test('centers are the seven of each street, its own, and those it added by a decision', () => {
  const centers = datasets.find(({ table }) => table === 'functional_center');
  expect(centers?.furtherTables).toEqual(expect.arrayContaining(['plain_local_center', 'shimenying_center']));
});
