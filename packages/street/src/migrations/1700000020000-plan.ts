import { WORK_ROW_COLUMNS } from '@mtg/commands';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { triggersOf, type Guarded } from './1700000017001-state-guard';

/** Frozen, like the machines of the migration that made the guard; a test compares the two. */
export const PLAN_GUARDED: Guarded = {
  table: 'plan',
  first: 'DRAFT',
  steps: ['DRAFT>SUBMITTED', 'SUBMITTED>DRAFT', 'SUBMITTED>ADOPTED'],
  finals: ['ADOPTED'],
  changing: ['state', 'submitted_at', 'submitted_by', 'return_reason', 'adopted_on', 'adopted_at'],
  // An amendment takes the place of an adopted plan, once.
  changingInTheEnd: ['amended_at'],
};

/** Plans of centers for years and months, with their items (R17). */
export class Plan1700000020000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE plan (${WORK_ROW_COLUMNS},
        center_code text NOT NULL CONSTRAINT plan_center CHECK (btrim(center_code) <> ''),
        kind text NOT NULL CONSTRAINT plan_kind CHECK (kind IN ('YEAR', 'MONTH')),
        period text NOT NULL CONSTRAINT plan_period CHECK (period ~ '^[1-9][0-9]{3}(-(0[1-9]|1[0-2]))?$'),
        year int NOT NULL,
        state text NOT NULL CONSTRAINT plan_state CHECK (state IN ('DRAFT', 'SUBMITTED', 'ADOPTED')),
        retreat_meeting_id uuid CONSTRAINT plan_retreat_fk REFERENCES meeting (id),
        submitted_at timestamptz(3),
        submitted_by text,
        return_reason text,
        adopted_on date,
        adopted_at timestamptz(3),
        previous_id uuid CONSTRAINT plan_previous_fk REFERENCES plan (id),
        reason text,
        amended_at timestamptz(3),
        CONSTRAINT plan_kind_of_period CHECK ((kind = 'YEAR') = (length(period) = 4)),
        CONSTRAINT plan_year_of_period CHECK (left(period, 4) = year::text),
        CONSTRAINT plan_retreat_of_year CHECK (kind = 'YEAR' OR retreat_meeting_id IS NULL),
        CONSTRAINT plan_submitted CHECK (num_nonnulls(submitted_at, submitted_by) IN (0, 2)
          AND (state = 'DRAFT' OR submitted_at IS NOT NULL)),
        CONSTRAINT plan_adopted CHECK (num_nonnulls(adopted_on, adopted_at) = CASE state WHEN 'ADOPTED' THEN 2 ELSE 0 END),
        CONSTRAINT plan_adopted_in_past CHECK (adopted_on <= (adopted_at AT TIME ZONE 'Asia/Shanghai')::date),
        -- Only an amendment has a reason, and only an adopted plan is amended.
        CONSTRAINT plan_amendment CHECK ((previous_id IS NULL) = (reason IS NULL)),
        CONSTRAINT plan_amended CHECK (amended_at IS NULL OR state = 'ADOPTED')
      );
      CREATE INDEX plan_updated ON plan (updated_at, id);
      CREATE INDEX plan_center ON plan (center_code, id);
      CREATE INDEX plan_year_center ON plan (year, center_code, kind);
      CREATE INDEX plan_retreat ON plan (retreat_meeting_id, id);
      CREATE INDEX plan_submitted_by ON plan (submitted_by, id);
      CREATE INDEX plan_adopted_on ON plan (adopted_on, id);
      -- A center has one plan for a time; its amendments are a line.
      CREATE UNIQUE INDEX plan_once ON plan (center_code, period, sample) WHERE previous_id IS NULL;
      CREATE UNIQUE INDEX plan_previous ON plan (previous_id);

      CREATE TABLE plan_item (${WORK_ROW_COLUMNS},
        plan_id uuid NOT NULL CONSTRAINT plan_item_plan_fk REFERENCES plan (id),
        number int NOT NULL CONSTRAINT plan_item_number_from_1 CHECK (number >= 1),
        kind text NOT NULL CONSTRAINT plan_item_kind CHECK (kind IN ('KEY_POINT', 'INNOVATION')),
        content text NOT NULL CONSTRAINT plan_item_content CHECK (btrim(content) <> ''),
        base_task_codes text[] NOT NULL,
        project_id uuid CONSTRAINT plan_item_project_fk REFERENCES project (id),
        department_codes text[] NOT NULL,
        carried_from_id uuid CONSTRAINT plan_item_carried_from_fk REFERENCES plan_item (id)
      );
      CREATE UNIQUE INDEX plan_item_number ON plan_item (plan_id, number) WHERE deleted_at IS NULL;
      CREATE INDEX plan_item_plan ON plan_item (plan_id, id);
      CREATE INDEX plan_item_updated ON plan_item (updated_at, id);
      CREATE INDEX plan_item_base_task_codes ON plan_item USING gin (base_task_codes);
      CREATE INDEX plan_item_department_codes ON plan_item USING gin (department_codes);
      CREATE INDEX plan_item_project ON plan_item (project_id, id);
      CREATE INDEX plan_item_carried_from ON plan_item (carried_from_id, id);

      -- What was handed in stays as it is: items are added to drafts and withdrawn from drafts.
      CREATE FUNCTION keep_items_of_plan() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      BEGIN
        IF is_served(TG_RELID) AND (SELECT state FROM plan WHERE id = NEW.plan_id FOR SHARE) <> 'DRAFT' THEN
          RAISE EXCEPTION 'the items of a plan that is no draft are immutable'
            USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER plan_item_of_draft AFTER INSERT OR UPDATE ON plan_item
        FOR EACH ROW EXECUTE FUNCTION keep_items_of_plan();
      CREATE TRIGGER plan_item_columns AFTER UPDATE ON plan_item
        FOR EACH ROW EXECUTE FUNCTION guard_columns('deleted_at');
      ${triggersOf(PLAN_GUARDED)}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE plan_item, plan; DROP FUNCTION keep_items_of_plan()');
  }
}
