import { corrected, type Act, type CorrectableValue } from '@mtg/governance';
import { titled } from './people';
import type { Random } from './random';
import { actOf } from './rules';
import type { SampleRow, TableName } from './sheet';
import type { Story } from './story';

/** Weeks between corrections of one kind. */
export const EVERY = 6;

/** Tables of the sample with corrections. */
export type Corrected = TableName &
  { [Name in TableName]: `${Name}Correction` extends TableName ? Name : never }[TableName];

/** A correction of one row. */
export interface Slip {
  readonly table: Corrected;
  readonly row: SampleRow | undefined;
  readonly moment: Date;
  readonly actor: Act['actor'];
  readonly given: Readonly<Record<string, CorrectableValue>>;
  readonly check: (act: Act, after: SampleRow) => void;
}

/** Values of a row by the columns that its table has. */
export const columnsOf = <Columns>(row: SampleRow): Columns =>
  // Rows of a sheet are made with all columns of their table.
  row as unknown as Columns;

/** Corrects a row, as its command does, if that has come to pass. */
export function correct(story: Story, random: Random, slip: Slip): void {
  const { table, row, moment, actor, given, check } = slip;
  if (!row || !story.isPast(moment)) return;
  const act = actOf(actor, moment);
  const { changed, entries } = corrected(act, row, given, titled('登记时笔误'));
  const after = { ...row, ...changed, version: row.version + 1, updatedAt: moment };
  check(act, after);
  story.replace(table, after);
  for (const entry of entries) {
    const values = { ...entry, correctedId: row.id };
    story.add(`${table}Correction`, moment, values, { id: random.idAt(moment) });
  }
}
