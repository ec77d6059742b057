import { WORK_ROW_COLUMNS } from '@mtg/commands';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Links of monthly reports to items of plans for the next month (R20). */
export class NextMonthLink1700000080010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE next_month_link (${WORK_ROW_COLUMNS},
        report_id uuid NOT NULL CONSTRAINT next_month_link_report_fk REFERENCES center_report (id),
        plan_item_id uuid NOT NULL CONSTRAINT next_month_link_plan_item_fk REFERENCES plan_item (id)
      );
      CREATE INDEX next_month_link_updated ON next_month_link (updated_at, id);
      CREATE INDEX next_month_link_report ON next_month_link (report_id, id);
      CREATE INDEX next_month_link_plan_item ON next_month_link (plan_item_id, id);
      -- A report announces an item once.
      CREATE UNIQUE INDEX next_month_link_once ON next_month_link (report_id, plan_item_id);
      CREATE TRIGGER next_month_link_immutable BEFORE UPDATE OR DELETE ON next_month_link
        FOR EACH ROW EXECUTE FUNCTION keep_dispatch_record();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE next_month_link');
  }
}
