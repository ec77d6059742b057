import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The time at which a verification was recorded, to which its day is compared (R27). An amended entry has another last change. */
export class LedgerVerifiedAt1700000089640 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE ledger_entry ADD COLUMN verified_at timestamptz(3);
      UPDATE ledger_entry SET verified_at = updated_at WHERE amended_at IS NULL;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE ledger_entry DROP COLUMN verified_at');
  }
}
