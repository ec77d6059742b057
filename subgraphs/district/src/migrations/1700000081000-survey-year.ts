import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Statistics of a year find its surveys (R30). */
export class SurveyYear1700000081000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('CREATE INDEX needs_survey_year ON needs_survey (year, id)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX needs_survey_year');
  }
}
