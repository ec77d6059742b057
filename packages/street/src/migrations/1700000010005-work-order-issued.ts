import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A week's orders are found by the days they were issued on, without looking at those of all years. */
export class WorkOrderIssued1700000010005 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('CREATE INDEX work_order_created ON work_order (created_at, id)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX work_order_created');
  }
}
