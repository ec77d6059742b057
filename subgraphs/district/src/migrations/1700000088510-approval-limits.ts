import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An approval of 区政府 is for one matter of one department in streets that it names, once or until a day (R07). Those that were
 * recorded before stay as they are: `NOT VALID` asks it of rows that are added from now on.
 */
export class ApprovalLimits1700000088510 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE approval
        ADD COLUMN matter text CONSTRAINT approval_matter CHECK (btrim(matter) <> ''),
        ADD COLUMN valid_until date CONSTRAINT approval_period CHECK (valid_until >= decided_on),
        ADD CONSTRAINT approval_limits CHECK (revoked_at IS NOT NULL OR CASE authority
          WHEN 'DISTRICT_GOVERNMENT' THEN num_nulls(matter, department_code, street_codes) = 0
          ELSE num_nonnulls(matter, valid_until) = 0 END) NOT VALID;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE approval DROP CONSTRAINT approval_limits, DROP COLUMN valid_until,
      DROP COLUMN matter`);
  }
}
