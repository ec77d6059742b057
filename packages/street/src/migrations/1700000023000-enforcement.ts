import { WORK_ROW_COLUMNS } from '@mtg/commands';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const KINDS = `ARRAY['ILLEGAL_CONSTRUCTION', 'ILLEGAL_BUSINESS', 'SAFETY_HAZARD']`;

const MANDATES = `
  CREATE TABLE enforcement_mandate (${WORK_ROW_COLUMNS},
    department_code text NOT NULL CONSTRAINT enforcement_mandate_department CHECK (btrim(department_code) <> ''),
    kinds text[] NOT NULL CONSTRAINT enforcement_mandate_kinds
      CHECK (kinds <@ ${KINDS} AND cardinality(kinds) > 0),
    from_on date NOT NULL,
    until_on date NOT NULL,
    document_number text NOT NULL CONSTRAINT enforcement_mandate_document_number CHECK (btrim(document_number) <> ''),
    document_title text NOT NULL CONSTRAINT enforcement_mandate_document_title CHECK (btrim(document_title) <> ''),
    revoked_on date,
    revocation_document text,
    CONSTRAINT enforcement_mandate_term CHECK (from_on <= until_on AND from_on <= revoked_on),
    -- It is revoked by a document.
    CONSTRAINT enforcement_mandate_revocation CHECK ((revoked_on IS NULL) = (revocation_document IS NULL))
  );
  CREATE INDEX enforcement_mandate_updated ON enforcement_mandate (updated_at, id);
  CREATE INDEX enforcement_mandate_department ON enforcement_mandate (department_code, id);
  CREATE INDEX enforcement_mandate_from_on ON enforcement_mandate (from_on, id);
  CREATE INDEX enforcement_mandate_until_on ON enforcement_mandate (until_on, id);
  CREATE INDEX enforcement_mandate_revoked_on ON enforcement_mandate (revoked_on, id);
`;

const TEAMS = `
  CREATE TABLE enforcement_team (${WORK_ROW_COLUMNS},
    name text NOT NULL CONSTRAINT enforcement_team_name CHECK (btrim(name) <> '')
  );
  CREATE INDEX enforcement_team_updated ON enforcement_team (updated_at, id);
  CREATE TRIGGER enforcement_team_immutable BEFORE UPDATE OR DELETE ON enforcement_team
    FOR EACH ROW EXECUTE FUNCTION keep_dispatch_record();

  CREATE TABLE enforcement_team_member (${WORK_ROW_COLUMNS},
    team_id uuid NOT NULL CONSTRAINT enforcement_team_member_team_fk REFERENCES enforcement_team (id),
    person_name text NOT NULL CONSTRAINT enforcement_team_member_person_name CHECK (btrim(person_name) <> ''),
    unit text NOT NULL CONSTRAINT enforcement_team_member_unit CHECK (btrim(unit) <> ''),
    department_code text,
    since_on date NOT NULL,
    until_on date,
    CONSTRAINT enforcement_team_member_term CHECK (since_on <= until_on)
  );
  CREATE INDEX enforcement_team_member_updated ON enforcement_team_member (updated_at, id);
  CREATE INDEX enforcement_team_member_team ON enforcement_team_member (team_id, id);
  CREATE INDEX enforcement_team_member_department ON enforcement_team_member (department_code, id);
  CREATE INDEX enforcement_team_member_since_on ON enforcement_team_member (since_on, id);
  CREATE INDEX enforcement_team_member_until_on ON enforcement_team_member (until_on, id);
`;

const ACTIONS = `
  CREATE TABLE enforcement_action (${WORK_ROW_COLUMNS},
    form text NOT NULL CONSTRAINT enforcement_action_form CHECK (form IN ('JOINT_PATROL', 'JOINT_ENFORCEMENT')),
    day date NOT NULL,
    place text NOT NULL CONSTRAINT enforcement_action_place CHECK (btrim(place) <> ''),
    community_code text NOT NULL CONSTRAINT enforcement_action_community_fk REFERENCES community (code),
    kind text NOT NULL CONSTRAINT enforcement_action_kind CHECK (kind = ANY (${KINDS})),
    mandate_id uuid NOT NULL CONSTRAINT enforcement_action_mandate_fk REFERENCES enforcement_mandate (id),
    team_id uuid NOT NULL CONSTRAINT enforcement_action_team_fk REFERENCES enforcement_team (id),
    found text NOT NULL CONSTRAINT enforcement_action_found CHECK (btrim(found) <> ''),
    outcome text NOT NULL CONSTRAINT enforcement_action_outcome CHECK (btrim(outcome) <> ''),
    follow_up_order_id uuid CONSTRAINT enforcement_action_follow_up_order_fk REFERENCES work_order (id),
    CONSTRAINT enforcement_action_not_in_future CHECK (day <= (created_at AT TIME ZONE 'Asia/Shanghai')::date)
  );
  CREATE INDEX enforcement_action_updated ON enforcement_action (updated_at, id);
  CREATE INDEX enforcement_action_day ON enforcement_action (day, id);
  CREATE INDEX enforcement_action_community ON enforcement_action (community_code, id);
  CREATE INDEX enforcement_action_mandate ON enforcement_action (mandate_id, id);
  CREATE INDEX enforcement_action_team ON enforcement_action (team_id, id);
  CREATE INDEX enforcement_action_follow_up_order ON enforcement_action (follow_up_order_id, id);

  CREATE TABLE enforcement_participant (${WORK_ROW_COLUMNS},
    action_id uuid NOT NULL CONSTRAINT enforcement_participant_action_fk REFERENCES enforcement_action (id),
    member_id uuid NOT NULL CONSTRAINT enforcement_participant_member_fk REFERENCES enforcement_team_member (id)
  );
  CREATE INDEX enforcement_participant_updated ON enforcement_participant (updated_at, id);
  CREATE TRIGGER enforcement_participant_immutable BEFORE UPDATE OR DELETE ON enforcement_participant
    FOR EACH ROW EXECUTE FUNCTION keep_dispatch_record();
  CREATE INDEX enforcement_participant_action ON enforcement_participant (action_id, id);
  CREATE INDEX enforcement_participant_member ON enforcement_participant (member_id, id);

  CREATE TABLE enforcement_object (${WORK_ROW_COLUMNS},
    action_id uuid NOT NULL CONSTRAINT enforcement_object_action_fk REFERENCES enforcement_action (id),
    name text NOT NULL CONSTRAINT enforcement_object_name CHECK (btrim(name) <> ''),
    detail text,
    author_subject text NOT NULL CONSTRAINT enforcement_object_author_subject CHECK (btrim(author_subject) <> '')
  );
  CREATE INDEX enforcement_object_updated ON enforcement_object (updated_at, id);
  CREATE TRIGGER enforcement_object_immutable BEFORE UPDATE OR DELETE ON enforcement_object
    FOR EACH ROW EXECUTE FUNCTION keep_dispatch_record();
  CREATE INDEX enforcement_object_action ON enforcement_object (action_id, id);
  CREATE INDEX enforcement_object_author_subject ON enforcement_object (author_subject, id);
`;

/** R33 against raw SQL: no action outside of a mandate in force on its day. */
const WITHIN_MANDATE = `
  CREATE FUNCTION act_within_mandate() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
  BEGIN
    IF NOT EXISTS (
      SELECT FROM enforcement_mandate mandate
      WHERE mandate.id = NEW.mandate_id AND NEW.day BETWEEN mandate.from_on AND mandate.until_on
        AND (mandate.revoked_on IS NULL OR NEW.day < mandate.revoked_on) AND NEW.kind = ANY (mandate.kinds)
        AND EXISTS (
          SELECT FROM enforcement_team_member member
          WHERE member.team_id = NEW.team_id AND member.department_code = mandate.department_code
            AND NEW.day >= member.since_on AND (member.until_on IS NULL OR NEW.day <= member.until_on)
        )
    ) THEN
      RAISE EXCEPTION 'an enforcement action lies within a mandate in force on its day'
        USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER enforcement_action_mandate BEFORE INSERT ON enforcement_action
    FOR EACH ROW EXECUTE FUNCTION act_within_mandate();
`;

/** Holds the serving role to what commands change: a revocation, a last day, a follow-up order, each once. */
const CHANGES = `
  CREATE FUNCTION guard_enforcement() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
  DECLARE
    changing text[] := TG_ARGV;
    kept text[] := ARRAY['version', 'updated_at'] || changing;
  BEGIN
    IF (SELECT pg_has_role(relowner, 'MEMBER') FROM pg_catalog.pg_class WHERE oid = TG_RELID) THEN
      RETURN NULL;
    END IF;
    IF to_jsonb(OLD) ->> changing[1] IS NOT NULL OR to_jsonb(OLD) - kept IS DISTINCT FROM to_jsonb(NEW) - kept THEN
      RAISE EXCEPTION 'a row of % changes once, in %', TG_TABLE_NAME, changing[1]
        USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER enforcement_mandate_steps AFTER UPDATE ON enforcement_mandate
    FOR EACH ROW EXECUTE FUNCTION guard_enforcement('revoked_on', 'revocation_document');
  CREATE TRIGGER enforcement_team_member_steps AFTER UPDATE ON enforcement_team_member
    FOR EACH ROW EXECUTE FUNCTION guard_enforcement('until_on');
  CREATE TRIGGER enforcement_action_steps AFTER UPDATE ON enforcement_action
    FOR EACH ROW EXECUTE FUNCTION guard_enforcement('follow_up_order_id');
`;

/** Mandates, teams and actions of joint enforcement (R33). */
export class Enforcement1700000023000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statements of [MANDATES, TEAMS, ACTIONS, WITHIN_MANDATE, CHANGES]) {
      // oxlint-disable-next-line no-await-in-loop
      await queryRunner.query(statements);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE enforcement_object, enforcement_participant, enforcement_action, enforcement_team_member,
        enforcement_team, enforcement_mandate;
      DROP FUNCTION act_within_mandate(), guard_enforcement();
    `);
  }
}
