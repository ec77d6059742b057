import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * Where another subgraph's audit chain ended when this one looked. Rows are only ever added: a chain that is cut off or
 * written anew later does not fit them any more.
 */
@Entity('audit_anchor')
export class AuditAnchor {
  /** Code of the street, or `DISTRICT`. */
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
