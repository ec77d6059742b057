import type { Dataset, DatasetColumn, DatasetType } from '@mtg/datasets';
import { typeName } from './names';
import { CONDITIONS } from './shared-types';
import { block, described, labelAndSentence } from './words';

const SCALARS: Readonly<Record<DatasetType, string>> = {
  text: 'String',
  'text[]': '[String!]',
  uuid: 'UUID',
  boolean: 'Boolean',
  int: 'Int',
  // Beyond what an Int holds; a client passes positions back and does not count with them.
  bigint: 'String',
  'double precision': 'Float',
  date: 'Date',
  timestamptz: 'DateTime',
};

/** Columns that every source has: what else a street one version behind lacks is null there. */
const ALWAYS: ReadonlySet<string> = new Set(['street', 'street_name', 'id', 'position', 'sample', 'stale']);

/** Types of the rows of a dataset: the row, its page, and its filter. */
export function rowTypes(dataset: Dataset): readonly string[] {
  const { zh, en, columns } = dataset;
  const [type, named] = [typeName(dataset), `“${en}”`];
  return [
    `${described(zh, `Row of ${named}`)}
    ${block(`type ${type}`, [...columns.map(fieldOf), ...linksOf(dataset)])}`,
    `${described('列表中的一项', 'Row of a page, with its cursor')}
    type ${type}Edge {
      ${described('游标，不透明', 'Opaque cursor, to be passed as `after`')} cursor: String!
      ${described(zh, `Row of ${named}`)} node: ${type}!
    }`,
    `${described('分页列表', `Page of ${named}`)}
    type ${type}Connection {
      ${described('各项及其游标', 'Rows with their cursors')} edges: [${type}Edge!]!
      ${described('各项', 'Rows of the page')} nodes: [${type}!]!
      ${described('分页信息', 'Position of the page in the list')} pageInfo: PageInfo!
      ${described('总数(选取时才计算)', 'Number of rows. Counted only when selected. Null with `since`')} totalCount: Int
      ${described('自 since 起移除的行', 'Rows removed since `since`')} removed: [RemovedRow!]!
      ${described('各来源的新鲜度', 'How fresh each source is')} freshness: [SourceFreshness!]!
      ${described('位置，下次作为 since', 'Position, to be passed as `since` next time')} position: String!
    }`,
    `${described(`${zh}的条件`, `Filter of ${named}. All that is given holds`)}
    ${block(`input ${type}Filter`, [
      `${described('全部成立', 'All of these hold')} and: [${type}Filter!]`,
      `${described('任一成立', 'One of these holds')} or: [${type}Filter!]`,
      `${described('不成立', 'This does not hold')} not: ${type}Filter`,
      ...filterable(dataset).map(
        (column) => `${described(column.zh, column.en)} ${column.property}: ${CONDITIONS[column.sql]}`,
      ),
    ])}`,
  ];
}

/** Links to the street of a row, and to the object that it is a row of. What is computed is no object. */
const linksOf = ({ owner, rows }: Dataset): readonly string[] => [
  ...(owner === 'STREET' ? [`${described('实时的街道', 'The live street')} live: Street`] : []),
  ...(hasObject({ owner, rows })
    ? [`${described('实时的对象', 'The live object of the row')} object: LiveObject`]
    : []),
];

/** True if each row is one of an object that its street has. */
export const hasObject = ({ owner, rows }: Pick<Dataset, 'owner' | 'rows'>): boolean =>
  owner === 'STREET' && !rows;

/** Positions are compared by `since`. */
export const filterable = ({ columns }: Dataset): readonly DatasetColumn[] =>
  columns.filter(({ sql }) => sql !== 'bigint');

const fieldOf = (column: DatasetColumn): string =>
  `${labelAndSentence(column)} ${column.property}: ${SCALARS[column.sql]}${ALWAYS.has(column.name) ? '!' : ''}`;
