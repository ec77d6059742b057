import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Adds a day that is known for every row: until now it was that of the recording. No row is updated, since guards refuse that for
 * records that stay as they are.
 */
export const dayOfRecording = (table: string, column: string): string => `
  ALTER TABLE ${table} ADD COLUMN ${column} date;
  ALTER TABLE ${table} ALTER COLUMN ${column} TYPE date USING (created_at AT TIME ZONE 'Asia/Shanghai')::date,
    ALTER COLUMN ${column} SET NOT NULL;`;

/** The day on which a feedback report was issued. Those until now were recorded as they were issued. */
export class FeedbackDay1700000092020 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(dayOfRecording('feedback_report', 'issued_on'));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE feedback_report DROP COLUMN issued_on');
  }
}
