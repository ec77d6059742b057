import type { CommandName } from '@mtg/access';
import {
  field,
  type Command,
  type CommandTarget,
  type InputField,
  type InputShape,
  type WorkRow,
  type WorkTableClass,
} from '@mtg/commands';
import { corrected, type Bilingual, type CorrectableValue } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { expectedVersion, reason } from '../common-inputs';
import { defineCommand, type StreetTransaction } from '../street-commands';
import type { StreetContext } from '../street-context';
import { correctionTable, type Correction } from './correction-table';
import { rightValueOf } from './right-value';

/** A row as plain values. */
type Values<Row> = Pick<Row, keyof Row>;

interface Statement<Row extends WorkRow, Column extends keyof Row & string, Prepared> {
  readonly name: CommandName;
  /** The matter of the correction, and the rules that are checked again, as a whole sentence in each language. */
  readonly says: Bilingual;
  readonly table: WorkTableClass<Row>;
  /** Columns that can be corrected. Those that may be null can be cleared as well. */
  readonly columns: readonly Column[];
  /** Columns that follow from corrected ones, and have no corrections of their own. */
  readonly follows?: (after: Values<Row>) => Partial<Values<Row>>;
  /** Inputs of values of which the column says too little. */
  readonly inputs?: { readonly [Property in Column]?: InputField<NonNullable<Row[Property]>> };
  /** Names what the command is aimed at, as the command that recorded the row does. */
  readonly target: (row: Row, transaction: StreetTransaction) => CommandTarget | Promise<CommandTarget>;
  /** Asks others, before the command waits for its turn. */
  readonly prepare?: (
    given: { readonly [Property in Column]: Row[Property] | null },
    context: StreetContext,
  ) => Promise<Prepared>;
  /**
   * Checks the rules of the recording again.
   *
   * @param row as it was recorded
   * @param after as it is to be
   */
  readonly check?: (transaction: StreetTransaction, row: Row, after: Values<Row>) => Promise<void> | void;
  /**
   * Checks what rests on the row, once it is written. A refusal takes the correction back.
   *
   * @param row as it is since
   * @param before as it was
   * @param prepared what `prepare` has fetched
   */
  readonly afterwards?: (
    transaction: StreetTransaction,
    row: Row,
    before: Values<Row>,
    prepared: Prepared,
  ) => Promise<unknown>;
}

/** The command that corrects rows of a table, and the table that keeps what was there. */
export interface TableCorrection {
  readonly command: Command<StreetContext>;
  readonly entries: WorkTableClass<Correction>;
}

/**
 * Declares that rows of a table can be corrected: the values change, and an entry of each keeps the old one with the reason.
 * Inputs and the table of entries follow from the table.
 *
 * @example
 * export const memberReportCorrection = defineCorrection({
 *   name: 'correctMemberReport', says: { zh: '更正成员单位汇报的内容', en: 'Corrects the content of a member unit’s report' },
 *   table: MemberReport, columns: ['content'], target: () => ({}),
 * });
 */
export function defineCorrection<
  Row extends WorkRow,
  Column extends keyof Row & string,
  Prepared = undefined,
>(statement: Statement<Row, Column, Prepared>): TableCorrection {
  const { name, says, table, columns, inputs, target, prepare, follows, check, afterwards } = statement;
  const entries = correctionTable(table);
  const clearable = columns.filter((property) => table.table.columns[property]?.nullable);
  const shape = {
    ...valuesOf(table, columns, inputs ?? {}),
    ...(clearable.length > 0 && { clear: clearing(clearable) }),
  };
  type Given = Readonly<Record<string, unknown>>;
  // The input has these fields by its shape, which the compiler does not see of names that are computed.
  const idOf = (input: Given) => input[table.table.input] as string;
  const givenOf = (input: Given) =>
    Object.fromEntries(columns.map((property) => [property, input[inputOf(property)] ?? null])) as {
      [Property in Column]: Row[Property] | null;
    };
  const command = defineCommand({
    name,
    description: zhEn(`${says.zh}。原值和理由保留`, `${says.en}. The old values are kept with the reason`),
    input: { [table.table.input]: table.id(), expectedVersion, reason, ...shape },
    payload: { [table.table.one]: () => table, corrections: () => [entries] },
    target: async (input, transaction) => target(await transaction.get(table, idOf(input)), transaction),
    // Without it nothing is asked for what it fetches.
    prepare: async (input, context: StreetContext) => (await prepare?.(givenOf(input), context)) as Prepared,
    execute: async (input, transaction, prepared) => {
      const { expectedVersion: version, reason: why } = input;
      const row = await transaction.get(table, idOf(input), { expectedVersion: version });
      // Values of columns are of these kinds, and fields to clear are named by texts.
      const given = givenOf(input) as Readonly<Record<string, CorrectableValue>>;
      const named = (input['clear'] ?? []) as readonly string[];
      const { changed, entries: said } = corrected(transaction, row, given, why, { named, clearable });
      const before: Values<Row> = Object.assign({}, row);
      const after: Values<Row> = Object.assign({}, row, changed);
      await check?.(transaction, row, after);
      const written = await transaction.change(row, { ...changed, ...follows?.(after) });
      await afterwards?.(transaction, written, before, prepared);
      const kept = [];
      for (const entry of said) {
        kept.push(await transaction.insert(entries, { ...entry, correctedId: row.id }));
      }
      return { [table.table.one]: written, corrections: kept };
    },
  });
  return { command, entries };
}

/** Name of the input of a column’s right value: `reason` is that of the correction. */
const inputOf = (property: string): string => (property === 'reason' ? 'rightReason' : property);

/** The right values of columns, each of which may be left out. */
function valuesOf(
  { table }: WorkTableClass,
  columns: readonly string[],
  given: Readonly<Record<string, InputField<unknown> | undefined>>,
): InputShape {
  const values = columns.map((property) => {
    const column = table.columns[property];
    if (!column) throw new Error(`${table.name} has no column ${property}`);
    const input = given[property] ?? rightValueOf(table.name, property, column);
    return [inputOf(property), field.optional(input)] as const;
  });
  return Object.fromEntries(values);
}

const clearing = (clearable: readonly string[]): InputField<string[] | null> => {
  const names = clearable.join(', ');
  return field.optional(
    field.list(field.line(zhEn(`要清空的字段，可选 ${names}`, `Fields to clear, from ${names}`))),
  );
};
