import type { Bilingual } from '@mtg/governance';
import type { Choice, DatasetColumn, Measure } from './dataset';

/** Additions to a dataset beyond what follows from its table. */
export interface DatasetStatement {
  /** Name. Default: that of the table's list. */
  readonly name?: string;
  /** Type of its rows in the schema. */
  readonly type?: string;
  readonly zh?: string;
  readonly en?: string;
  /** Properties that it leaves out. */
  readonly without?: readonly string[];
  /** Labels that say more than those of the schema, by name of the column. */
  readonly labels?: Readonly<Record<string, Bilingual>>;
  /** Descriptions that say more than those of the schema, by name of the column. */
  readonly descriptions?: Readonly<Record<string, Bilingual>>;
  /** Codes that the declaration has no vocabulary for, by property. */
  readonly choices?: Readonly<Record<string, readonly Choice[]>>;
  /** Units of numbers, by property. */
  readonly units?: Readonly<Record<string, string>>;
  /** Numbers that are no quantities, by property. */
  readonly ordinals?: readonly string[];
  /** Columns of the rows that a property refers to, by that property. */
  readonly via?: Readonly<Record<string, readonly string[]>>;
  /** Unit of the count. */
  readonly unit?: string;
  readonly columns?: readonly DatasetColumn[];
  readonly measures?: readonly Measure[];
}
