import { WORK_ROW_COLUMNS } from '@mtg/commands';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Answers to years without a catalogue in time. Each is decided on once, and otherwise kept (R30). */
export class CatalogueAnswer1700000097500 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE catalogue_answer (${WORK_ROW_COLUMNS},
        year int NOT NULL,
        state text NOT NULL CONSTRAINT catalogue_answer_state CHECK (state IN ('GIVEN', 'CONFIRMED', 'SENT_BACK')),
        explanation text NOT NULL CONSTRAINT catalogue_answer_explanation CHECK (btrim(explanation) <> ''),
        remedy text NOT NULL CONSTRAINT catalogue_answer_remedy CHECK (btrim(remedy) <> ''),
        remedy_until date,
        answered_by text NOT NULL CONSTRAINT catalogue_answer_answered_by CHECK (btrim(answered_by) <> ''),
        role text NOT NULL CONSTRAINT catalogue_answer_role CHECK (btrim(role) <> ''),
        decided_at timestamptz(3),
        decided_by text,
        sent_back_for text,
        CONSTRAINT catalogue_answer_decided CHECK ((state = 'GIVEN') = (decided_at IS NULL)
          AND (decided_at IS NULL) = (decided_by IS NULL)),
        CONSTRAINT catalogue_answer_other CHECK (decided_by <> answered_by),
        CONSTRAINT catalogue_answer_sent_back CHECK ((state = 'SENT_BACK') = (sent_back_for IS NOT NULL))
      );
      CREATE INDEX catalogue_answer_updated ON catalogue_answer (updated_at, id);
      CREATE INDEX catalogue_answer_year ON catalogue_answer (year, id);
      CREATE INDEX catalogue_answer_remedy_until ON catalogue_answer (remedy_until, id);
      CREATE UNIQUE INDEX catalogue_answer_one_open ON catalogue_answer (year) WHERE state <> 'SENT_BACK' AND NOT sample;
      -- Holds every writer but a removal of sample data: nothing is deleted, and a decision is written once.
      CREATE FUNCTION keep_catalogue_answer() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      DECLARE
        kept text[] := ARRAY['version', 'updated_at', 'state', 'decided_at', 'decided_by', 'sent_back_for'];
      BEGIN
        IF TG_OP = 'DELETE' AND OLD.sample THEN
          RETURN OLD;
        END IF;
        IF TG_OP = 'UPDATE' AND OLD.state = 'GIVEN' AND NEW.state <> 'GIVEN' AND to_jsonb(OLD) - kept = to_jsonb(NEW) - kept THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION 'rows of % are only added, and decided on once', TG_TABLE_NAME
          USING ERRCODE = 'integrity_constraint_violation';
      END $$;
      CREATE TRIGGER catalogue_answer_steps BEFORE UPDATE OR DELETE ON catalogue_answer
        FOR EACH ROW EXECUTE FUNCTION keep_catalogue_answer();
      CREATE TRIGGER catalogue_answer_first_state BEFORE INSERT ON catalogue_answer FOR EACH ROW
        WHEN (NEW.state <> 'GIVEN' AND NOT NEW.sample) EXECUTE FUNCTION begin_fund_record('GIVEN');
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE catalogue_answer; DROP FUNCTION keep_catalogue_answer()');
  }
}
