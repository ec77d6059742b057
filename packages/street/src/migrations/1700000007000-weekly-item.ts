import { WORK_ROW_COLUMNS } from '@mtg/commands';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Matters for communities, put to weekly meetings. */
export class WeeklyItem1700000007000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE weekly_item (${WORK_ROW_COLUMNS},
        meeting_id uuid NOT NULL CONSTRAINT weekly_item_meeting_fk REFERENCES meeting (id),
        number integer NOT NULL CONSTRAINT weekly_item_number_from_1 CHECK (number >= 1),
        state text NOT NULL
          CONSTRAINT weekly_item_state CHECK (state IN ('PROPOSED', 'PASSED', 'NOT_PASSED')),
        center_code text NOT NULL,
        title text NOT NULL,
        content text NOT NULL,
        community_codes text[] NOT NULL
          CONSTRAINT weekly_item_communities CHECK (cardinality(community_codes) > 0),
        work_order_id uuid CONSTRAINT weekly_item_work_order_fk REFERENCES work_order (id),
        decided_at timestamptz(3),
        remark text,
        CONSTRAINT weekly_item_number UNIQUE (meeting_id, number),
        -- What an assignment points at, so that only a passed item of its own meeting will do.
        CONSTRAINT weekly_item_decision UNIQUE (id, meeting_id, state),
        CONSTRAINT weekly_item_decided CHECK ((state = 'PROPOSED') = (decided_at IS NULL))
      );
      CREATE INDEX weekly_item_updated ON weekly_item (updated_at, id);
      CREATE INDEX weekly_item_center ON weekly_item (center_code, id);
      CREATE INDEX weekly_item_state_id ON weekly_item (state, id);
      CREATE INDEX weekly_item_work_order ON weekly_item (work_order_id);
      CREATE INDEX weekly_item_community ON weekly_item USING gin (community_codes);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE weekly_item');
  }
}
