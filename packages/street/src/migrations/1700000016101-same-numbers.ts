import { createUniqueLook } from '@mtg/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Numbers that people choose, and names by which a meeting's records are told apart: two that look the same are one. */
const LOOKS = [
  {
    name: 'committee_decision_look',
    table: 'committee_decision',
    on: 'comparison_form(number), sample',
    where: 'true',
  },
  {
    name: 'minutes_look',
    table: 'minutes',
    on: 'comparison_form(number), sample',
    where: 'number IS NOT NULL',
  },
  {
    name: 'attendance_record_look',
    table: 'attendance_record',
    on: 'meeting_id, comparison_form(unit)',
    where: 'unit IS NOT NULL',
  },
  {
    name: 'member_report_look',
    table: 'member_report',
    on: 'meeting_id, comparison_form(unit)',
    where: 'true',
  },
] as const;

export class SameNumbers1700000016101 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const look of LOOKS) await createUniqueLook(queryRunner, look);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX ${LOOKS.map(({ name }) => name).join(', ')}`);
  }
}
