import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StoredAnswer } from './stored-answer';

/** What an `Idempotency-Key` was used for, and the first answer to it, written in the command's own transaction. */
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

  /** Null after a refusal that is found out anew when it is asked for again. */
  @Column('jsonb', { nullable: true })
  answer: StoredAnswer | null;

  @Column({ type: 'timestamptz', precision: 3 })
  at: Date;
}
