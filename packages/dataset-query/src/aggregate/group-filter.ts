import type { Binder } from '../bind';
import type { NamedColumns } from '../columns';
import type { Condition } from '../filter/condition';
import { ConditionSql } from '../filter/condition-sql';

/**
 * The groups for which a condition holds. PostgreSQL moves a condition on what is grouped by before the grouping itself.
 *
 * @param statement reads all groups, without an order
 * @param names the values of a group
 * @throws QueryProblem for a name that groups do not have, and for a value that does not fit
 */
export const groupsWhere = (
  statement: readonly string[],
  names: NamedColumns,
  condition: Condition,
  binder: Binder,
): readonly string[] => [
  'SELECT * FROM (',
  ...statement,
  `) AS groups WHERE ${new ConditionSql(names, binder).of(condition)}`,
];
