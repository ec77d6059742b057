import type { WorkValues } from '@mtg/commands';
import type { WorkTables } from '@mtg/street';

export type TableName = keyof WorkTables;

/** The columns of a row that its module gives. */
export type Values<Name extends TableName> = WorkValues<InstanceType<WorkTables[Name]>>;

/** What every row has besides. */
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
