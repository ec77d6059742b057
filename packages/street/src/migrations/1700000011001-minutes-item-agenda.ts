import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An item of minutes may say to which item of the agenda it belongs; those before it say nothing. */
export class MinutesItemAgenda1700000011001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE minutes_item
        ADD COLUMN agenda_number integer CONSTRAINT minutes_item_agenda_from_1 CHECK (agenda_number >= 1)
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE minutes_item DROP COLUMN agenda_number');
  }
}
