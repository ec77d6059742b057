import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Which version of which reference file a database holds, and the keys that the file listed. */
@Entity('reference_load')
export class ReferenceLoad {
  /** Name of the data set, e.g. `communities`. */
  @PrimaryColumn('text')
  name: string;

  /** SHA-256 of the values, in hexadecimal. */
  @Column('text')
  digest: string;

  @Column('text', { array: true })
  keys: string[];

  @Column('timestamptz', { default: () => 'now()' })
  loadedAt: Date;
}
