import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Version of each reference file that a database holds. */
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
