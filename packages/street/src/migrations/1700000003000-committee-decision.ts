import { WORK_ROW_COLUMNS } from '@mtg/commands';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the Street Party Working Committee decides. */
export class CommitteeDecision1700000003000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE committee_decision (${WORK_ROW_COLUMNS},
        number text NOT NULL CONSTRAINT committee_decision_number UNIQUE,
        decided_at timestamptz(3) NOT NULL,
        outcome text NOT NULL CONSTRAINT committee_decision_outcome CHECK (outcome IN ('APPROVED', 'REJECTED')),
        subject text NOT NULL CONSTRAINT committee_decision_subject
          CHECK (subject IN ('MAJOR_MATTER', 'DELEGATION', 'KEY_POINT', 'APPOINTMENT')),
        summary text NOT NULL
      );
      CREATE INDEX committee_decision_updated ON committee_decision (updated_at, id);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE committee_decision');
  }
}
