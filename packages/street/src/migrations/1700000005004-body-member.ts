import { WORK_ROW_COLUMNS } from '@mtg/commands';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Seats in the bodies and how they were filled (R32). The bodies themselves have no table: a street has its two, and each
 * of its communities one. Who heads a body by an office is alone in that; each seat has one holder at a time.
 */
export class BodyMember1700000005004 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE body_member (${WORK_ROW_COLUMNS},
        body_code text NOT NULL,
        body_kind text NOT NULL CONSTRAINT body_member_body_kind CHECK (body_kind IN
          ('ENLARGED_WORKING_COMMITTEE', 'AREA_MANAGEMENT_COMMITTEE', 'ENLARGED_COMMUNITY_PARTY_COMMITTEE')),
        community_code text CONSTRAINT body_member_community_fk REFERENCES community (code),
        state text NOT NULL CONSTRAINT body_member_state CHECK (state IN
          ('NOMINATED', 'REVIEWED', 'APPOINTED', 'REVIEW_REJECTED', 'WITHDRAWN', 'ENDED')),
        person_name text NOT NULL,
        unit text,
        category text CONSTRAINT body_member_category CHECK (category IN ('FIELD_AGENCY', 'RESIDENT_UNIT',
          'ENTERPRISE_HEAD', 'CONGRESS_DEPUTY', 'CPPCC_MEMBER', 'COMMUNITY_SOCIAL_ORGANIZATION',
          'VOLUNTEER_ORGANIZATION', 'PROPERTY_COMPANY', 'CO_BUILDING_UNIT')),
        position text NOT NULL
          CONSTRAINT body_member_position CHECK (position IN ('SECRETARY', 'DIRECTOR', 'MEMBER')),
        offices text[] NOT NULL CONSTRAINT body_member_offices CHECK (offices <@ ARRAY['WORKING_COMMITTEE_SECRETARY',
          'STREET_OFFICE_DIRECTOR', 'COMMUNITY_PARTY_SECRETARY']),
        seat text,
        document_number text,
        approval_id uuid,
        decision_id uuid CONSTRAINT body_member_decision_fk REFERENCES committee_decision (id),
        appointed_at timestamptz(3),
        ended_at timestamptz(3),
        CONSTRAINT body_member_body CHECK (body_code = concat_ws(':', body_kind, community_code)
          AND (body_kind = 'ENLARGED_COMMUNITY_PARTY_COMMITTEE') = (community_code IS NOT NULL)),
        CONSTRAINT body_member_drawn_from CHECK (position <> 'MEMBER' OR category IS NOT NULL
          AND (unit IS NOT NULL OR category IN ('CONGRESS_DEPUTY', 'CPPCC_MEMBER'))),
        CONSTRAINT body_member_seat CHECK (position <> 'MEMBER' OR community_code IS NULL OR seat IS NOT NULL),
        CONSTRAINT body_member_appointed CHECK ((state IN ('APPOINTED', 'ENDED')) = (appointed_at IS NOT NULL)),
        CONSTRAINT body_member_by_whom CHECK (appointed_at IS NULL OR CASE WHEN community_code IS NULL
          THEN document_number IS NOT NULL ELSE decision_id IS NOT NULL END),
        CONSTRAINT body_member_ended CHECK ((state = 'ENDED') = (ended_at IS NOT NULL))
      );
      CREATE UNIQUE INDEX body_member_one_working_committee_secretary ON body_member (body_code)
        WHERE state = 'APPOINTED' AND position <> 'MEMBER' AND 'WORKING_COMMITTEE_SECRETARY' = ANY (offices);
      CREATE UNIQUE INDEX body_member_one_street_office_director ON body_member (body_code)
        WHERE state = 'APPOINTED' AND position <> 'MEMBER' AND 'STREET_OFFICE_DIRECTOR' = ANY (offices);
      CREATE UNIQUE INDEX body_member_one_community_party_secretary ON body_member (body_code)
        WHERE state = 'APPOINTED' AND position <> 'MEMBER' AND 'COMMUNITY_PARTY_SECRETARY' = ANY (offices);
      CREATE UNIQUE INDEX body_member_one_holder ON body_member (body_code, seat) WHERE state = 'APPOINTED';
      CREATE INDEX body_member_updated ON body_member (updated_at, id);
      CREATE INDEX body_member_body_id ON body_member (body_code, id);
      CREATE INDEX body_member_state_id ON body_member (state, id);
      CREATE INDEX body_member_community ON body_member (community_code, id);
      CREATE INDEX body_member_decision ON body_member (decision_id);

      CREATE TABLE appointment_step (${WORK_ROW_COLUMNS},
        member_id uuid NOT NULL CONSTRAINT appointment_step_member_fk REFERENCES body_member (id),
        command text NOT NULL,
        state text NOT NULL CONSTRAINT appointment_step_state CHECK (state IN
          ('NOMINATED', 'REVIEWED', 'APPOINTED', 'REVIEW_REJECTED', 'WITHDRAWN', 'ENDED')),
        authority text NOT NULL,
        actor text NOT NULL,
        actor_role text NOT NULL,
        reason text
      );
      CREATE INDEX appointment_step_member ON appointment_step (member_id, id);
      CREATE INDEX appointment_step_updated ON appointment_step (updated_at, id);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE appointment_step, body_member');
  }
}
