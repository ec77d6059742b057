import type { MigrationInterface, QueryRunner } from 'typeorm';
import { TraceWhole1700000012001 } from './1700000012001-trace-whole';

/**
 * A major matter that stands on a meeting's agenda leads to what the minutes say of it, and not to all else that the
 * meeting dealt with. The meeting and its minutes are beside its way (`side`): whoever asks of the one is shown the
 * other, and no further.
 */
export class TraceSide1700000013001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP VIEW trace_edge;
      CREATE VIEW trace_edge (origin_id, outcome_id, side) AS
        SELECT origin_id, outcome_id, false FROM trace_edge_core
        UNION ALL SELECT delegation_id, id, false FROM delegation_guidance
        UNION ALL SELECT plan_id, id, false FROM community_visit WHERE plan_id IS NOT NULL
        UNION ALL SELECT major_matter_id, meeting_id, true FROM agenda_item WHERE major_matter_id IS NOT NULL
        UNION ALL SELECT agenda_item.major_matter_id, minutes.id, true FROM agenda_item
          JOIN minutes ON minutes.meeting_id = agenda_item.meeting_id
          WHERE agenda_item.major_matter_id IS NOT NULL
        UNION ALL SELECT agenda_item.major_matter_id, minutes_item.id, false FROM agenda_item
          JOIN minutes ON minutes.meeting_id = agenda_item.meeting_id
          JOIN minutes_item ON minutes_item.minutes_id = minutes.id AND minutes_item.deleted_at IS NULL
            AND coalesce(minutes_item.agenda_number, agenda_item.number) = agenda_item.number
          WHERE agenda_item.major_matter_id IS NOT NULL
        UNION ALL SELECT delegation.decision_id, work_order.id, false FROM work_order
          JOIN delegation ON delegation.id = work_order.delegation_id WHERE delegation.decision_id IS NOT NULL
        UNION ALL SELECT major_matter.decision_id, work_order.id, false FROM work_order
          JOIN minutes_item ON minutes_item.id = work_order.minutes_item_id
          JOIN minutes ON minutes.id = minutes_item.minutes_id
          JOIN meeting ON meeting.id = minutes.meeting_id
          JOIN major_matter ON major_matter.id = meeting.major_matter_id WHERE major_matter.decision_id IS NOT NULL
        UNION ALL SELECT major_matter.decision_id, work_order.id, false FROM work_order
          JOIN minutes_item ON minutes_item.id = work_order.minutes_item_id
          JOIN minutes ON minutes.id = minutes_item.minutes_id
          JOIN agenda_item ON agenda_item.meeting_id = minutes.meeting_id
            AND agenda_item.number = coalesce(minutes_item.agenda_number, agenda_item.number)
          JOIN major_matter ON major_matter.id = agenda_item.major_matter_id WHERE major_matter.decision_id IS NOT NULL;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    const before = new TraceWhole1700000012001();
    await before.down(queryRunner);
    await before.up(queryRunner);
  }
}
