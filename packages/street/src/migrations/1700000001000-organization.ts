import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What every table of reference data has. */
const COMMON = `
  id uuid NOT NULL DEFAULT uuidv7() PRIMARY KEY,
  citation text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz`;

/** The street's organization: itself, its seven centers and what belongs to them, its communities. */
export class Organization1700000001000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE street (${COMMON},
        code text NOT NULL CONSTRAINT street_code UNIQUE,
        name text NOT NULL,
        division_code text NOT NULL CONSTRAINT street_division_code UNIQUE
      );

      CREATE TABLE functional_center (${COMMON},
        code text NOT NULL CONSTRAINT functional_center_code UNIQUE,
        number integer NOT NULL
          CONSTRAINT functional_center_number UNIQUE DEFERRABLE INITIALLY DEFERRED,
        type text NOT NULL,
        name text NOT NULL,
        aliases text[] NOT NULL,
        alias_citation text,
        function_text text NOT NULL,
        CONSTRAINT functional_center_number_1_to_7 CHECK (number BETWEEN 1 AND 7),
        CONSTRAINT functional_center_code_is_type CHECK (code = type),
        CONSTRAINT functional_center_type CHECK (type IN ('GENERAL_AFFAIRS', 'HEALTH', 'CULTURE_EDUCATION',
          'CIVIL_AFFAIRS', 'URBAN_MANAGEMENT', 'SOCIAL_MOBILIZATION', 'PUBLIC_SECURITY'))
      );

      CREATE TABLE service_system (${COMMON},
        name text NOT NULL,
        center_code text NOT NULL CONSTRAINT service_system_center UNIQUE
          CONSTRAINT service_system_center_fk REFERENCES functional_center (code)
      );

      CREATE TABLE section (${COMMON},
        name text NOT NULL CONSTRAINT section_name UNIQUE,
        center_code text NOT NULL CONSTRAINT section_center_fk REFERENCES functional_center (code)
      );

      CREATE TABLE field_agency (${COMMON},
        name text NOT NULL CONSTRAINT field_agency_name UNIQUE,
        section_name text NOT NULL CONSTRAINT field_agency_section_fk REFERENCES section (name),
        department_code text
      );

      CREATE TABLE post (${COMMON},
        code text NOT NULL CONSTRAINT post_code UNIQUE,
        kind text NOT NULL CONSTRAINT post_kind CHECK (kind IN ('DIRECTOR', 'DEPUTY_DIRECTOR')),
        holder text NOT NULL
          CONSTRAINT post_holder CHECK (holder IN ('STREET_LEADER', 'SECTION_HEAD', 'FIELD_AGENCY_HEAD')),
        center_code text NOT NULL CONSTRAINT post_center_fk REFERENCES functional_center (code),
        section_name text CONSTRAINT post_section_fk REFERENCES section (name),
        CONSTRAINT post_deputy_has_section CHECK ((kind = 'DIRECTOR') = (section_name IS NULL))
      );
      CREATE UNIQUE INDEX post_one_director ON post (center_code) WHERE kind = 'DIRECTOR' AND deleted_at IS NULL;

      CREATE TABLE community (${COMMON},
        code text NOT NULL CONSTRAINT community_code UNIQUE
          CONSTRAINT community_code_12_digits CHECK (code ~ '^[0-9]{12}$'),
        name text NOT NULL,
        street_division_code text NOT NULL CONSTRAINT community_street_fk REFERENCES street (division_code),
        CONSTRAINT community_code_in_street CHECK (left(code, 9) = street_division_code)
      );
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'DROP TABLE community, post, field_agency, section, service_system, functional_center, street',
    );
  }
}
