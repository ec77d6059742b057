import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Trace1700000008000 } from './1700000008000-trace';
import { TraceSample1700000010004 } from './1700000010004-trace-sample';
import { TraceState1700000010006 } from './1700000010006-trace-state';
import { TraceWhole1700000012001 } from './1700000012001-trace-whole';
import { TraceSide1700000013001 } from './1700000013001-trace-side';
import { TraceRecords1700000014001 } from './1700000014001-trace-records';

/** The migrations that made the views, in their order. */
const MADE_BY = [
  Trace1700000008000,
  TraceSample1700000010004,
  TraceState1700000010006,
  TraceWhole1700000012001,
  TraceSide1700000013001,
  TraceRecords1700000014001,
];

/**
 * Drops the views that migrations made. The views of chains are derived from the tables and created after the migrations,
 * so that a later migration finds none that depends on the column it alters.
 */
export class TraceDerived1700000019000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP VIEW IF EXISTS trace_edge, trace_node, trace_edge_chain, trace_node_chain, trace_edge_core, trace_node_core
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await this.up(queryRunner);
    // They are made again with the views.
    await queryRunner.query('DROP INDEX delegation_decision, delegation_approval, body_member_approval');
    for (const Made of MADE_BY) {
      // oxlint-disable-next-line no-await-in-loop
      await new Made().up(queryRunner);
    }
  }
}
