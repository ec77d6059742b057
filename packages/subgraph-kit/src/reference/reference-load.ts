import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Which version of which reference file a database holds. */
@Entity('reference_load')
export class ReferenceLoad {
  /** Name of the data set, e.g. `communities`. */
  @PrimaryColumn('text')
  name: string;

  /** For each key that the file listed, the SHA-256 of its row in hexadecimal. */
  @Column('jsonb')
  rows: Record<string, string>;

  @Column('timestamptz', { default: () => 'now()' })
  loadedAt: Date;
}
