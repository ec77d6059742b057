import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the chain lacked: guidance and visit plans, the agenda by which a major matter comes to a meeting, and the
 * committee's decision as what an order rests on. Every branch begins at an index from either end.
 */
export class TraceWhole1700000012001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE INDEX delegation_decision ON delegation (decision_id) WHERE decision_id IS NOT NULL;

      ALTER VIEW trace_node RENAME TO trace_node_core;
      CREATE VIEW trace_node (id, type_name, title, state, at, sample) AS
        SELECT id, type_name, title, state, at, sample FROM trace_node_core
        UNION ALL SELECT id, 'DelegationGuidance', text, NULL, created_at, sample FROM delegation_guidance
        UNION ALL SELECT id, 'VisitPlan', day::text, NULL, created_at, sample FROM visit_plan;

      ALTER VIEW trace_edge RENAME TO trace_edge_core;
      CREATE VIEW trace_edge (origin_id, outcome_id) AS
        SELECT origin_id, outcome_id FROM trace_edge_core
        UNION ALL SELECT delegation_id, id FROM delegation_guidance
        UNION ALL SELECT plan_id, id FROM community_visit WHERE plan_id IS NOT NULL
        UNION ALL SELECT major_matter_id, meeting_id FROM agenda_item WHERE major_matter_id IS NOT NULL
        UNION ALL SELECT delegation.decision_id, work_order.id FROM work_order
          JOIN delegation ON delegation.id = work_order.delegation_id WHERE delegation.decision_id IS NOT NULL
        UNION ALL SELECT major_matter.decision_id, work_order.id FROM work_order
          JOIN minutes_item ON minutes_item.id = work_order.minutes_item_id
          JOIN minutes ON minutes.id = minutes_item.minutes_id
          JOIN meeting ON meeting.id = minutes.meeting_id
          JOIN major_matter ON major_matter.id = meeting.major_matter_id WHERE major_matter.decision_id IS NOT NULL
        UNION ALL SELECT major_matter.decision_id, work_order.id FROM work_order
          JOIN minutes_item ON minutes_item.id = work_order.minutes_item_id
          JOIN minutes ON minutes.id = minutes_item.minutes_id
          JOIN agenda_item ON agenda_item.meeting_id = minutes.meeting_id
            AND agenda_item.number = coalesce(minutes_item.agenda_number, agenda_item.number)
          JOIN major_matter ON major_matter.id = agenda_item.major_matter_id WHERE major_matter.decision_id IS NOT NULL;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP VIEW trace_edge, trace_node;
      ALTER VIEW trace_edge_core RENAME TO trace_edge;
      ALTER VIEW trace_node_core RENAME TO trace_node;
      DROP INDEX delegation_decision;
    `);
  }
}
