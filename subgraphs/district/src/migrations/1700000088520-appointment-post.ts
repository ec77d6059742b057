import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A document of 区委 names the body and the position that it appoints to (R32). Those that were recorded before stay as they are:
 * `NOT VALID` asks it of rows that are added from now on.
 */
export class AppointmentPost1700000088520 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE approval
        ADD COLUMN body_kind text CONSTRAINT approval_body
          CHECK (body_kind IN ('ENLARGED_WORKING_COMMITTEE', 'AREA_MANAGEMENT_COMMITTEE')),
        ADD COLUMN position text CONSTRAINT approval_position CHECK (position IN ('SECRETARY', 'DIRECTOR', 'MEMBER')),
        ADD CONSTRAINT approval_post CHECK (revoked_at IS NOT NULL
          OR num_nonnulls(body_kind, position) = CASE purpose WHEN 'APPOINTMENT' THEN 2 ELSE 0 END) NOT VALID;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE approval DROP CONSTRAINT approval_post, DROP COLUMN position,
      DROP COLUMN body_kind`);
  }
}
