import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each thing of the chain, with what stands for its title, and what for its state where it goes from one to another. */
const NODES: readonly (readonly [table: string, type: string, title: string, state: string])[] = [
  ['meeting', 'Meeting', 'title', 'state'],
  ['minutes', 'Minutes', 'title', 'state'],
  ['minutes_item', 'MinutesItem', 'text', 'NULL'],
  ['major_matter', 'MajorMatter', 'title', 'state'],
  ['preliminary_opinion', 'PreliminaryOpinion', 'coalesce(opinion, body)', 'NULL'],
  ['committee_decision', 'CommitteeDecision', 'number', 'NULL'],
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
  ['community_visit', 'CommunityVisit', 'day::text', 'NULL'],
];

/** What stood where a state does: the outcome of a decision and the form of a visit, neither of which ever changes. */
const BEFORE: Readonly<Record<string, string>> = { committee_decision: 'outcome', community_visit: 'form' };

/** The things of the chain, as they were; what has no state says none. */
export class TraceState1700000010006 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await replace(queryRunner, {});
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await replace(queryRunner, BEFORE);
  }
}

async function replace(queryRunner: QueryRunner, states: Readonly<Record<string, string>>): Promise<void> {
  const nodes = NODES.map(
    ([table, type, title, state]) =>
      `SELECT id, '${type}', ${title}, ${states[table] ?? state}, created_at, sample FROM ${table}`,
  );
  await queryRunner.query(
    `CREATE OR REPLACE VIEW trace_node (id, type_name, title, state, at, sample) AS ${nodes.join(' UNION ALL ')}`,
  );
}
