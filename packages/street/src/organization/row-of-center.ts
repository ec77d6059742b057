import type { ReferenceRow } from '@mtg/subgraph-kit';
import { JoinColumn, ManyToOne, type Relation } from 'typeorm';

/** The row that `centerCode` refers to. It is there for the foreign key, and never read. */
export type CenterRow = Relation<ReferenceRow>;

/** Makes the foreign key from `centerCode` to the functional center. @param constraint its name in SQL */
export const RefersToCenter =
  (constraint: string): PropertyDecorator =>
  (row, property) => {
    ManyToOne('FunctionalCenter')(row, property);
    JoinColumn({
      name: 'center_code',
      referencedColumnName: 'code',
      foreignKeyConstraintName: constraint,
    })(row, property);
  };
