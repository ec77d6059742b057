import { DateTime, Decimal, LocalDate, UUID } from '@mtg/subgraph-kit';
import { ID, Int } from 'type-graphql';
import type { ReturnTypeFuncValue } from '../input/graphql-type';
import type { Column, NamedReference, SqlType, TableReference, TraceEdge } from './column';
import type { DerivedColumn, TableClass } from './table';

type Vocabulary<Code extends string> = Readonly<Record<string, Code>>;

function make<Value>(
  sql: SqlType,
  usage: Column<Value>['usage'],
  graphqlType: (() => ReturnTypeFuncValue) | undefined,
  zh: string,
  en: string,
): Column<Value> {
  return { sql, usage, graphqlType, nullable: false, zh, en };
}

/** A short text: a title, a name. Lists can be ordered by it. */
export const line = (zh: string, en: string): Column<string> => make('text', 'LINE', () => String, zh, en);

/** A text of any length. */
export const text = (zh: string, en: string): Column<string> => make('text', 'TEXT', () => String, zh, en);

/** A number that the platform gives, e.g. `DAYU-2026-0001`. */
export const number = (zh: string, en: string): Column<string> =>
  make('text', 'NUMBER', () => String, zh, en);

/** A name or number that people wrote, and that is found however it is written. */
export const mark = (zh: string, en: string): Column<string> => make('text', 'MARK', () => String, zh, en);

/** A code that something is known by. */
export const code = (zh: string, en: string): Column<string> => make('text', 'CODE', () => ID, zh, en);

/** A column that identifies a person or repeats what a person said, which no table can share. */
export const personal = <Value>(column: Column<Value>): Column<Value> => ({ ...column, personal: true });

/** A column whose readings by some roles are recorded in the audit; its field group says by which. */
export const readOnRecord = <Value>(column: Column<Value>): Column<Value> => ({
  ...column,
  readOnRecord: true,
});

/** The token subject of an actor. */
export const subject = (zh: string, en: string): Column<string> =>
  personal(make('text', 'CODE', () => String, zh, en));

/** Codes that things are known by. */
export const codes = (zh: string, en: string): Column<string[]> => make('text[]', 'CODE', () => [ID], zh, en);

/** Short texts. */
export const lines = (zh: string, en: string): Column<string[]> =>
  make('text[]', 'LINE', () => [String], zh, en);

/** One of a vocabulary that is registered as an enum of the schema. */
export const choice = <Code extends string>(
  vocabulary: Vocabulary<Code>,
  zh: string,
  en: string,
): Column<Code> => ({
  ...make<Code>('text', 'CHOICE', () => vocabulary, zh, en),
  choices: Object.values(vocabulary),
});

/** Several of a vocabulary. */
export const choices = <Code extends string>(
  vocabulary: Vocabulary<Code>,
  zh: string,
  en: string,
): Column<Code[]> => ({
  ...make<Code[]>('text[]', 'CHOICE', () => [vocabulary], zh, en),
  choices: Object.values(vocabulary),
});

export const whole = (zh: string, en: string): Column<number> => make('int', 'ORDINARY', () => Int, zh, en);

/** An amount of money in 元, exact: `numeric(15,2)` in the database and a text with two decimals everywhere else. */
export const amount = (zh: string, en: string): Column<string> =>
  make('numeric', 'ORDINARY', () => Decimal, zh, en);

export const yesOrNo = (zh: string, en: string): Column<boolean> =>
  make('boolean', 'ORDINARY', () => Boolean, zh, en);

/** A calendar day, `YYYY-MM-DD`. */
export const day = (zh: string, en: string): Column<string> =>
  make('date', 'ORDINARY', () => LocalDate, zh, en);

export const instant = (zh: string, en: string): Column<Date> =>
  make('timestamptz', 'ORDINARY', () => DateTime, zh, en);

export const uuid = (zh: string, en: string): Column<string> => make('uuid', 'ORDINARY', () => UUID, zh, en);

/** A column that may be null. */
export const optional = <Value>(column: Column<Value>): Column<Value | null> => ({
  ...column,
  nullable: true,
});

/** A column that the schema does not show. */
export const hidden = <Value>(column: Column<Value>): Column<Value> => ({
  ...column,
  graphqlType: undefined,
});

/** The place of a number within its year, which the schema does not show: the number says it. */
export const sequence = (): Column<number> => hidden(whole('序列号', 'Sequence'));

/** A column that the schema does not show and that holds one value. */
export const fixed = (value: string): Column<string> => ({
  ...hidden(text('', '')),
  byDefault: value,
});

/** A column whose value is computed when it is read. */
export const derived = <Value>(
  column: Column<Value>,
  expression: DerivedColumn['expression'],
): DerivedColumn => ({ ...column, expression });

/** An edge that is walked on from in both directions. */
export const ON: TraceEdge = { up: 'ON', down: 'ON' };

/** The edge to what is recorded of something: it leads up and on, and is shown below that thing alone. */
export const NEAR: TraceEdge = { up: 'ON', down: 'NEAR' };

/** Edge to the outcome of the row. */
export const OUTCOME: TraceEdge = { ...ON, outcome: true };

type ReferenceOptions = Partial<Pick<TableReference, 'name' | 'zh' | 'en' | 'inverse' | 'trace'>>;

/**
 * A reference to a row of another table. The schema shows the row in place of its id: `workOrderId` becomes the field
 * `workOrder`, and `inverse` the field by which the other row leads back.
 *
 * @example
 * workOrderId: column.ref(() => WorkOrder, { inverse: 'evidence' })
 */
export const ref = (target: () => TableClass, options: ReferenceOptions = {}): Column<string> => ({
  ...hidden(uuid('', '')),
  reference: { kind: 'TABLE', target, ...options },
});

/** A column that has the value of another of the row that it refers to: a code, a name. */
export const refBy = <Value>(
  column: Column<Value>,
  key: string,
  target: () => TableClass,
  options: ReferenceOptions,
): Column<Value> => ({ ...column, reference: { kind: 'TABLE', target, key, ...options } });

/** A reference to another row of the same table. */
export const self = (options: ReferenceOptions): Column<string> => ref(() => SELF, options);

/** Stands for the table that is being declared, and is replaced by it before anything asks for its table. */
// A class without a table, which the declaration replaces.
export const SELF = class Self {} as unknown as TableClass;

/** Lets a column of codes lead to what they stand for. */
export const leadingTo = <Value>(
  column: Column<Value>,
  reference: Omit<NamedReference, 'kind'>,
): Column<Value> => ({ ...column, reference: { kind: 'NAMED', ...reference } });
