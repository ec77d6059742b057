import { WORK_ROW_COLUMNS } from '@mtg/commands';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The days from which streets are judged. Rows are only added. */
export class JudgementStart1700000084010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE judgement_start (${WORK_ROW_COLUMNS},
        street_code text NOT NULL,
        since date NOT NULL,
        reason text
      );
      CREATE INDEX judgement_start_updated ON judgement_start (updated_at, id);
      CREATE INDEX judgement_start_street ON judgement_start (street_code, id);
      CREATE INDEX judgement_start_since ON judgement_start (since, id);
      CREATE UNIQUE INDEX judgement_start_first ON judgement_start (street_code) WHERE reason IS NULL;
      CREATE TRIGGER judgement_start_kept BEFORE UPDATE OR DELETE ON judgement_start
        FOR EACH ROW EXECUTE FUNCTION keep_appraisal();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE judgement_start');
  }
}
