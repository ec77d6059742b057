import { createUniqueLook } from '@mtg/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A document has one number, however it is written. */
export class SameApprovals1700000016101 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await createUniqueLook(queryRunner, {
      name: 'approval_look',
      table: 'approval',
      on: 'comparison_form(number)',
      where: 'true',
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX approval_look');
  }
}
