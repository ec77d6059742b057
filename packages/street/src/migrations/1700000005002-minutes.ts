import { WORK_ROW_COLUMNS } from '@mtg/commands';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Minutes with their numbered items. Once issued they stay as they are, whoever writes: triggers refuse it. Sample data
 * are written whole and removed whole, and are marked as such in every row.
 */
export class Minutes1700000005002 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE minutes (${WORK_ROW_COLUMNS},
        meeting_id uuid NOT NULL CONSTRAINT minutes_meeting UNIQUE
          CONSTRAINT minutes_meeting_fk REFERENCES meeting (id),
        state text NOT NULL CONSTRAINT minutes_state CHECK (state IN ('DRAFT', 'ISSUED')),
        title text NOT NULL,
        number text CONSTRAINT minutes_number UNIQUE,
        issued_at timestamptz(3),
        CONSTRAINT minutes_issued CHECK (num_nonnulls(number, issued_at) = CASE state WHEN 'ISSUED' THEN 2 ELSE 0 END)
      );
      CREATE INDEX minutes_updated ON minutes (updated_at, id);
      CREATE INDEX minutes_state_id ON minutes (state, id);

      CREATE TABLE minutes_item (${WORK_ROW_COLUMNS},
        minutes_id uuid NOT NULL CONSTRAINT minutes_item_minutes_fk REFERENCES minutes (id),
        number integer NOT NULL CONSTRAINT minutes_item_number_from_1 CHECK (number >= 1),
        text text NOT NULL,
        center_code text,
        community_code text CONSTRAINT minutes_item_community_fk REFERENCES community (code)
      );
      CREATE UNIQUE INDEX minutes_item_number ON minutes_item (minutes_id, number) WHERE deleted_at IS NULL;
      CREATE INDEX minutes_item_minutes ON minutes_item (minutes_id);
      CREATE INDEX minutes_item_updated ON minutes_item (updated_at, id);

      CREATE FUNCTION keep_issued_minutes() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.state = 'ISSUED' AND NOT (TG_OP = 'DELETE' AND OLD.sample) THEN
          RAISE EXCEPTION 'issued minutes % are immutable', OLD.number USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
      END $$;
      CREATE TRIGGER minutes_immutable BEFORE UPDATE OR DELETE ON minutes
        FOR EACH ROW EXECUTE FUNCTION keep_issued_minutes();

      CREATE FUNCTION keep_items_of_issued_minutes() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        kept record;
      BEGIN
        FOR kept IN SELECT state, sample, number FROM minutes
          WHERE id IN (CASE WHEN TG_OP <> 'INSERT' THEN OLD.minutes_id END, CASE WHEN TG_OP <> 'DELETE' THEN NEW.minutes_id END)
          FOR SHARE
        LOOP
          IF kept.state = 'ISSUED' AND NOT (kept.sample AND TG_OP <> 'UPDATE') THEN
            RAISE EXCEPTION 'items of issued minutes % are immutable', kept.number
              USING ERRCODE = 'integrity_constraint_violation';
          END IF;
        END LOOP;
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
      END $$;
      CREATE TRIGGER minutes_item_immutable BEFORE INSERT OR UPDATE OR DELETE ON minutes_item
        FOR EACH ROW EXECUTE FUNCTION keep_items_of_issued_minutes();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE minutes_item, minutes;
      DROP FUNCTION keep_items_of_issued_minutes(), keep_issued_minutes();
    `);
  }
}
