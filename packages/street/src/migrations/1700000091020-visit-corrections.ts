import type { MigrationInterface, QueryRunner } from 'typeorm';
import { columnsGuardSql, correctionTableSql, onRecordSql } from './corrections';

const CORRECTED = ['day', 'form', 'plan_id', 'assignment_id'];

/** Corrections of visits. */
export class VisitCorrections1700000091020 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ${correctionTableSql('community_visit')}
      ${columnsGuardSql('community_visit', CORRECTED)}
      ${onRecordSql('community_visit', CORRECTED)}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER community_visit_on_record ON community_visit;
      DROP TRIGGER community_visit_columns ON community_visit;
      DROP TABLE community_visit_correction;
    `);
  }
}
