import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Everything that is recorded has its place in a chain: what was said in a meeting, the steps of an order and of an
 * appointment, what was written on a visit, and the approvals of 区政府 and 区委, of which the street has the reference only. A
 * title says nothing of what a resident has said.
 *
 * An edge says how it is taken, up to the origin and down to the outcome: `ON` and walked on from; `END` and not walked on
 * from; `NEAR` from the thing itself only, and walked on from; `SIDE` from the thing itself only, and not walked on from;
 * `NONE` not at all. So what is recorded of something leads up to it and on, and is shown below that thing alone: who
 * follows a delegation down to its visits is not shown who sat in each meeting. Beside an item of the weekly meeting stand
 * the meeting that passed it and the batch in which it went out, which lead down to all their other items and so are not
 * walked on from.
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
      CREATE VIEW trace_edge (origin_id, outcome_id, up, down) AS
        SELECT origin_id, outcome_id, CASE WHEN side THEN 'SIDE' ELSE 'ON' END, CASE WHEN side THEN 'SIDE' ELSE 'ON' END
          FROM trace_edge_chain
        UNION ALL SELECT approval_id, id, 'ON', 'ON' FROM delegation WHERE approval_id IS NOT NULL
        UNION ALL SELECT approval_id, id, 'ON', 'ON' FROM body_member WHERE approval_id IS NOT NULL
        UNION ALL SELECT decision_id, id, 'ON', 'ON' FROM body_member WHERE decision_id IS NOT NULL
        UNION ALL SELECT preliminary_opinion.id, major_matter.decision_id, 'ON', 'ON' FROM preliminary_opinion
          JOIN major_matter ON major_matter.id = preliminary_opinion.major_matter_id
          WHERE major_matter.decision_id IS NOT NULL
        UNION ALL SELECT meeting_id, id, 'ON', 'ON' FROM annual_notice WHERE meeting_id IS NOT NULL
        UNION ALL SELECT id, meeting_id, 'NONE', 'END' FROM weekly_item
        UNION ALL SELECT weekly_item_id, batch_id, 'NEAR', 'END' FROM community_assignment
        UNION ALL SELECT meeting_id, id, 'ON', 'NEAR' FROM agenda_item
        UNION ALL SELECT major_matter_id, id, 'ON', 'NEAR' FROM agenda_item WHERE major_matter_id IS NOT NULL
        UNION ALL SELECT agenda_item.id, minutes_item.id, 'ON', 'ON' FROM agenda_item
          JOIN minutes ON minutes.meeting_id = agenda_item.meeting_id
          JOIN minutes_item ON minutes_item.minutes_id = minutes.id AND minutes_item.deleted_at IS NULL
            AND minutes_item.agenda_number = agenda_item.number
        UNION ALL SELECT meeting_id, id, 'ON', 'NEAR' FROM attendance_record
        UNION ALL SELECT meeting_id, id, 'ON', 'NEAR' FROM member_report
        UNION ALL SELECT meeting_id, id, 'ON', 'NEAR' FROM street_notice
        UNION ALL SELECT meeting_id, id, 'ON', 'NEAR' FROM center_report
        UNION ALL SELECT member_id, id, 'ON', 'NEAR' FROM appointment_step
        UNION ALL SELECT work_order_id, id, 'ON', 'NEAR' FROM work_order_event
        UNION ALL SELECT id, record_id, 'ON', 'NEAR' FROM community_visit
        UNION ALL SELECT visit_id, id, 'ON', 'NEAR' FROM sentiment_log;
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
