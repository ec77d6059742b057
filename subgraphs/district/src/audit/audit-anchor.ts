import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * Where a street's audit chain ended when the district looked. Rows are only ever added: a chain that is cut off or
 * written anew later does not fit them any more.
 */
@Entity('audit_anchor')
export class AuditAnchor {
  /** Code of the street. */
  @PrimaryColumn('text')
  chain: string;

  @PrimaryColumn('bigint')
  sequence: string;

  /** Part of the key: that one number has two hashes is just what must not get lost. */
  @PrimaryColumn('text')
  hash: string;

  @Column({ type: 'timestamptz', precision: 3 })
  seenAt: Date;
}
