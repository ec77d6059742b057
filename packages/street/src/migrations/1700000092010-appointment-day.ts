import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The day on which a step of an appointment was taken, where it was recorded later. */
export class AppointmentDay1700000092010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE appointment_step ADD COLUMN happened_on date');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE appointment_step DROP COLUMN happened_on');
  }
}
