import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an approval is for, and whom it appoints (R07, R32). Those that were recorded before say neither, and carry nothing new. */
export class ApprovalPurpose1700000014001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE approval
        ADD COLUMN purpose text CONSTRAINT approval_purpose CHECK (CASE authority
          WHEN 'DISTRICT_GOVERNMENT' THEN purpose IN ('TEMPORARY_BODY', 'DIRECT_TASK')
          ELSE purpose = 'APPOINTMENT' END),
        ADD COLUMN appointees text[],
        ADD CONSTRAINT approval_appoints CHECK (CASE purpose WHEN 'APPOINTMENT'
          THEN coalesce(cardinality(appointees), 0) > 0 ELSE appointees IS NULL END),
        ADD CONSTRAINT approval_says_purpose CHECK (purpose IS NOT NULL OR revoked_at IS NOT NULL) NOT VALID;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE approval DROP COLUMN appointees, DROP COLUMN purpose');
  }
}
