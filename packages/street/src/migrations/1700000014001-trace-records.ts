import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Everything that is recorded has its place in a chain: what was said in a meeting, the steps of an order and of an
 * appointment, what was written on a visit, and the approvals of 区政府 and 区委, of which the street has the reference only.
 *
 * What is recorded of something (`leaf`) leads up to it and on, and is shown below that thing alone: who follows a
 * delegation down to its visits is not shown who sat in each meeting, or that something was written on each visit. A
 * title says nothing of what a resident has said.
 */
export class TraceRecords1700000014001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE INDEX delegation_approval ON delegation (approval_id) WHERE approval_id IS NOT NULL;
      CREATE INDEX body_member_approval ON body_member (approval_id) WHERE approval_id IS NOT NULL;

      ALTER VIEW trace_node RENAME TO trace_node_chain;
      CREATE VIEW trace_node (id, type_name, title, state, at, sample) AS
        SELECT id, type_name, title, state, at, sample FROM trace_node_chain
        UNION ALL SELECT id, 'AgendaItem', title, NULL, created_at, sample FROM agenda_item
        UNION ALL SELECT id, 'AttendanceRecord', coalesce(unit, center_code), NULL, created_at, sample
          FROM attendance_record
        UNION ALL SELECT id, 'MemberReport', content, NULL, created_at, sample FROM member_report
        UNION ALL SELECT id, 'StreetNotice', content, NULL, created_at, sample FROM street_notice
        UNION ALL SELECT id, 'CenterReport', center_code, NULL, created_at, sample FROM center_report
        UNION ALL SELECT id, 'AnnualNotice', title, NULL, created_at, sample FROM annual_notice
        UNION ALL SELECT id, 'DeputyActivity', activity, NULL, created_at, sample FROM deputy_activity
        UNION ALL SELECT id, 'BodyMember', person_name, state, created_at, sample FROM body_member
        UNION ALL SELECT id, 'AppointmentStep', command, state, created_at, sample FROM appointment_step
        UNION ALL SELECT id, 'WorkOrderEvent', command, NULL, created_at, sample FROM work_order_event
        UNION ALL SELECT id, 'VisitRecord', '走访记录', NULL, created_at, sample FROM visit_record
        UNION ALL SELECT id, 'SentimentLog', '民情日志', NULL, created_at, sample FROM sentiment_log
        UNION ALL SELECT id, 'ConveyedDocument', title, NULL, created_at, sample FROM conveyed_document
        UNION ALL SELECT id, 'Highlight', title, NULL, created_at, sample FROM highlight
        UNION ALL SELECT approval_id, 'Approval', min(title), NULL, min(created_at), bool_or(sample) FROM (
          SELECT approval_id, '区政府批准文件' AS title, created_at, sample FROM delegation
          UNION ALL SELECT approval_id, document_number, created_at, sample FROM body_member
        ) AS approval WHERE approval_id IS NOT NULL GROUP BY approval_id;

      ALTER VIEW trace_edge RENAME TO trace_edge_chain;
      CREATE VIEW trace_edge (origin_id, outcome_id, side, leaf) AS
        SELECT origin_id, outcome_id, side, false FROM trace_edge_chain
        UNION ALL SELECT approval_id, id, false, false FROM delegation WHERE approval_id IS NOT NULL
        UNION ALL SELECT approval_id, id, false, false FROM body_member WHERE approval_id IS NOT NULL
        UNION ALL SELECT decision_id, id, false, false FROM body_member WHERE decision_id IS NOT NULL
        UNION ALL SELECT meeting_id, id, false, false FROM annual_notice WHERE meeting_id IS NOT NULL
        UNION ALL SELECT meeting_id, id, false, true FROM agenda_item
        UNION ALL SELECT major_matter_id, id, false, true FROM agenda_item WHERE major_matter_id IS NOT NULL
        UNION ALL SELECT meeting_id, id, false, true FROM attendance_record
        UNION ALL SELECT meeting_id, id, false, true FROM member_report
        UNION ALL SELECT meeting_id, id, false, true FROM street_notice
        UNION ALL SELECT meeting_id, id, false, true FROM center_report
        UNION ALL SELECT member_id, id, false, true FROM appointment_step
        UNION ALL SELECT work_order_id, id, false, true FROM work_order_event
        UNION ALL SELECT id, record_id, false, true FROM community_visit
        UNION ALL SELECT visit_id, id, false, true FROM sentiment_log;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP VIEW trace_edge, trace_node;
      ALTER VIEW trace_edge_chain RENAME TO trace_edge;
      ALTER VIEW trace_node_chain RENAME TO trace_node;
      DROP INDEX body_member_approval, delegation_approval;
    `);
  }
}
