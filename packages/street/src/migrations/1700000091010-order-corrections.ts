import type { MigrationInterface, QueryRunner } from 'typeorm';
import { triggersOf, type Guarded } from './1700000017001-state-guard';
import { WORK_ORDER_GUARDED } from './1700000082000-return-request';
import { columnsGuardSql, correctionTableSql, onRecordSql } from './corrections';

/** Frozen, like the machines of the state guard. What an order says is corrected until it ends. */
export const WORK_ORDER_CORRECTED: Guarded = {
  ...WORK_ORDER_GUARDED,
  changing: [...WORK_ORDER_GUARDED.changing, 'title', 'content'],
};

const CHARTER = ['title', 'goals', 'department_codes', 'community_codes', 'deadline'];

const guardedBy = (guarded: Guarded): string => `
  DROP TRIGGER work_order_first_state ON work_order;
  DROP TRIGGER work_order_steps ON work_order;
  ${triggersOf(guarded)}`;

/** Corrections of projects and of orders. Another responsible person comes by a correction or a step of the order. */
export class OrderCorrections1700000091010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ${correctionTableSql('project')}
      ${columnsGuardSql('project', CHARTER)}
      ${onRecordSql('project', CHARTER)}
      ${correctionTableSql('work_order')}
      ${guardedBy(WORK_ORDER_CORRECTED)}
      ${onRecordSql('work_order', ['title', 'content'])}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER work_order_on_record ON work_order;
      ${guardedBy(WORK_ORDER_GUARDED)}
      DROP TRIGGER project_on_record ON project;
      DROP TRIGGER project_columns ON project;
      DROP TABLE work_order_correction, project_correction;
    `);
  }
}
