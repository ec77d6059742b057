/** Queries over datasets, whatever door they come by: what is asked is checked here and becomes one statement. */
export { NotOffered, QueryProblem } from './query-problem';
export { LITERALS, Parameters, type Binder } from './bind';
export { columnNamed } from './columns';
export type { Comparison, Condition, Literal, Operand } from './filter/condition';
export { streetsOf } from './filter/streets-of';
export { parseFilter } from './filter/parse-filter';
export { ConditionSql } from './filter/condition-sql';
export { TIME_ZONE } from './filter/functions';
export { orderTerms, parseOrder, totalOrder, type OrderTerm } from './rows/order';
export { readCursor, writeCursor } from './rows/cursor';
export { REMOVED_COLUMN, viewOf, type RowsQuery } from './rows/query';
export { countSql, rowsSql } from './rows/rows-query';
export { readPosition, writePosition, type Position } from './position/position';
export { GRAINS, isTimeZone, type Grain } from './aggregate/grain';
export {
  aggregateSql,
  groupCountSql,
  groupName,
  groupTerm,
  measureNamed,
  type AggregateQuery,
  type GroupOrder,
  type GroupTerm,
  type GroupValue,
  type HavingTerm,
} from './aggregate/aggregate-query';
export { columnValue } from './aggregate/column-value';
