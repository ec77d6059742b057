import { WORK_ROW_COLUMNS } from '@mtg/commands';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Visits to communities: plans and facts for many to read, and what was written of them, for few, in tables of their own.
 * The keys of several columns keep a text to the author, center and community of its visit, by which it is read.
 */
export class CommunityVisit1700000007002 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE visit_plan (${WORK_ROW_COLUMNS},
        center_code text NOT NULL,
        day date NOT NULL,
        people text[] NOT NULL CONSTRAINT visit_plan_people CHECK (cardinality(people) > 0),
        community_codes text[] NOT NULL
          CONSTRAINT visit_plan_communities CHECK (cardinality(community_codes) > 0),
        route text NOT NULL CONSTRAINT visit_plan_route CHECK (btrim(route) <> ''),
        actions text NOT NULL CONSTRAINT visit_plan_actions CHECK (btrim(actions) <> ''),
        CONSTRAINT visit_plan_beforehand CHECK (day >= (created_at AT TIME ZONE 'Asia/Shanghai')::date),
        CONSTRAINT visit_plan_fixed UNIQUE (id, center_code, day)
      );
      CREATE INDEX visit_plan_updated ON visit_plan (updated_at, id);
      CREATE INDEX visit_plan_center ON visit_plan (center_code, id);
      CREATE INDEX visit_plan_day ON visit_plan (day, id);
      CREATE INDEX visit_plan_community ON visit_plan USING gin (community_codes);

      CREATE TABLE visit_record (${WORK_ROW_COLUMNS},
        center_code text NOT NULL,
        community_code text NOT NULL,
        author_subject text NOT NULL,
        text text NOT NULL CONSTRAINT visit_record_text CHECK (btrim(text) <> ''),
        CONSTRAINT visit_record_whose UNIQUE (id, center_code, community_code, author_subject)
      );
      CREATE INDEX visit_record_updated ON visit_record (updated_at, id);
      CREATE INDEX visit_record_center ON visit_record (center_code, id);
      CREATE INDEX visit_record_community ON visit_record (community_code, id);
      CREATE INDEX visit_record_author ON visit_record (author_subject, id);

      CREATE TABLE community_visit (${WORK_ROW_COLUMNS},
        day date NOT NULL,
        form text NOT NULL CONSTRAINT community_visit_form CHECK (form IN ('INSPECTION', 'CALL', 'TALK')),
        community_code text NOT NULL CONSTRAINT community_visit_community_fk REFERENCES community (code),
        center_code text NOT NULL,
        staff_subject text NOT NULL,
        plan_id uuid,
        assignment_id uuid,
        record_id uuid NOT NULL CONSTRAINT community_visit_record UNIQUE,
        CONSTRAINT community_visit_not_in_future
          CHECK (day <= (created_at AT TIME ZONE 'Asia/Shanghai')::date),
        CONSTRAINT community_visit_whose UNIQUE (id, center_code, community_code, staff_subject),
        CONSTRAINT community_visit_plan_fk FOREIGN KEY (plan_id, center_code, day)
          REFERENCES visit_plan (id, center_code, day),
        CONSTRAINT community_visit_assignment_fk FOREIGN KEY (assignment_id, community_code)
          REFERENCES community_assignment (id, community_code),
        CONSTRAINT community_visit_record_fk FOREIGN KEY (record_id, center_code, community_code, staff_subject)
          REFERENCES visit_record (id, center_code, community_code, author_subject)
      );
      CREATE INDEX community_visit_updated ON community_visit (updated_at, id);
      CREATE INDEX community_visit_community ON community_visit (community_code, id);
      CREATE INDEX community_visit_center ON community_visit (center_code, id);
      CREATE INDEX community_visit_day ON community_visit (day, id);
      CREATE INDEX community_visit_staff ON community_visit (staff_subject, id);
      CREATE INDEX community_visit_plan ON community_visit (plan_id);
      CREATE INDEX community_visit_assignment ON community_visit (assignment_id);

      CREATE TABLE sentiment_log (${WORK_ROW_COLUMNS},
        visit_id uuid NOT NULL,
        center_code text NOT NULL,
        community_code text NOT NULL,
        author_subject text NOT NULL,
        topic text,
        text text NOT NULL CONSTRAINT sentiment_log_text CHECK (btrim(text) <> ''),
        CONSTRAINT sentiment_log_visit_fk FOREIGN KEY (visit_id, center_code, community_code, author_subject)
          REFERENCES community_visit (id, center_code, community_code, staff_subject)
      );
      CREATE INDEX sentiment_log_updated ON sentiment_log (updated_at, id);
      CREATE INDEX sentiment_log_visit ON sentiment_log (visit_id);
      CREATE INDEX sentiment_log_center ON sentiment_log (center_code, id);
      CREATE INDEX sentiment_log_community ON sentiment_log (community_code, id);
      CREATE INDEX sentiment_log_author ON sentiment_log (author_subject, id);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE sentiment_log, community_visit, visit_record, visit_plan');
  }
}
