import { column, defineTable, fact } from '@mtg/commands';
import { codesOf } from '@mtg/governance';
import { registerVocabulary } from '@mtg/subgraph-kit';
import { datasetsOf } from './datasets-of';
import { Catalogue } from './sources/catalogue';
import { storedFactsOf } from './stored-facts';

const LABELS = { SMALL: { zh: '小', en: 'small' }, LARGE: { zh: '大', en: 'large' } } as const;
const GardenSize = codesOf(LABELS);
registerVocabulary(GardenSize, 'GardenSize', { zh: '大小', en: 'Size of a garden' }, LABELS);

const common = { read: { group: 'DISPATCH' }, writes: 'WORK' } as const;

const Garden = defineTable('Garden', {
  ...common,
  zh: '花园',
  en: 'Garden',
  list: 'Gardens of the street',
  columns: {
    title: column.line('名称', 'Title'),
    size: column.choice(GardenSize, '大小', 'Size'),
    keeper: column.personal(column.line('看护人', 'Keeper')),
    note: column.text('说明', 'Note'),
  },
  shares: ['title', 'size'],
});

const trees = column.whole('树木数量', 'Number of trees. Counted every year');
const treeColumns = {
  gardenId: column.ref(() => Garden, { inverse: 'plantings' }),
  trees,
  secret: column.whole('内部数量', 'Internal count'),
};
const times = fact.stored(column.whole('次数', 'Times planted'), {
  sql: (row) => `(SELECT count(*)::int FROM planting other WHERE other.garden_id = ${row}.garden_id)`,
  reads: [{ table: 'planting', columns: ['garden_id'] }],
  touchedBy: [{ table: 'planting', column: 'id' }],
});
const many = (from: readonly string[]) =>
  fact.following(
    column.yesOrNo('是否多', 'Many: more than ten trees'),
    { times },
    {
      from,
      sql: (row) => `(${row}.trees > 10)`,
    },
  );

const declarePlanting = (from: readonly string[]) =>
  defineTable('Planting', {
    ...common,
    zh: '种植',
    en: 'Planting',
    list: 'Plantings',
    columns: treeColumns,
    derived: { times, many: many(from) },
    shares: ['gardenId', 'trees'],
  });

const catalogueWith = (from: readonly string[] = ['trees']): Catalogue =>
  new Catalogue({ street: [Garden, declarePlanting(from)], district: [] });
const catalogue = catalogueWith();
const datasets = datasetsOf(catalogue);
const [gardens, plantings] = datasets;

test('a table that shares columns is a dataset without a further line', () => {
  expect(datasets.map(({ name, type, table }) => [name, type, table])).toEqual([
    ['gardens', 'Garden', 'garden'],
    ['plantings', 'Planting', 'planting'],
  ]);
  expect(gardens?.columns.map(({ name }) => name)).toEqual([
    'street',
    'street_name',
    'id',
    'title',
    'size',
    'size_zh',
    'size_en',
    'created_at',
    'updated_at',
    'deleted_at',
    'version',
    'position',
    'sample',
    'stale',
  ]);
});

test('codes are beside what people read for them', () => {
  const size = gardens?.columns.find(({ name }) => name === 'size');
  expect(size).toMatchObject({ zh: '大小代码', en: 'Size (code)', role: 'DIMENSION' });
  expect(size?.choices).toEqual([
    { code: 'SMALL', zh: '小', en: 'Small' },
    { code: 'LARGE', zh: '大', en: 'Large' },
  ]);
  const place = { table: 'garden', feed: 'feed', stale: 'false', named: () => '', keyed: () => '' };
  const expression = gardens?.columns.find(({ name }) => name === 'size_zh')?.expression('t', place);
  expect(expression).toBe(`CASE t.size WHEN 'SMALL' THEN '小' WHEN 'LARGE' THEN '大' ELSE t.size END`);
});

test('an id is beside what people know the row by', () => {
  expect(plantings?.columns.find(({ name }) => name === 'garden_title')).toMatchObject({
    property: 'gardenTitle',
    zh: '花园名称',
    en: 'Title of the garden',
    nullable: true,
    joins: ['to_garden'],
  });
});

test('quantities are summed, and every list is counted', () => {
  expect(plantings?.measures.map(({ name, zh, en }) => [name, zh, en])).toEqual([
    ['count', '数量', 'Count'],
    ['trees_sum', '树木数量合计', 'Sum of number of trees'],
    ['times_sum', '次数合计', 'Sum of times planted'],
  ]);
});

test('a label is how a description begins, and the description stays whole', () => {
  expect(plantings?.columns.find(({ name }) => name === 'trees')).toMatchObject({
    zh: '树木数量',
    en: 'Number of trees',
    description: { zh: '树木数量', en: 'Number of trees. Counted every year' },
  });
});

test('facts that other rows decide are stored, and others follow', () => {
  expect(storedFactsOf(catalogue)).toMatchObject([
    { table: 'planting', columns: [{ name: 'times', type: 'int', needs: { planting: ['garden_id'] } }] },
  ]);
  expect(plantings?.columns.find(({ name }) => name === 'many')?.needs).toEqual([
    { table: 'planting', columns: ['trees'] },
  ]);
});

test('a fact that follows from a private column is refused', () => {
  expect(() => datasetsOf(catalogueWith(['secret']))).toThrow(
    'Planting.many follows from secret, which is not shared',
  );
});
