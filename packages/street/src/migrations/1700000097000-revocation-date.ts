import type { MigrationInterface, QueryRunner } from 'typeorm';

const guardedBy = (columns: string): string => `
  DROP TRIGGER enforcement_mandate_steps ON enforcement_mandate;
  CREATE TRIGGER enforcement_mandate_steps AFTER UPDATE ON enforcement_mandate
    FOR EACH ROW EXECUTE FUNCTION guard_enforcement(${columns});`;

/**
 * The date of the document that revokes a mandate: not before that of the mandate, and not after the day on which it takes effect
 * (R33). Early records have none.
 */
export class RevocationDate1700000097000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE enforcement_mandate ADD COLUMN revocation_date date
        CONSTRAINT enforcement_mandate_revocation_date CHECK (revocation_date <= revoked_on
          AND (document_date IS NULL OR document_date <= revocation_date)),
        ADD CONSTRAINT enforcement_mandate_revoked_in_writing CHECK (revocation_date IS NULL OR revoked_on IS NOT NULL);
      CREATE INDEX enforcement_mandate_revocation_date ON enforcement_mandate (revocation_date, id);
      ${guardedBy(`'revoked_on', 'revocation_document', 'revocation_date'`)}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ${guardedBy(`'revoked_on', 'revocation_document'`)}
      ALTER TABLE enforcement_mandate DROP COLUMN revocation_date;
    `);
  }
}
