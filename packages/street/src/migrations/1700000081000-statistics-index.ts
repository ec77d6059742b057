import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Statistics of a year find its proposals by the time at which they were put (R30). */
export class StatisticsIndex1700000081000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('CREATE INDEX need_proposal_created_at ON need_proposal (created_at, id)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX need_proposal_created_at');
  }
}
