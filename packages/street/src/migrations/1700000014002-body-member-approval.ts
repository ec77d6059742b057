import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whom 区委 appoints, a registered document appoints (R32). Those who were appointed before that was asked for stay, and sample
 * members have none, since the district makes up no documents.
 */
export class BodyMemberApproval1700000014002 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE body_member ADD CONSTRAINT body_member_by_approval
        CHECK (state <> 'APPOINTED' OR community_code IS NOT NULL OR approval_id IS NOT NULL OR sample) NOT VALID
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE body_member DROP CONSTRAINT body_member_by_approval');
  }
}
