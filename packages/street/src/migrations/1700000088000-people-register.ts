import { WORK_ROW_COLUMNS } from '@mtg/commands';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const CANCELLED = (table: string): string => `
  cancelled_at timestamptz(3),
  cancellation_reason text,
  CONSTRAINT ${table}_cancelled CHECK ((cancelled_at IS NULL) = (cancellation_reason IS NULL))`;

const PEOPLE = `
  CREATE TABLE person (${WORK_ROW_COLUMNS},
    name text NOT NULL CONSTRAINT person_name CHECK (btrim(name) <> ''),
    subject text NOT NULL CONSTRAINT person_subject CHECK (btrim(subject) <> ''),
    since date NOT NULL,
    CONSTRAINT person_not_in_future CHECK (since <= (created_at AT TIME ZONE 'Asia/Shanghai')::date)
  );
  CREATE INDEX person_updated ON person (updated_at, id);
  CREATE INDEX person_subject ON person (subject, id);
  CREATE INDEX person_since ON person (since, id);
  CREATE UNIQUE INDEX person_once ON person (subject, sample);
  CREATE TRIGGER person_immutable BEFORE UPDATE OR DELETE ON person
    FOR EACH ROW EXECUTE FUNCTION keep_dispatch_record();
`;

const POSTS = `
  CREATE TABLE post_holding (${WORK_ROW_COLUMNS},
    person_id uuid NOT NULL CONSTRAINT post_holding_person_fk REFERENCES person (id),
    kind text NOT NULL CONSTRAINT post_holding_kind CHECK (kind IN ('DIRECTOR', 'DEPUTY_DIRECTOR', 'STAFF')),
    center_code text CONSTRAINT post_holding_center CHECK (btrim(center_code) <> ''),
    post_code text CONSTRAINT post_holding_post_fk REFERENCES post (code),
    since date NOT NULL,
    until date,
    acting_for_id uuid CONSTRAINT post_holding_acting_for_fk REFERENCES post_holding (id),
    ${CANCELLED('post_holding')},
    CONSTRAINT post_holding_term CHECK (since <= until),
    CONSTRAINT post_holding_of_center CHECK (kind = 'STAFF' OR center_code IS NOT NULL),
    CONSTRAINT post_holding_staff_has_no_code CHECK (kind <> 'STAFF' OR post_code IS NULL)
  );
  CREATE INDEX post_holding_updated ON post_holding (updated_at, id);
  CREATE INDEX post_holding_person ON post_holding (person_id, id);
  CREATE INDEX post_holding_center ON post_holding (center_code, id);
  CREATE INDEX post_holding_post ON post_holding (post_code, id);
  CREATE INDEX post_holding_since ON post_holding (since, id);
  CREATE INDEX post_holding_until ON post_holding (until, id);
  CREATE INDEX post_holding_acting_for ON post_holding (acting_for_id, id);
  CREATE TRIGGER post_holding_columns AFTER UPDATE ON post_holding FOR EACH ROW
    EXECUTE FUNCTION guard_columns('until cancelled_at cancellation_reason');

  CREATE FUNCTION keep_post_to_one() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
  BEGIN
    IF NEW.kind <> 'STAFF' AND NEW.cancelled_at IS NULL AND EXISTS (
      SELECT FROM post_holding other
      WHERE other.id <> NEW.id AND other.sample = NEW.sample AND other.cancelled_at IS NULL
        AND other.deleted_at IS NULL AND other.kind = NEW.kind AND other.center_code = NEW.center_code
        AND other.post_code IS NOT DISTINCT FROM NEW.post_code
        AND (other.acting_for_id IS NULL) = (NEW.acting_for_id IS NULL)
        AND daterange(other.since, other.until, '[]') && daterange(NEW.since, NEW.until, '[]')
    ) THEN
      RAISE EXCEPTION 'a post of director or deputy director is held by one person at a time'
        USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER post_holding_one AFTER INSERT OR UPDATE ON post_holding FOR EACH ROW
    EXECUTE FUNCTION keep_post_to_one();
`;

const LEAVES = `
  CREATE TABLE leave (${WORK_ROW_COLUMNS},
    person_id uuid NOT NULL CONSTRAINT leave_person_fk REFERENCES person (id),
    kind text NOT NULL CONSTRAINT leave_kind CHECK
      (kind IN ('ANNUAL', 'SICK', 'PERSONAL', 'PARENTAL', 'TRAINING', 'SECONDMENT', 'OTHER')),
    since date NOT NULL,
    until date NOT NULL,
    ${CANCELLED('leave')},
    CONSTRAINT leave_term CHECK (since <= until)
  );
  CREATE INDEX leave_updated ON leave (updated_at, id);
  CREATE INDEX leave_person ON leave (person_id, id);
  CREATE INDEX leave_since ON leave (since, id);
  CREATE INDEX leave_until ON leave (until, id);
  CREATE TRIGGER leave_columns AFTER UPDATE ON leave FOR EACH ROW
    EXECUTE FUNCTION guard_columns('cancelled_at cancellation_reason');
`;

/** People in the service of the street, their posts and their leaves. */
export class PeopleRegister1700000088000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statements of [PEOPLE, POSTS, LEAVES]) {
      // oxlint-disable-next-line no-await-in-loop
      await queryRunner.query(statements);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE leave, post_holding, person; DROP FUNCTION keep_post_to_one();');
  }
}
