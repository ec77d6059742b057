import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StoredAnswer } from './stored-answer';

/** The first answer to a command with an `Idempotency-Key`, written in the command's own transaction. */
@Entity('idempotency_record')
export class IdempotencyRecord {
  /** Keys are each client's own. */
  @PrimaryColumn('text')
  actor: string;

  @PrimaryColumn('text')
  key: string;

  /** Of the command, its input, and the role it was given in. */
  @Column('text')
  digest: string;

  @Column('jsonb')
  answer: StoredAnswer;

  @Column({ type: 'timestamptz', precision: 3 })
  at: Date;
}
