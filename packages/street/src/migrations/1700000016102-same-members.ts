import { createUniqueLook } from '@mtg/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A person is in a body once, and a seat has one holder, however their names are written. */
const LOOKS = [
  {
    name: 'body_member_one_holder_look',
    table: 'body_member',
    on: 'body_code, comparison_form(seat), sample',
    where: `state = 'APPOINTED' AND seat IS NOT NULL`,
  },
  {
    name: 'body_member_person_look',
    table: 'body_member',
    on: 'body_code, comparison_form(person_name), comparison_form(unit), sample',
    where: `state IN ('NOMINATED', 'REVIEWED', 'APPOINTED')`,
  },
] as const;

export class SameMembers1700000016102 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const look of LOOKS) await createUniqueLook(queryRunner, look);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX ${LOOKS.map(({ name }) => name).join(', ')}`);
  }
}
