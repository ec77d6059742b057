import { WORK_ROW_COLUMNS } from '@mtg/commands';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Corrections of issued minutes, which stay as they are. A draft has none: it is revised. */
export class MinutesCorrection1700000091040 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE minutes_correction (${WORK_ROW_COLUMNS},
        minutes_item_id uuid NOT NULL CONSTRAINT minutes_correction_item_fk REFERENCES minutes_item (id),
        number text NOT NULL CONSTRAINT minutes_correction_number CHECK (btrim(number) <> ''),
        old_text text NOT NULL,
        new_text text NOT NULL CONSTRAINT minutes_correction_new_text CHECK (btrim(new_text) <> ''),
        reason text NOT NULL CONSTRAINT minutes_correction_reason CHECK (btrim(reason) <> ''),
        issuer text NOT NULL CONSTRAINT minutes_correction_issuer CHECK (btrim(issuer) <> ''),
        role text NOT NULL,
        CONSTRAINT minutes_correction_changes CHECK (old_text <> new_text),
        CONSTRAINT minutes_correction_once UNIQUE (number, sample)
      );
      CREATE INDEX minutes_correction_updated ON minutes_correction (updated_at, id);
      CREATE INDEX minutes_correction_item ON minutes_correction (minutes_item_id, id);
      CREATE INDEX minutes_correction_by ON minutes_correction (issuer, id);
      CREATE TRIGGER minutes_correction_immutable BEFORE UPDATE OR DELETE ON minutes_correction
        FOR EACH ROW EXECUTE FUNCTION keep_dispatch_record();

      CREATE FUNCTION minutes_correction_of_issued() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      BEGIN
        IF is_served(TG_RELID) AND NOT EXISTS (SELECT FROM minutes_item AS item JOIN minutes ON minutes.id = item.minutes_id
          WHERE item.id = NEW.minutes_item_id AND item.deleted_at IS NULL AND minutes.state = 'ISSUED') THEN
          RAISE EXCEPTION 'minutes_correction %: the minutes are not issued', NEW.id
            USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER minutes_correction_of_issued AFTER INSERT ON minutes_correction FOR EACH ROW
        EXECUTE FUNCTION minutes_correction_of_issued();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE minutes_correction; DROP FUNCTION minutes_correction_of_issued();');
  }
}
