import { codesOf } from '@mtg/governance';
import { registerVocabulary, snakeCase, zhEn } from '@mtg/subgraph-kit';
import { Field, InputType as GraphQLInput, registerEnumType } from 'type-graphql';
import { z } from 'zod';
import type { InputField } from '../input/field';
import type { ReadColumn, Table } from '../tables/table';

const ORDER_DIRECTION_LABELS = {
  ASC: { zh: '升序，空值在后', en: 'Ascending, nulls last' },
  DESC: { zh: '降序，空值在前', en: 'Descending, nulls first' },
} as const;
export const OrderDirection = codesOf(ORDER_DIRECTION_LABELS);
export type OrderDirection = keyof typeof ORDER_DIRECTION_LABELS;

registerVocabulary(
  OrderDirection,
  'OrderDirection',
  { zh: '排序方向', en: 'Sort direction' },
  ORDER_DIRECTION_LABELS,
);

/** A column that a list is ordered by. */
export interface Ordering {
  readonly column: ReadColumn;
  readonly direction: OrderDirection;
}

/** Columns of every row by which a list is not ordered: the last is what ties are broken by. */
const NEVER: ReadonlySet<string> = new Set(['version', 'deletedAt', 'sample', 'id']);

/** More than this makes no order finer. */
const MOST_COLUMNS = 5;

const isOrderable = ({ property, sql, usage, graphqlType }: ReadColumn): boolean =>
  graphqlType !== undefined && sql !== 'text[]' && usage !== 'TEXT' && !NEVER.has(property);

/**
 * The argument `orderBy` of a table's list: several columns, each with a direction. Makes the types `WorkOrderOrder` and
 * `WorkOrderOrderField`.
 */
export function orderByOf({ name, many, label, readable }: Table): InputField<readonly Ordering[]> {
  const orderable = [...readable.values()].filter(isOrderable);
  const byCode = new Map(orderable.map((column) => [snakeCase(column.property).toUpperCase(), column]));
  const fields = Object.fromEntries([...byCode.keys()].map((code) => [code, code]));
  registerEnumType(fields, {
    name: `${name}OrderField`,
    description: zhEn('排序字段', `Sortable columns of ${name}`),
    valuesConfig: Object.fromEntries(
      [...byCode].map(([code, { zh, en }]) => [code, { description: zhEn(zh, en) }]),
    ),
  });

  @GraphQLInput(`${name}Order`, {
    description: zhEn(`${label.zh}的排序项`, `Sort key of \`${many}\``),
  })
  class Order {
    @Field(() => fields, { description: zhEn('字段', 'Column to sort by') })
    field: string;

    @Field(() => OrderDirection, {
      defaultValue: OrderDirection.ASC,
      description: zhEn('方向，默认升序', 'Sort direction (default ascending)'),
    })
    direction: OrderDirection;
  }

  const one = z
    .object({ field: z.enum(Object.keys(fields)), direction: z.enum(OrderDirection).default('ASC') })
    .transform(({ field, direction }): Ordering => {
      const column = byCode.get(field);
      if (!column) throw new Error(`${name} is not ordered by ${field}`);
      return { column, direction };
    });
  return {
    graphqlType: () => [Order],
    nullable: true,
    description: zhEn(
      '排序，先按首个字段；空值视为最大，同序者按登记先后；默认按登记先后',
      'Sort order, by the first column first. Nulls count as the greatest value. Ties keep the order of recording, which is also the default order',
    ),
    check: z
      .array(one)
      .max(MOST_COLUMNS, `最多 ${MOST_COLUMNS} 项 · must have at most ${MOST_COLUMNS} elements`)
      .nullish()
      .transform((given) => given ?? []),
  };
}
