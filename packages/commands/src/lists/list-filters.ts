import { snakeCase, lookingLike, zhEn } from '@mtg/subgraph-kit';
import type { InputField } from '../input/field';
import * as field from '../input/fields';
import type { Column, SqlType } from '../tables/column';
import { labelIn } from '../tables/label-in';
import type { FurtherFilter, ReadColumn, Table } from '../tables/table';

/** Filters of a table's list, by name. */
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
    numeric: () => [equal(column), ...range(column, 'To', '<=')],
    'double precision': () => range(column, 'To', '<='),
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
function ofList(column: ReadColumn): readonly Named[] {
  const { property, expression, usage } = column;
  if (usage !== 'CODE') return [];
  const name = property.replace(/s$/, '');
  return [
    [
      name,
      {
        field: field.code(described(column, '(含其一)', 'lists that contain this value')),
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
    field: field.list(valueOf(column, described(column, '，任一', 'any of these values'))),
    condition: (row, value, now) => `${column.expression(row, now)} = ANY (${value})`,
  },
];

const isNull = (column: ReadColumn): Named => [
  `${column.property}IsNull`,
  {
    field: field.yesOrNo(described(column, '，是否为空', 'true for null, false for not null')),
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
  const { property, expression } = column;
  const upTo =
    end === 'To'
      ? described(column, '，至此(含)', 'up to and including this value')
      : described(column, '，早于此', 'before this value');
  return [
    [
      `${property}From`,
      {
        field: valueOf(column, described(column, '，自此(含)', 'from this value on')),
        condition: (row, value, now) => `${expression(row, now)} >= ${value}`,
      },
    ],
    [
      `${property}${end}`,
      {
        field: valueOf(column, upTo),
        condition: (row, value, now) => `${expression(row, now)} ${sign} ${value}`,
      },
    ],
  ];
}

/** Describes a filter by the column's name and the condition. Notes on the column's own value are left out. */
const described = ({ zh, en }: ReadColumn, conditionZh: string, conditionEn: string): string =>
  zhEn(`${labelIn(zh)}${conditionZh}`, `${labelIn(en)}: ${conditionEn}`);

/** The input that a column's value is compared with. */
function valueOf(column: Column<unknown>, description: string): InputField<unknown> {
  const inputs: Readonly<Record<SqlType, () => InputField<unknown>>> = {
    text: () => textOf(column, description),
    'text[]': () => textOf(column, description),
    int: () => field.whole(description, -2_147_483_648, 2_147_483_647),
    numeric: () => field.amount(description),
    'double precision': () => field.number(description),
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
  if (usage === 'NUMBER') return field.asCompared(field.plainLine(description));
  const one = field.code(description);
  return graphqlType && sql === 'text' ? { ...one, graphqlType } : one;
}
