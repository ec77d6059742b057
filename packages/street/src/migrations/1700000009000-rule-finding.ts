import { WORK_ROW_COLUMNS } from '@mtg/commands';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the checks over time find. */
export class RuleFinding1700000009000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE rule_finding (${WORK_ROW_COLUMNS},
        rule text NOT NULL CONSTRAINT rule_finding_rule CHECK (rule ~ '^R[0-9]{2}$'),
        period text NOT NULL,
        subject text NOT NULL,
        state text NOT NULL CONSTRAINT rule_finding_state CHECK (state IN ('OPEN', 'RESOLVED')),
        message text NOT NULL,
        resolved_at timestamptz(3),
        CONSTRAINT rule_finding_once UNIQUE (rule, period, subject),
        CONSTRAINT rule_finding_resolved CHECK ((state = 'RESOLVED') = (resolved_at IS NOT NULL))
      );
      CREATE INDEX rule_finding_updated ON rule_finding (updated_at, id);
      CREATE INDEX rule_finding_state_id ON rule_finding (state, id);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE rule_finding');
  }
}
