import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What came of what, as two views: the things of the chain of command, and which of them led to which. Every branch is a
 * plain SELECT over a table with an index on what it is looked up by, so that a walk reads no more than it visits.
 */
export class Trace1700000008000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE VIEW trace_node (id, type_name, title, state, at) AS
        SELECT id, 'Meeting', title, state, created_at FROM meeting
        UNION ALL SELECT id, 'Minutes', title, state, created_at FROM minutes
        UNION ALL SELECT id, 'MinutesItem', text, NULL, created_at FROM minutes_item
        UNION ALL SELECT id, 'MajorMatter', title, state, created_at FROM major_matter
        UNION ALL SELECT id, 'PreliminaryOpinion', coalesce(opinion, body), NULL, created_at FROM preliminary_opinion
        UNION ALL SELECT id, 'CommitteeDecision', number, outcome, created_at FROM committee_decision
        UNION ALL SELECT id, 'KeyPoint', title, NULL, created_at FROM key_point
        UNION ALL SELECT id, 'Delegation', title, state, created_at FROM delegation
        UNION ALL SELECT id, 'Project', title, NULL, created_at FROM project
        UNION ALL SELECT id, 'WorkOrder', title, state, created_at FROM work_order
        UNION ALL SELECT id, 'Evidence', title, NULL, created_at FROM evidence
        UNION ALL SELECT id, 'Supervision', missed_deadline::text, state, created_at FROM supervision
        UNION ALL SELECT id, 'FeedbackReport', title, NULL, created_at FROM feedback_report
        UNION ALL SELECT id, 'WeeklyItem', title, state, created_at FROM weekly_item
        UNION ALL SELECT id, 'AssignmentBatch', number, NULL, created_at FROM assignment_batch
        UNION ALL SELECT id, 'CommunityAssignment', goal, state, created_at FROM community_assignment
        UNION ALL SELECT id, 'ProgressReport', text, NULL, created_at FROM progress_report
        UNION ALL SELECT id, 'CommunityVisit', day::text, form, created_at FROM community_visit;

      CREATE VIEW trace_edge (origin_id, outcome_id) AS
        SELECT major_matter_id, id FROM meeting WHERE major_matter_id IS NOT NULL
        UNION ALL SELECT meeting_id, id FROM minutes
        UNION ALL SELECT minutes_id, id FROM minutes_item WHERE deleted_at IS NULL
        UNION ALL SELECT major_matter_id, id FROM preliminary_opinion
        UNION ALL SELECT meeting_id, id FROM preliminary_opinion WHERE meeting_id IS NOT NULL
        UNION ALL SELECT id, decision_id FROM major_matter WHERE decision_id IS NOT NULL
        UNION ALL SELECT id, decision_id FROM delegation WHERE decision_id IS NOT NULL
        UNION ALL SELECT decision_id, id FROM key_point
        UNION ALL SELECT retreat_meeting_id, id FROM project WHERE retreat_meeting_id IS NOT NULL
        UNION ALL SELECT project_id, id FROM work_order
        UNION ALL SELECT key_point_id, id FROM work_order WHERE key_point_id IS NOT NULL
        UNION ALL SELECT delegation_id, id FROM work_order WHERE delegation_id IS NOT NULL
        UNION ALL SELECT minutes_item_id, id FROM work_order WHERE minutes_item_id IS NOT NULL
        UNION ALL SELECT parent_id, id FROM work_order WHERE parent_id IS NOT NULL
        UNION ALL SELECT work_order_id, id FROM evidence
        UNION ALL SELECT work_order_id, id FROM supervision
        UNION ALL SELECT id, feedback_report_id FROM work_order WHERE feedback_report_id IS NOT NULL
        UNION ALL SELECT meeting_id, id FROM weekly_item
        UNION ALL SELECT work_order_id, id FROM weekly_item WHERE work_order_id IS NOT NULL
        UNION ALL SELECT meeting_id, id FROM assignment_batch
        UNION ALL SELECT weekly_item_id, id FROM community_assignment
        UNION ALL SELECT batch_id, id FROM community_assignment
        UNION ALL SELECT assignment_id, id FROM progress_report
        UNION ALL SELECT assignment_id, id FROM community_visit WHERE assignment_id IS NOT NULL;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP VIEW trace_edge, trace_node');
  }
}
