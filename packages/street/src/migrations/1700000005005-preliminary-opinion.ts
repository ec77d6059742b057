import { WORK_ROW_COLUMNS } from '@mtg/commands';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each of the two bodies thinks of a major matter (R01). */
export class PreliminaryOpinion1700000005005 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE preliminary_opinion (${WORK_ROW_COLUMNS},
        major_matter_id uuid NOT NULL CONSTRAINT preliminary_opinion_matter_fk REFERENCES major_matter (id),
        body text NOT NULL CONSTRAINT preliminary_opinion_body
          CHECK (body IN ('ENLARGED_WORKING_COMMITTEE', 'AREA_MANAGEMENT_COMMITTEE')),
        consulted boolean NOT NULL,
        opinion text,
        meeting_id uuid CONSTRAINT preliminary_opinion_meeting_fk REFERENCES meeting (id)
      );
      CREATE INDEX preliminary_opinion_matter ON preliminary_opinion (major_matter_id, id);
      CREATE INDEX preliminary_opinion_meeting ON preliminary_opinion (meeting_id);
      CREATE INDEX preliminary_opinion_updated ON preliminary_opinion (updated_at, id);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE preliminary_opinion');
  }
}
