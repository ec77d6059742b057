import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Lets a key be known by what it was used for without an answer: of a command that was refused for something that may be
 * otherwise the next time, the refusal is found out anew, but the key is used.
 */
export class UnansweredKey1700000015001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE idempotency_record ALTER COLUMN answer DROP NOT NULL');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DELETE FROM idempotency_record WHERE answer IS NULL;
      ALTER TABLE idempotency_record ALTER COLUMN answer SET NOT NULL;
    `);
  }
}
