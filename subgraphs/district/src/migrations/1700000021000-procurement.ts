import { WORK_ROW_COLUMNS } from '@mtg/commands';
import { createUniqueLook } from '@mtg/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables to which rows are only added. */
const KEPT = ['needs_survey', 'surveyed_need', 'procurement_need'];

/** Tables of which a row changes once, and what that change is about. */
const CHANGED_ONCE = { social_organization: 'until', procurement_catalogue: 'superseded_at' };

/** The registry of social organizations, surveys of needs, and the catalogues that build on them (R29, R30). */
export class Procurement1700000021000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE social_organization (${WORK_ROW_COLUMNS},
        kind text NOT NULL CONSTRAINT social_organization_kind
          CHECK (kind IN ('PROFESSIONAL', 'HUB', 'GRASSROOTS')),
        name text NOT NULL CONSTRAINT social_organization_name CHECK (btrim(name) <> ''),
        service_field text NOT NULL CONSTRAINT social_organization_field CHECK (btrim(service_field) <> ''),
        registration_number text
          CONSTRAINT social_organization_registration CHECK (btrim(registration_number) <> ''),
        since date NOT NULL,
        until date,
        CONSTRAINT social_organization_term CHECK (until >= since)
      );
      CREATE INDEX social_organization_updated ON social_organization (updated_at, id);
      CREATE INDEX social_organization_since ON social_organization (since, id);
      CREATE INDEX social_organization_until ON social_organization (until, id);

      CREATE TABLE needs_survey (${WORK_ROW_COLUMNS},
        year int NOT NULL,
        title text NOT NULL CONSTRAINT needs_survey_title CHECK (btrim(title) <> ''),
        method text NOT NULL CONSTRAINT needs_survey_method CHECK (btrim(method) <> ''),
        respondents int NOT NULL CONSTRAINT needs_survey_respondents CHECK (respondents > 0),
        started_on date NOT NULL,
        concluded_on date NOT NULL,
        CONSTRAINT needs_survey_days CHECK (started_on <= concluded_on),
        CONSTRAINT needs_survey_not_in_future
          CHECK (concluded_on <= (created_at AT TIME ZONE 'Asia/Shanghai')::date)
      );
      CREATE INDEX needs_survey_updated ON needs_survey (updated_at, id);
      CREATE INDEX needs_survey_started_on ON needs_survey (started_on, id);
      CREATE INDEX needs_survey_concluded_on ON needs_survey (concluded_on, id);

      CREATE TABLE surveyed_need (${WORK_ROW_COLUMNS},
        survey_id uuid NOT NULL CONSTRAINT surveyed_need_survey_fk REFERENCES needs_survey (id),
        title text NOT NULL CONSTRAINT surveyed_need_title CHECK (btrim(title) <> ''),
        mentions int NOT NULL CONSTRAINT surveyed_need_mentions CHECK (mentions >= 0)
      );
      CREATE INDEX surveyed_need_updated ON surveyed_need (updated_at, id);
      CREATE INDEX surveyed_need_survey ON surveyed_need (survey_id, id);

      CREATE TABLE procurement_catalogue (${WORK_ROW_COLUMNS},
        year int NOT NULL,
        number text NOT NULL CONSTRAINT procurement_catalogue_number CHECK (btrim(number) <> ''),
        title text NOT NULL CONSTRAINT procurement_catalogue_title CHECK (btrim(title) <> ''),
        issued_on date NOT NULL,
        survey_id uuid NOT NULL CONSTRAINT procurement_catalogue_survey_fk REFERENCES needs_survey (id),
        previous_id uuid CONSTRAINT procurement_catalogue_previous_fk REFERENCES procurement_catalogue (id),
        reason text,
        superseded_at timestamptz(3),
        -- Only a correction has a reason.
        CONSTRAINT procurement_catalogue_correction CHECK ((previous_id IS NULL) = (reason IS NULL))
      );
      CREATE INDEX procurement_catalogue_updated ON procurement_catalogue (updated_at, id);
      CREATE INDEX procurement_catalogue_issued_on ON procurement_catalogue (issued_on, id);
      CREATE INDEX procurement_catalogue_survey ON procurement_catalogue (survey_id, id);
      -- History is a line: a catalogue is corrected once.
      CREATE UNIQUE INDEX procurement_catalogue_previous ON procurement_catalogue (previous_id);
      -- R30: one catalogue a year stands, of real ones and of sample ones.
      CREATE UNIQUE INDEX procurement_catalogue_year ON procurement_catalogue (year, sample)
        WHERE superseded_at IS NULL AND deleted_at IS NULL;

      CREATE TABLE procurement_need (${WORK_ROW_COLUMNS},
        catalogue_id uuid NOT NULL CONSTRAINT procurement_need_catalogue_fk REFERENCES procurement_catalogue (id),
        number int NOT NULL CONSTRAINT procurement_need_number CHECK (number > 0),
        title text NOT NULL CONSTRAINT procurement_need_title CHECK (btrim(title) <> ''),
        content text NOT NULL CONSTRAINT procurement_need_content CHECK (btrim(content) <> ''),
        surveyed_need_id uuid CONSTRAINT procurement_need_surveyed_need_fk REFERENCES surveyed_need (id)
      );
      CREATE INDEX procurement_need_updated ON procurement_need (updated_at, id);
      CREATE INDEX procurement_need_surveyed_need ON procurement_need (surveyed_need_id, id);
      CREATE INDEX procurement_need_catalogue ON procurement_need (catalogue_id, id);
      CREATE UNIQUE INDEX procurement_need_place ON procurement_need (catalogue_id, number);

      CREATE FUNCTION keep_procurement_record() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          RAISE EXCEPTION 'a row of % stays as it is', TG_TABLE_NAME USING ERRCODE = 'check_violation';
        END $$;
      ${KEPT.map(
        (table) => `CREATE TRIGGER ${table}_immutable BEFORE UPDATE ON ${table}
          FOR EACH ROW WHEN (NOT OLD.sample) EXECUTE FUNCTION keep_procurement_record();`,
      ).join('\n')}

      CREATE FUNCTION guard_changed_once() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      DECLARE
        kept text[] := ARRAY['version', 'updated_at', TG_ARGV[0]];
      BEGIN
        IF (SELECT pg_has_role(relowner, 'MEMBER') FROM pg_catalog.pg_class WHERE oid = TG_RELID) THEN
          RETURN NULL;
        END IF;
        IF to_jsonb(OLD) ->> TG_ARGV[0] IS NOT NULL OR to_jsonb(OLD) - kept IS DISTINCT FROM to_jsonb(NEW) - kept THEN
          RAISE EXCEPTION 'a row of % changes in % once, and in nothing else', TG_TABLE_NAME, TG_ARGV[0]
            USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NULL;
      END $$;
      ${Object.entries(CHANGED_ONCE)
        .map(
          ([table, column]) => `CREATE TRIGGER ${table}_steps AFTER UPDATE ON ${table}
            FOR EACH ROW EXECUTE FUNCTION guard_changed_once('${column}');`,
        )
        .join('\n')}
    `);
    const looks = [
      { table: 'social_organization', column: 'name' },
      { table: 'social_organization', column: 'registration_number' },
      { table: 'procurement_catalogue', column: 'number' },
    ];
    for (const { table, column } of looks) {
      // oxlint-disable-next-line no-await-in-loop
      await createUniqueLook(queryRunner, {
        name: `${table}_${column}_look`,
        table,
        on: `comparison_form(${column})`,
        where: `${column} IS NOT NULL`,
      });
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE procurement_need, procurement_catalogue, surveyed_need, needs_survey, social_organization;
      DROP FUNCTION guard_changed_once(), keep_procurement_record();
    `);
  }
}
