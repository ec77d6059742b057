import type { MigrationInterface, QueryRunner } from 'typeorm';
import { columnsGuardSql, correctionTableSql, onRecordSql } from './corrections';

const WORDS = ['this_week', 'next_week', 'community_matters', 'progress', 'next_month'];

/** Corrections of the reports of centers, and the guard that each correction keeps the old value. */
export class MeetingCorrections1700000091000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION guard_corrected() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      DECLARE
        changed text;
        kept boolean;
      BEGIN
        IF NOT is_served(TG_RELID) THEN
          RETURN NULL;
        END IF;
        FOREACH changed IN ARRAY string_to_array(TG_ARGV[1], ' ') LOOP
          IF to_jsonb(OLD) -> changed IS DISTINCT FROM to_jsonb(NEW) -> changed THEN
            EXECUTE format('SELECT EXISTS (SELECT FROM %I WHERE corrected_id = $1 AND made_version = $2
              AND lower(regexp_replace(field, ''([A-Z])'', ''_\\1'', ''g'')) = $3)', TG_ARGV[0])
              INTO kept USING NEW.id, NEW.version, changed;
            IF NOT kept THEN
              RAISE EXCEPTION 'a change of % of % keeps no correction', changed, TG_TABLE_NAME
                USING ERRCODE = 'integrity_constraint_violation';
            END IF;
          END IF;
        END LOOP;
        RETURN NULL;
      END $$;
      ${correctionTableSql('center_report')}
      ${columnsGuardSql('center_report', WORDS)}
      ${onRecordSql('center_report', WORDS)}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER center_report_on_record ON center_report;
      DROP TRIGGER center_report_columns ON center_report;
      DROP TABLE center_report_correction;
      DROP FUNCTION guard_corrected();
    `);
  }
}
