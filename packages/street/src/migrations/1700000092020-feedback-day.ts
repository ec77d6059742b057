import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The day on which a feedback report was issued. Those until now were recorded as they were issued. */
export class FeedbackDay1700000092020 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE feedback_report ADD COLUMN issued_on date;
      UPDATE feedback_report SET issued_on = (created_at AT TIME ZONE 'Asia/Shanghai')::date;
      ALTER TABLE feedback_report ALTER COLUMN issued_on SET NOT NULL;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE feedback_report DROP COLUMN issued_on');
  }
}
