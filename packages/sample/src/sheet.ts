import type { WorkValues } from '@mtg/commands';
import type { StreetTables } from '@mtg/street';

/** Judgements are the sweep's own. Findings are too, but a made-up year has answers to them. */
export type TableName = Exclude<keyof StreetTables, 'Judgement'>;

/** The columns of a row that its module gives. */
export type Values<Name extends TableName> = WorkValues<InstanceType<StreetTables[Name]>>;

/** Columns that every row has in addition. */
export interface Common {
  readonly id: string;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly deletedAt: null;
  readonly sample: true;
}

export type SampleRow = Common & Readonly<Record<string, unknown>>;

/** Rows that belong together, by table. */
export type Sheet = Map<TableName, SampleRow[]>;
