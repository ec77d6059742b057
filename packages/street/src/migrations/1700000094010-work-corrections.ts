import type { MigrationInterface, QueryRunner } from 'typeorm';
import { GUARDED, triggersOf, type Guarded } from './1700000017001-state-guard';
import { CONSULTATION_GUARDED } from './1700000020010-consultation';
import { columnsGuardSql, correctionTableSql, onRecordSql } from './corrections';

/** Tables whose rows did not change before, with the columns that are corrected. */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  progress_report: ['text'],
  conveyed_document: ['issuer', 'kind', 'title', 'priorities', 'community_code', 'conveyed_on'],
  highlight: ['title', 'content'],
  support_contribution: ['unit', 'department_code', 'contribution'],
  visit_record: ['text'],
  sentiment_log: ['topic', 'theme', 'text'],
  hall_visit: ['day'],
  deputy_activity: ['person_name', 'capacity', 'member_id', 'day', 'activity', 'effect'],
  enforcement_team: ['name'],
  enforcement_object: ['name', 'detail'],
  joint_action_call: ['content'],
  fostering_stage: ['stage', 'reached_on', 'remark'],
  joint_activity: ['community_code', 'kind', 'title', 'organizations', 'held_on', 'participants'],
};
/** Those whose rows a trigger has kept from changing, and from being deleted. */
const UNDELETED = ['enforcement_team', 'enforcement_object', 'joint_action_call'];
/** Those whose rows a trigger has kept from changing. */
const UNCHANGED = ['support_contribution', 'fostering_stage', 'joint_activity'];

/** Tables with columns that steps change, and those that are corrected. */
const CHANGING: Readonly<
  Record<string, { readonly steps: readonly string[]; readonly right: readonly string[] }>
> = {
  consultation_conclusion: {
    steps: ['weekly_item_id', 'minutes_item_id', 'followed_up_at'],
    right: ['content'],
  },
  fostered_organization: { steps: ['until'], right: ['name', 'service_field', 'since'] },
};

const ACTION = ['form', 'day', 'place', 'community_code', 'kind', 'mandate_id', 'found', 'outcome'];
const ITEM = ['title', 'content', 'community_codes'];
const CONSULTED = ['consulted_on', 'participants', 'matters'];

const before = GUARDED.find(({ table }) => table === 'weekly_item');
if (!before) throw new Error('items of weekly meetings have no guard');

/** Frozen, like the machines of the state guard. A remark is corrected once the meeting has decided. */
export const WEEKLY_ITEM_CORRECTED: Guarded = {
  ...before,
  changing: [...before.changing, ...ITEM],
  changingInTheEnd: ['remark'],
};

/** A consultation is corrected until the department confirms it. */
export const CONSULTATION_CORRECTED: Guarded = {
  ...CONSULTATION_GUARDED,
  changing: [...CONSULTATION_GUARDED.changing, ...CONSULTED, 'month'],
};

const guardedBy = (guarded: Guarded): string => `
  DROP TRIGGER ${guarded.table}_first_state ON ${guarded.table};
  DROP TRIGGER ${guarded.table}_steps ON ${guarded.table};
  ${triggersOf(guarded)}`;
const immutable = (table: string, event: string): string => `
  DROP TRIGGER IF EXISTS ${table}_immutable ON ${table};
  CREATE TRIGGER ${table}_immutable BEFORE ${event} EXECUTE FUNCTION keep_dispatch_record();`;
const guardColumns = (table: string, columns: readonly string[]): string =>
  `DROP TRIGGER ${table}_columns ON ${table}; ${columnsGuardSql(table, columns)}`;

/** Corrections of the work in communities, of joint enforcement, consultations and social organizations. */
export class WorkCorrections1700000094010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const further = ['weekly_item', 'consultation', 'enforcement_action', ...Object.keys(CHANGING)];
    await queryRunner.query(`
      ${[...Object.keys(KEPT), ...further].map(correctionTableSql).join('\n')}
      ${UNDELETED.map((table) => immutable(table, `DELETE ON ${table} FOR EACH ROW`)).join('\n')}
      ${UNCHANGED.map((table) => `DROP TRIGGER ${table}_immutable ON ${table};`).join('\n')}
      ${Object.entries(KEPT)
        .map(([table, columns]) => columnsGuardSql(table, columns) + onRecordSql(table, columns))
        .join('\n')}
      ${Object.entries(CHANGING)
        .map(
          ([table, { steps, right }]) =>
            guardColumns(table, [...steps, ...right]) + onRecordSql(table, right),
        )
        .join('\n')}
      ${[WEEKLY_ITEM_CORRECTED, CONSULTATION_CORRECTED].map(guardedBy).join('\n')}
      ${onRecordSql('weekly_item', ITEM)}
      ${onRecordSql('consultation', CONSULTED)}
      CREATE CONSTRAINT TRIGGER weekly_item_remark_on_record AFTER UPDATE ON weekly_item DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW WHEN (OLD.decided_at IS NOT NULL) EXECUTE FUNCTION guard_corrected('weekly_item_correction', 'remark');

      DROP TRIGGER enforcement_action_steps ON enforcement_action;
      CREATE TRIGGER enforcement_action_steps AFTER UPDATE ON enforcement_action FOR EACH ROW
        WHEN (OLD.follow_up_order_id IS DISTINCT FROM NEW.follow_up_order_id)
        EXECUTE FUNCTION guard_enforcement('follow_up_order_id');
      ${columnsGuardSql('enforcement_action', ['follow_up_order_id', ...ACTION])}
      ${onRecordSql('enforcement_action', ACTION)}
      CREATE TRIGGER enforcement_action_mandate_since BEFORE UPDATE OF day, kind, mandate_id ON enforcement_action
        FOR EACH ROW EXECUTE FUNCTION act_within_mandate();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    const guards = Object.keys(KEPT).map(
      (table) => `DROP TRIGGER ${table}_on_record ON ${table}; DROP TRIGGER ${table}_columns ON ${table};
        DROP TABLE ${table}_correction;`,
    );
    const changing = Object.entries(CHANGING).map(
      ([table, { steps }]) => `DROP TRIGGER ${table}_on_record ON ${table}; ${guardColumns(table, steps)}
        DROP TABLE ${table}_correction;`,
    );
    await queryRunner.query(`
      DROP TRIGGER enforcement_action_mandate_since ON enforcement_action;
      DROP TRIGGER enforcement_action_on_record ON enforcement_action;
      DROP TRIGGER enforcement_action_columns ON enforcement_action;
      DROP TRIGGER enforcement_action_steps ON enforcement_action;
      CREATE TRIGGER enforcement_action_steps AFTER UPDATE ON enforcement_action
        FOR EACH ROW EXECUTE FUNCTION guard_enforcement('follow_up_order_id');
      DROP TRIGGER weekly_item_remark_on_record ON weekly_item;
      DROP TRIGGER weekly_item_on_record ON weekly_item;
      DROP TRIGGER consultation_on_record ON consultation;
      ${[before ?? WEEKLY_ITEM_CORRECTED, CONSULTATION_GUARDED].map(guardedBy).join('\n')}
      ${guards.join('\n')}
      ${changing.join('\n')}
      ${UNCHANGED.map((table) => immutable(table, `UPDATE ON ${table} FOR EACH ROW WHEN (NOT OLD.sample)`)).join('\n')}
      ${UNDELETED.map((table) => immutable(table, `UPDATE OR DELETE ON ${table} FOR EACH ROW`)).join('\n')}
      DROP TABLE weekly_item_correction, consultation_correction, enforcement_action_correction;
    `);
  }
}
