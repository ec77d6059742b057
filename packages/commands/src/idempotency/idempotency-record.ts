import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StoredAnswer } from './stored-answer';

/** The use of an `Idempotency-Key`: the request's digest and its answer, written in the command's own transaction. */
@Entity('idempotency_record')
export class IdempotencyRecord {
  /** Each subject has keys of its own. */
  @PrimaryColumn('text')
  actor: string;

  @PrimaryColumn('text')
  key: string;

  /** SHA-256 of the command, its input, and the role it was given in. */
  @Column('text')
  digest: string;

  /** Null after a refusal that is examined again on a retry. */
  @Column('jsonb', { nullable: true })
  answer: StoredAnswer | null;

  @Column({ type: 'timestamptz', precision: 3 })
  at: Date;
}
