import { lookingLike, zhEn } from '@mtg/subgraph-kit';
import type { InputField } from '../input/field';
import * as field from '../input/fields';
import type { Column, SqlType } from '../tables/column';
import { snakeCase } from '../tables/sql-names';
import type { FurtherFilter, ReadColumn, Table } from '../tables/table';

/** What a list of a table can be filtered by, by the names of the filters. */
export type ListFilters = Readonly<Record<string, FurtherFilter>>;

/** Columns of every row by which a list is not filtered, or otherwise: see `updatedSince` and `sample`. */
const OTHERWISE: ReadonlySet<string> = new Set(['version', 'updatedAt', 'deletedAt', 'sample']);

/** The filters that follow from a table's columns, with those that it declares beside. */
export function filtersOf({ readable, filters }: Table): ListFilters {
  const derived = [...readable.values()].flatMap((column) =>
    OTHERWISE.has(column.property) ? [] : filtersOfColumn(column),
  );
  return { ...Object.fromEntries(derived), ...filters };
}

type Named = readonly [name: string, filter: FurtherFilter];

function filtersOfColumn(column: ReadColumn): readonly Named[] {
  const { property, nullable } = column;
  if (column.graphqlType === undefined && !column.reference) return [];
  if (property === 'id') return [oneOf(column)];
  const own = column.sql === 'text[]' ? ofList(column) : ofValue(column);
  return own.length > 0 && nullable ? [...own, isNull(column)] : own;
}

function ofValue(column: ReadColumn): readonly Named[] {
  const filters: Readonly<Record<SqlType, () => readonly Named[]>> = {
    text: () => ofText(column),
    'text[]': () => [],
    uuid: () => [equal(column), oneOf(column)],
    boolean: () => [equal(column)],
    int: () => [equal(column), ...range(column, 'To', '<=')],
    date: () => [equal(column), ...range(column, 'To', '<=')],
    timestamptz: () => range(column, 'Before', '<'),
  };
  return filters[column.sql]();
}

function ofText(column: ReadColumn): readonly Named[] {
  if (column.usage === 'CODE' || column.usage === 'CHOICE' || column.usage === 'NUMBER') {
    return [equal(column), oneOf(column)];
  }
  return column.usage === 'MARK' ? [alike(column)] : [];
}

/** Of codes a row may have many: `communityCodes` is filtered by one of them, `communityCode`. */
function ofList({ property, expression, usage, ...column }: ReadColumn): readonly Named[] {
  if (usage !== 'CODE') return [];
  const name = property.replace(/s$/, '');
  const [zh, en] = [`${column.zh}(含其一)`, `${column.en}: those that have this one among them`];
  return [
    [
      name,
      {
        field: field.code(zhEn(zh, en)),
        condition: (row, value, now) => `${expression(row, now)} @> ARRAY[${value}::text]`,
      },
    ],
  ];
}

const equal = (column: ReadColumn): Named => [
  column.property,
  {
    field: valueOf(column, zhEn(column.zh, column.en)),
    condition: (row, value, now) => `${column.expression(row, now)} = ${value}`,
  },
];

const oneOf = (column: ReadColumn): Named => [
  `${column.property}In`,
  {
    field: field.list(valueOf(column, zhEn(`${column.zh}，任一`, `${column.en}: any of these`))),
    condition: (row, value, now) => `${column.expression(row, now)} = ANY (${value})`,
  },
];

const isNull = (column: ReadColumn): Named => [
  `${column.property}IsNull`,
  {
    field: field.yesOrNo(zhEn(`${column.zh}，是否为空`, `${column.en}: null, or not null`)),
    condition: (row, value, now) => `(${column.expression(row, now)} IS NULL) = ${value}`,
  },
];

const alike = (column: ReadColumn): Named => [
  column.property,
  {
    field: field.line(zhEn(column.zh, column.en)),
    condition: lookingLike(snakeCase(column.property)),
  },
];

function range(column: ReadColumn, end: 'To' | 'Before', sign: '<=' | '<'): readonly Named[] {
  const { property, zh, en, expression } = column;
  const upTo = end === 'To' ? ['，至此(含)', ': up to this one, included'] : ['，早于', ': before'];
  return [
    [
      `${property}From`,
      {
        field: valueOf(column, zhEn(`${zh}，从此起`, `${en}: from this one on`)),
        condition: (row, value, now) => `${expression(row, now)} >= ${value}`,
      },
    ],
    [
      `${property}${end}`,
      {
        field: valueOf(column, zhEn(`${zh}${upTo[0]}`, `${en}${upTo[1]}`)),
        condition: (row, value, now) => `${expression(row, now)} ${sign} ${value}`,
      },
    ],
  ];
}

/** The input that a column's value is compared with. */
function valueOf(column: Column<unknown>, description: string): InputField<unknown> {
  const inputs: Readonly<Record<SqlType, () => InputField<unknown>>> = {
    text: () => textOf(column, description),
    'text[]': () => textOf(column, description),
    int: () => field.whole(description, -2_147_483_648, 2_147_483_647),
    boolean: () => field.yesOrNo(description),
    date: () => field.day(description),
    timestamptz: () => field.instant(description),
    uuid: () => field.uuid(description),
  };
  return inputs[column.sql]();
}

function textOf(
  { sql, usage, choices, graphqlType }: Column<unknown>,
  description: string,
): InputField<unknown> {
  if (usage === 'CHOICE' && graphqlType && choices) {
    const codes = Object.fromEntries(choices.map((choice) => [choice, choice]));
    return { ...field.choice(codes, description), graphqlType };
  }
  if (usage === 'NUMBER') return field.asCompared(field.line(description));
  const one = field.code(description);
  return graphqlType && sql === 'text' ? { ...one, graphqlType } : one;
}
