import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each thing of the chain, with what stands for its title and for its state. */
const NODES = [
  ['meeting', 'Meeting', 'title', 'state'],
  ['minutes', 'Minutes', 'title', 'state'],
  ['minutes_item', 'MinutesItem', 'text', 'NULL'],
  ['major_matter', 'MajorMatter', 'title', 'state'],
  ['preliminary_opinion', 'PreliminaryOpinion', 'coalesce(opinion, body)', 'NULL'],
  ['committee_decision', 'CommitteeDecision', 'number', 'outcome'],
  ['key_point', 'KeyPoint', 'title', 'NULL'],
  ['delegation', 'Delegation', 'title', 'state'],
  ['project', 'Project', 'title', 'NULL'],
  ['work_order', 'WorkOrder', 'title', 'state'],
  ['evidence', 'Evidence', 'title', 'NULL'],
  ['supervision', 'Supervision', 'missed_deadline::text', 'state'],
  ['feedback_report', 'FeedbackReport', 'title', 'NULL'],
  ['weekly_item', 'WeeklyItem', 'title', 'state'],
  ['assignment_batch', 'AssignmentBatch', 'number', 'NULL'],
  ['community_assignment', 'CommunityAssignment', 'goal', 'state'],
  ['progress_report', 'ProgressReport', 'text', 'NULL'],
  ['community_visit', 'CommunityVisit', 'day::text', 'form'],
] as const;

/** The things of the chain, as they were, and with each whether it is sample data. */
export class TraceSample1700000010004 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE OR REPLACE VIEW trace_node (id, type_name, title, state, at, sample) AS ${nodes(', sample')}`,
    );
  }

  /** A column of a view can only be taken away with the view; who may read it is said anew after all migrations. */
  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `DROP VIEW trace_node; CREATE VIEW trace_node (id, type_name, title, state, at) AS ${nodes('')}`,
    );
  }
}

const nodes = (more: string): string =>
  NODES.map(
    ([table, type, title, state]) =>
      `SELECT id, '${type}', ${title}, ${state}, created_at${more} FROM ${table}`,
  ).join(' UNION ALL ');
