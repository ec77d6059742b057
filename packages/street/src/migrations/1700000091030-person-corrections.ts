import type { MigrationInterface, QueryRunner } from 'typeorm';
import { columnsGuardSql, correctionTableSql, onRecordSql } from './corrections';

const CORRECTED = ['name', 'subject', 'since'];
const immutable = (on: string): string => `CREATE TRIGGER person_immutable BEFORE ${on} ON person
  FOR EACH ROW EXECUTE FUNCTION keep_dispatch_record();`;

/** Corrections of the register of people, whose entries could not change before. */
export class PersonCorrections1700000091030 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ${correctionTableSql('person')}
      DROP TRIGGER person_immutable ON person;
      ${immutable('DELETE')}
      ${columnsGuardSql('person', CORRECTED)}
      ${onRecordSql('person', CORRECTED)}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER person_on_record ON person;
      DROP TRIGGER person_columns ON person;
      DROP TRIGGER person_immutable ON person;
      ${immutable('UPDATE OR DELETE')}
      DROP TABLE person_correction;
    `);
  }
}
