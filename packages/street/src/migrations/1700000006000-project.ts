import { WORK_ROW_COLUMNS } from '@mtg/commands';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Projects with their charters: what R19 asks for is there, in whatever way the row was written. */
export class Project1700000006000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE project (${WORK_ROW_COLUMNS},
        number text NOT NULL CONSTRAINT project_number UNIQUE,
        year integer NOT NULL,
        sequence integer NOT NULL CONSTRAINT project_sequence_from_1 CHECK (sequence >= 1),
        title text NOT NULL,
        goals text NOT NULL CONSTRAINT project_goals CHECK (goals <> ''),
        department_codes text[] NOT NULL CONSTRAINT project_departments CHECK (cardinality(department_codes) > 0),
        community_codes text[] NOT NULL CONSTRAINT project_communities CHECK (cardinality(community_codes) > 0),
        deadline date NOT NULL,
        retreat_meeting_id uuid CONSTRAINT project_retreat_fk REFERENCES meeting (id),
        CONSTRAINT project_year_sequence UNIQUE (year, sequence)
      );
      CREATE INDEX project_updated ON project (updated_at, id);
      CREATE INDEX project_year_id ON project (year, id);
      CREATE INDEX project_retreat ON project (retreat_meeting_id);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE project');
  }
}
