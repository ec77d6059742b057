import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sample years have appraisals of their own, which leave with them. */
export class SampleAppraisal1700000089620 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX appraisal_day_first;
      CREATE UNIQUE INDEX appraisal_day_first ON appraisal_day (year, sample) WHERE reason IS NULL;
      ${TABLES.map(keptBy).join('\n')}`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX appraisal_day_first;
      CREATE UNIQUE INDEX appraisal_day_first ON appraisal_day (year) WHERE reason IS NULL;
      ${TABLES.map(keptBefore).join('\n')}`);
  }
}

const TABLES = ['appraisal_day', 'appraisal_result'] as const;

const keptBy = (table: string): string => `
  DROP TRIGGER ${table}_kept ON ${table};
  CREATE TRIGGER ${table}_kept BEFORE UPDATE ON ${table} FOR EACH ROW EXECUTE FUNCTION keep_appraisal();
  CREATE TRIGGER ${table}_stays BEFORE DELETE ON ${table} FOR EACH ROW WHEN (NOT OLD.sample)
    EXECUTE FUNCTION keep_appraisal();`;

const keptBefore = (table: string): string => `
  DROP TRIGGER ${table}_stays ON ${table};
  DROP TRIGGER ${table}_kept ON ${table};
  CREATE TRIGGER ${table}_kept BEFORE UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION keep_appraisal();`;
