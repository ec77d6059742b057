import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How an item follows from the trigger of a special meeting (R05). Items of earlier minutes do not say so. */
export class MinutesItemRelation1700000082030 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE minutes_item ADD COLUMN relation text
      CONSTRAINT minutes_item_relation CHECK (btrim(relation) <> '')`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE minutes_item DROP COLUMN relation');
  }
}
