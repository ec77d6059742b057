import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Readings on record. Entries of commands, and their hashes, stay what they are. */
export class AuditReading1700000090000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE audit_entry DROP CONSTRAINT audit_entry_outcome,
        ADD CONSTRAINT audit_entry_outcome CHECK (outcome IN ('ALLOWED', 'READ', 'REFUSED'))
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    // Readings that are on the chain stay there: without them its hashes do not follow from each other.
    await queryRunner.query(`
      ALTER TABLE audit_entry DROP CONSTRAINT audit_entry_outcome,
        ADD CONSTRAINT audit_entry_outcome CHECK (outcome IN ('ALLOWED', 'REFUSED')) NOT VALID
    `);
  }
}
