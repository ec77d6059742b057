import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How an edge of a chain is taken, up to the origin and down to the outcome: `ON` and walked on from; `END` and not walked on
 * from; `NEAR` from the thing itself only, and walked on from; `SIDE` from the thing itself only, and not walked on from;
 * `NONE` not at all.
 *
 * With it come what the chain lacked: from the bodies' opinions to the decision that they came before; and beside an item of
 * the weekly meeting, the meeting that passed it and the batch in which it went out, which lead down to all their other items
 * too and so are shown and not walked on from.
 */
export class TraceWays1700000014004 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER VIEW trace_edge RENAME TO trace_edge_records;
      CREATE VIEW trace_edge (origin_id, outcome_id, up, down) AS
        SELECT origin_id, outcome_id, CASE WHEN side THEN 'SIDE' ELSE 'ON' END,
          CASE WHEN side THEN 'SIDE' WHEN leaf THEN 'NEAR' ELSE 'ON' END FROM trace_edge_records
        UNION ALL SELECT preliminary_opinion.id, major_matter.decision_id, 'ON', 'ON' FROM preliminary_opinion
          JOIN major_matter ON major_matter.id = preliminary_opinion.major_matter_id
          WHERE major_matter.decision_id IS NOT NULL
        UNION ALL SELECT id, meeting_id, 'NONE', 'END' FROM weekly_item
        UNION ALL SELECT weekly_item_id, batch_id, 'NEAR', 'END' FROM community_assignment;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP VIEW trace_edge; ALTER VIEW trace_edge_records RENAME TO trace_edge');
  }
}
