import type { CommandName } from '@mtg/access';
import {
  field,
  type Command,
  type CommandTarget,
  type InputField,
  type InputOf,
  type InputShape,
  type WorkRow,
  type WorkTableClass,
} from '@mtg/commands';
import { corrected, type CorrectableValue } from '@mtg/governance';
import { expectedVersion, reason } from '../common-inputs';
import { defineCommand, type StreetTransaction } from '../street-commands';
import type { StreetContext } from '../street-context';
import type { Correction } from './correction-table';

/** Values of a row that a correction may state, each by its name in the row. */
type ColumnsOf<Row> = Readonly<Partial<{ [Property in keyof Row]: InputField<NonNullable<Row[Property]>> }>>;

/** A row as plain values. */
type Values<Row> = Pick<Row, keyof Row>;

interface Statement<Row extends WorkRow, Columns extends ColumnsOf<Row> & InputShape> {
  readonly name: CommandName;
  /** Chinese first, then English; with the rules that are checked again. */
  readonly description: string;
  readonly table: WorkTableClass<Row>;
  readonly corrections: WorkTableClass<Correction>;
  /** Columns that can be corrected, as inputs. */
  readonly columns: Columns;
  /** Names what the command is aimed at, as the command that recorded the row does. */
  readonly target: (row: Row, transaction: StreetTransaction) => CommandTarget | Promise<CommandTarget>;
  /** Asks others about the values, before the command waits for its turn. */
  readonly prepare?: (
    given: { readonly [K in keyof Columns]: InputOf<Columns>[K] | null },
    context: StreetContext,
  ) => Promise<void>;
  /**
   * Checks the rules of the recording again.
   *
   * @param row as it was recorded
   * @param after as it is to be
   */
  readonly check: (transaction: StreetTransaction, row: Row, after: Values<Row>) => Promise<void> | void;
}

/**
 * Makes the command that corrects rows of a table: the values change, and an entry of each keeps the old one with the
 * reason. It is checked by the rules of the recording.
 */
export function defineCorrection<Row extends WorkRow, Columns extends ColumnsOf<Row> & InputShape>(
  statement: Statement<Row, Columns>,
): Command<StreetContext> {
  const { name, description, table, corrections, columns, target, prepare, check } = statement;
  const idField = table.table.input;
  const optional = Object.fromEntries(
    Object.entries<InputField<unknown>>(columns as InputShape).map(([property, each]) => [
      property,
      field.optional(each),
    ]),
  );
  type Given = Readonly<Record<string, unknown>>;
  // The input has these fields by its shape, which the compiler does not see of names that are computed.
  const idOf = (input: Given) => input[idField] as string;
  const givenOf = (input: Given) =>
    Object.fromEntries(Object.keys(columns).map((property) => [property, input[property]])) as {
      [K in keyof Columns]: InputOf<Columns>[K] | null;
    };
  return defineCommand({
    name,
    description,
    input: { [idField]: table.id(), expectedVersion, reason, ...optional },
    payload: { [table.table.one]: () => table, corrections: () => [corrections] },
    target: async (input, transaction) => target(await transaction.get(table, idOf(input)), transaction),
    prepare: async (input, context: StreetContext) => prepare?.(givenOf(input), context),
    execute: async (input, transaction) => {
      const { expectedVersion: version, reason: why } = input;
      const row = await transaction.get(table, idOf(input), { expectedVersion: version });
      // Values of columns are of these kinds.
      const given = givenOf(input) as Readonly<Record<string, CorrectableValue>>;
      const { changed, entries } = corrected(transaction, row, given, why);
      await check(transaction, row, Object.assign({}, row, changed));
      const written = await transaction.change(row, changed);
      const kept = [];
      for (const entry of entries) {
        kept.push(await transaction.insert(corrections, { ...entry, correctedId: row.id }));
      }
      return { [table.table.one]: written, corrections: kept };
    },
  });
}
