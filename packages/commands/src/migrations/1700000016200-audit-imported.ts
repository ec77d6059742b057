import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an import was. Entries of commands have none, and their hashes stay what they are. */
export class AuditImported1700000016200 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE audit_entry ADD COLUMN imported jsonb');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE audit_entry DROP COLUMN imported');
  }
}
