import type { GroupValue } from '@mtg/dataset-query';
import type { Dataset } from '@mtg/datasets';

/** Types of SQL that values have. */
export type ValueSql = GroupValue['sql'];

/** Lists of texts are one text: tools for tables do not take collections. */
const EDM: Readonly<Record<ValueSql, string>> = {
  text: 'Edm.String',
  'text[]': 'Edm.String',
  uuid: 'Edm.Guid',
  boolean: 'Edm.Boolean',
  int: 'Edm.Int32',
  bigint: 'Edm.Int64',
  'double precision': 'Edm.Double',
  date: 'Edm.Date',
  timestamptz: 'Edm.DateTimeOffset',
};

export const edmOf = (sql: ValueSql): string => EDM[sql];

export const NAMESPACE = 'bi';

/** Key of every entity: ids are unique in the district, and the street says where the row is. */
export const KEY = ['street', 'id'] as const;

/** Name of the type of a dataset's rows. One table can be the origin of several datasets, so that it follows from the dataset. */
export const typeName = ({ name }: Dataset): string =>
  `${NAMESPACE}.${name.replaceAll(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())}`;

/** Type name without its namespace. */
export const bareTypeName = (dataset: Dataset): string => typeName(dataset).slice(NAMESPACE.length + 1);
