import { WORK_ROW_COLUMNS } from '@mtg/commands';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { triggersOf, type Guarded } from './1700000017001-state-guard';

/** Frozen, like the machines of the migration that made the guard; a test compares the two. */
export const SERVICE_PROJECT_GUARDED: Guarded = {
  table: 'service_project',
  first: 'IN_PROGRESS',
  steps: ['IN_PROGRESS>ACCEPTED', 'IN_PROGRESS>TERMINATED', 'ACCEPTED>EVALUATED'],
  finals: ['EVALUATED', 'TERMINATED'],
  changing: ['state', 'accepted_on', 'acceptance', 'evaluated_on', 'evaluation', 'reason'],
};

/** Services that are procured from social organizations (R30). */
export class ServiceProject1700000021000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE service_project (${WORK_ROW_COLUMNS},
        state text NOT NULL CONSTRAINT service_project_state
          CHECK (state IN ('IN_PROGRESS', 'ACCEPTED', 'EVALUATED', 'TERMINATED')),
        center_code text NOT NULL CONSTRAINT service_project_center CHECK (btrim(center_code) <> ''),
        community_code text NOT NULL CONSTRAINT service_project_community_fk REFERENCES community (code),
        title text NOT NULL CONSTRAINT service_project_title CHECK (btrim(title) <> ''),
        content text NOT NULL CONSTRAINT service_project_content CHECK (btrim(content) <> ''),
        amount numeric(15,2) NOT NULL CONSTRAINT service_project_amount CHECK (amount > 0),
        starts_on date NOT NULL,
        ends_on date NOT NULL,
        need_id uuid NOT NULL,
        need_title text NOT NULL CONSTRAINT service_project_need_title CHECK (btrim(need_title) <> ''),
        catalogue_id uuid NOT NULL,
        catalogue_number text NOT NULL
          CONSTRAINT service_project_catalogue_number CHECK (btrim(catalogue_number) <> ''),
        survey_id uuid NOT NULL,
        organization_id uuid NOT NULL,
        organization_name text NOT NULL
          CONSTRAINT service_project_organization_name CHECK (btrim(organization_name) <> ''),
        accepted_on date,
        acceptance text,
        evaluated_on date,
        evaluation text,
        reason text,
        CONSTRAINT service_project_term CHECK (starts_on <= ends_on),
        CONSTRAINT service_project_accepted CHECK ((accepted_on IS NULL) = (acceptance IS NULL)
          AND (accepted_on IS NOT NULL) = (state IN ('ACCEPTED', 'EVALUATED'))),
        CONSTRAINT service_project_evaluated CHECK ((evaluated_on IS NULL) = (evaluation IS NULL)
          AND (evaluated_on IS NOT NULL) = (state = 'EVALUATED')),
        CONSTRAINT service_project_terminated CHECK ((reason IS NOT NULL) = (state = 'TERMINATED'))
      );
      CREATE INDEX service_project_updated ON service_project (updated_at, id);
      CREATE INDEX service_project_center ON service_project (center_code, id);
      CREATE INDEX service_project_community ON service_project (community_code, id);
      CREATE INDEX service_project_starts_on ON service_project (starts_on, id);
      CREATE INDEX service_project_ends_on ON service_project (ends_on, id);
      CREATE INDEX service_project_accepted_on ON service_project (accepted_on, id);
      CREATE INDEX service_project_evaluated_on ON service_project (evaluated_on, id);
      CREATE INDEX service_project_need ON service_project (need_id, id);
      CREATE INDEX service_project_catalogue ON service_project (catalogue_id, id);
      CREATE INDEX service_project_survey ON service_project (survey_id, id);
      CREATE INDEX service_project_organization ON service_project (organization_id, id);

      CREATE TABLE service_milestone (${WORK_ROW_COLUMNS},
        service_project_id uuid NOT NULL
          CONSTRAINT service_milestone_service_project_fk REFERENCES service_project (id),
        number int NOT NULL CONSTRAINT service_milestone_number CHECK (number > 0),
        title text NOT NULL CONSTRAINT service_milestone_title CHECK (btrim(title) <> ''),
        due_on date NOT NULL,
        reached_on date,
        remark text,
        CONSTRAINT service_milestone_remark CHECK (remark IS NULL OR reached_on IS NOT NULL)
      );
      CREATE INDEX service_milestone_updated ON service_milestone (updated_at, id);
      CREATE INDEX service_milestone_due_on ON service_milestone (due_on, id);
      CREATE INDEX service_milestone_reached_on ON service_milestone (reached_on, id);
      CREATE UNIQUE INDEX service_milestone_place ON service_milestone (service_project_id, number);

      ${triggersOf(SERVICE_PROJECT_GUARDED)}
      CREATE TRIGGER service_milestone_columns AFTER UPDATE ON service_milestone FOR EACH ROW
        EXECUTE FUNCTION guard_columns('reached_on remark');
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE service_milestone, service_project');
  }
}
