import type { MigrationInterface, QueryRunner } from 'typeorm';
import { triggersOf, type Guarded } from './1700000017001-state-guard';
import { DELEGATION_GUARDED } from './1700000082010-delegation-conclusion';

/** Frozen, like the machines of the migration that made the guard; a test compares the two. */
export const SENDABLE_DELEGATION_GUARDED: Guarded = {
  ...DELEGATION_GUARDED,
  steps: [...DELEGATION_GUARDED.steps, 'SUBMITTED>SENT_BACK', 'OPINION_HEARD>SENT_BACK'],
  finals: [...DELEGATION_GUARDED.finals, 'SENT_BACK'],
};

const constraints = (guarded: Guarded, sentBack: string): string => `
  ALTER TABLE delegation DROP CONSTRAINT delegation_state, DROP CONSTRAINT delegation_decided,
    DROP CONSTRAINT delegation_heard;
  ALTER TABLE delegation
    ADD CONSTRAINT delegation_state CHECK (state IN ('SUBMITTED', 'OPINION_HEARD', 'APPROVED', 'DEPLOYED',
      'DISPATCHED', 'COMPLETED', 'REJECTED', 'WITHDRAWN', 'CONFIRMED'${sentBack})),
    ADD CONSTRAINT delegation_decided CHECK (decision_id IS NOT NULL
      OR state IN ('SUBMITTED', 'OPINION_HEARD', 'WITHDRAWN'${sentBack})),
    ADD CONSTRAINT delegation_heard CHECK (opinion IS NOT NULL OR state IN ('SUBMITTED', 'WITHDRAWN'${sentBack}));
  DROP TRIGGER delegation_first_state ON delegation;
  DROP TRIGGER delegation_steps ON delegation;
  ${triggersOf(guarded)}`;

/** The street sends back a task that is assigned directly under the name of a delegated matter (R07). */
export class SentBack1700000082040 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(constraints(SENDABLE_DELEGATION_GUARDED, ", 'SENT_BACK'"));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`UPDATE delegation SET state = 'WITHDRAWN' WHERE state = 'SENT_BACK';
      ${constraints(DELEGATION_GUARDED, '')}`);
  }
}
