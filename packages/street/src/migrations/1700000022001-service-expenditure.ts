import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lets an expenditure be for a service project (R30, R31). */
export class ServiceExpenditure1700000022001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE expenditure
        ADD COLUMN service_project_id uuid
          CONSTRAINT expenditure_service_project_fk REFERENCES service_project (id),
        DROP CONSTRAINT expenditure_for,
        ADD CONSTRAINT expenditure_for CHECK (num_nonnulls(project_id, work_order_id, service_project_id) = 1);
      CREATE INDEX expenditure_service_project ON expenditure (service_project_id, id);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE expenditure DROP CONSTRAINT expenditure_for;
      ALTER TABLE expenditure DROP COLUMN service_project_id,
        ADD CONSTRAINT expenditure_for CHECK (num_nonnulls(project_id, work_order_id) = 1);
    `);
  }
}
