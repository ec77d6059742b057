import { WORK_ROW_COLUMNS } from '@mtg/commands';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { triggersOf, type Guarded } from './1700000017001-state-guard';

/** Frozen, like the machines of the migration that made the guard; a test compares the two. */
export const NEED_PROPOSAL_GUARDED: Guarded = {
  table: 'need_proposal',
  first: 'PROPOSED',
  steps: ['PROPOSED>FORWARDED', 'PROPOSED>DECLINED'],
  finals: ['FORWARDED', 'DECLINED'],
  changing: ['state', 'answered_at', 'reason'],
};

/** Social organizations that centers are linked to and foster, and needs that they propose (R29). */
export class OrganizationLink1700000021001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE organization_link (${WORK_ROW_COLUMNS},
        center_code text NOT NULL CONSTRAINT organization_link_center CHECK (btrim(center_code) <> ''),
        organization_id uuid NOT NULL,
        organization_name text NOT NULL
          CONSTRAINT organization_link_organization_name CHECK (btrim(organization_name) <> ''),
        organization_kind text NOT NULL
          CONSTRAINT organization_link_organization_kind CHECK (organization_kind IN ('PROFESSIONAL', 'HUB')),
        guidance text,
        since date NOT NULL,
        until date,
        CONSTRAINT organization_link_term CHECK (until >= since)
      );
      CREATE INDEX organization_link_updated ON organization_link (updated_at, id);
      CREATE INDEX organization_link_center ON organization_link (center_code, id);
      CREATE INDEX organization_link_organization ON organization_link (organization_id, id);
      CREATE INDEX organization_link_since ON organization_link (since, id);
      CREATE INDEX organization_link_until ON organization_link (until, id);
      CREATE UNIQUE INDEX organization_link_once ON organization_link (center_code, organization_id, sample)
        WHERE until IS NULL;
      CREATE TRIGGER organization_link_columns AFTER UPDATE ON organization_link FOR EACH ROW
        EXECUTE FUNCTION guard_columns('until');

      CREATE FUNCTION keep_two_links() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      BEGIN
        IF NEW.until IS NULL AND (SELECT count(*) FROM organization_link link WHERE link.center_code = NEW.center_code
          AND link.until IS NULL AND link.sample = NEW.sample AND link.deleted_at IS NULL) > 2 THEN
          RAISE EXCEPTION 'R29: the center % is linked to two organizations', NEW.center_code
            USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER organization_link_two AFTER INSERT ON organization_link FOR EACH ROW
        EXECUTE FUNCTION keep_two_links();

      CREATE TABLE fostered_organization (${WORK_ROW_COLUMNS},
        center_code text NOT NULL CONSTRAINT fostered_organization_center CHECK (btrim(center_code) <> ''),
        community_code text NOT NULL CONSTRAINT fostered_organization_community_fk REFERENCES community (code),
        name text NOT NULL CONSTRAINT fostered_organization_name CHECK (btrim(name) <> ''),
        service_field text NOT NULL CONSTRAINT fostered_organization_field CHECK (btrim(service_field) <> ''),
        since date NOT NULL,
        until date,
        CONSTRAINT fostered_organization_term CHECK (until >= since)
      );
      CREATE INDEX fostered_organization_updated ON fostered_organization (updated_at, id);
      CREATE INDEX fostered_organization_center ON fostered_organization (center_code, id);
      CREATE INDEX fostered_organization_community ON fostered_organization (community_code, id);
      CREATE INDEX fostered_organization_since ON fostered_organization (since, id);
      CREATE INDEX fostered_organization_until ON fostered_organization (until, id);
      CREATE TRIGGER fostered_organization_columns AFTER UPDATE ON fostered_organization FOR EACH ROW
        EXECUTE FUNCTION guard_columns('until');

      CREATE TABLE fostering_stage (${WORK_ROW_COLUMNS},
        fostered_organization_id uuid NOT NULL
          CONSTRAINT fostering_stage_fostered_organization_fk REFERENCES fostered_organization (id),
        stage text NOT NULL CONSTRAINT fostering_stage_stage CHECK (btrim(stage) <> ''),
        reached_on date NOT NULL,
        remark text
      );
      CREATE INDEX fostering_stage_updated ON fostering_stage (updated_at, id);
      CREATE INDEX fostering_stage_organization ON fostering_stage (fostered_organization_id, id);
      CREATE INDEX fostering_stage_reached_on ON fostering_stage (reached_on, id);

      CREATE TABLE joint_activity (${WORK_ROW_COLUMNS},
        center_code text NOT NULL CONSTRAINT joint_activity_center CHECK (btrim(center_code) <> ''),
        community_code text NOT NULL CONSTRAINT joint_activity_community_fk REFERENCES community (code),
        kind text NOT NULL CONSTRAINT joint_activity_kind CHECK (kind IN ('PROFESSIONAL_SERVICE', 'VOLUNTEER_SERVICE')),
        title text NOT NULL CONSTRAINT joint_activity_title CHECK (btrim(title) <> ''),
        organizations text[] NOT NULL
          CONSTRAINT joint_activity_organizations CHECK (cardinality(organizations) > 0),
        fostered_organization_id uuid
          CONSTRAINT joint_activity_fostered_organization_fk REFERENCES fostered_organization (id),
        held_on date NOT NULL,
        participants int NOT NULL CONSTRAINT joint_activity_participants CHECK (participants > 0)
      );
      CREATE INDEX joint_activity_updated ON joint_activity (updated_at, id);
      CREATE INDEX joint_activity_center ON joint_activity (center_code, id);
      CREATE INDEX joint_activity_community ON joint_activity (community_code, id);
      CREATE INDEX joint_activity_organization ON joint_activity (fostered_organization_id, id);
      CREATE INDEX joint_activity_held_on ON joint_activity (held_on, id);

      CREATE TABLE need_proposal (${WORK_ROW_COLUMNS},
        state text NOT NULL CONSTRAINT need_proposal_state CHECK (state IN ('PROPOSED', 'FORWARDED', 'DECLINED')),
        center_code text NOT NULL CONSTRAINT need_proposal_center CHECK (btrim(center_code) <> ''),
        community_codes text[] NOT NULL
          CONSTRAINT need_proposal_communities CHECK (cardinality(community_codes) > 0),
        title text NOT NULL CONSTRAINT need_proposal_title CHECK (btrim(title) <> ''),
        content text NOT NULL CONSTRAINT need_proposal_content CHECK (btrim(content) <> ''),
        answered_at timestamptz(3),
        reason text,
        CONSTRAINT need_proposal_answered CHECK ((answered_at IS NULL) = (state = 'PROPOSED')),
        CONSTRAINT need_proposal_declined CHECK ((reason IS NOT NULL) = (state = 'DECLINED'))
      );
      CREATE INDEX need_proposal_updated ON need_proposal (updated_at, id);
      CREATE INDEX need_proposal_center ON need_proposal (center_code, id);
      CREATE INDEX need_proposal_communities ON need_proposal USING gin (community_codes);
      ${triggersOf(NEED_PROPOSAL_GUARDED)}
      ${['fostering_stage', 'joint_activity']
        .map(
          (table) => `CREATE TRIGGER ${table}_immutable BEFORE UPDATE ON ${table} FOR EACH ROW
            WHEN (NOT OLD.sample) EXECUTE FUNCTION keep_dispatch_record();`,
        )
        .join('\n')}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE need_proposal, joint_activity, fostering_stage, fostered_organization, organization_link;
      DROP FUNCTION keep_two_links();
    `);
  }
}
