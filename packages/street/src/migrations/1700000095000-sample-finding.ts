import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Findings of sample data stand beside those of real work. */
export class SampleFinding1700000095000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE rule_finding DROP CONSTRAINT rule_finding_once,
        ADD CONSTRAINT rule_finding_once UNIQUE (rule, period, subject, sample);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DELETE FROM finding_answer WHERE sample;
      DELETE FROM rule_finding WHERE sample;
      ALTER TABLE rule_finding DROP CONSTRAINT rule_finding_once,
        ADD CONSTRAINT rule_finding_once UNIQUE (rule, period, subject);
    `);
  }
}
