import type { MigrationInterface, QueryRunner } from 'typeorm';
import { triggersOf, type Guarded } from './1700000017001-state-guard';
import { SENDABLE_DELEGATION_GUARDED } from './1700000082040-sent-back';
import { dayOfRecording } from './1700000092020-feedback-day';

/** Frozen, like the machines of the migration that made the guard; a test compares the two. */
export const DATED_DELEGATION_GUARDED: Guarded = {
  ...SENDABLE_DELEGATION_GUARDED,
  changing: [
    ...SENDABLE_DELEGATION_GUARDED.changing,
    'opinion_recorded_at',
    'deployment_recorded_at',
    'ended_on',
  ],
};

const DROP_GUARD = `
  DROP TRIGGER delegation_first_state ON delegation;
  DROP TRIGGER delegation_steps ON delegation;`;

/** The days on which opinions were given and steps of delegations taken, with the time of their recording beside. */
export class DaysOfRequests1700000095010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ${DROP_GUARD}
      ${dayOfRecording('preliminary_opinion', 'given_on')}
      ${dayOfRecording('delegation', 'submitted_on')}
      ${dayOfRecording('delegation_guidance', 'given_on')}
      ${dayOfRecording('delegation_conclusion', 'happened_on')}
      ALTER TABLE delegation ADD COLUMN opinion_recorded_at timestamptz(3),
        ADD COLUMN deployment_recorded_at timestamptz(3), ADD COLUMN ended_on date;
      UPDATE delegation SET opinion_recorded_at = opinion_heard_at, deployment_recorded_at = deployed_at,
        ended_on = CASE WHEN state IN ('SENT_BACK', 'WITHDRAWN')
          THEN (updated_at AT TIME ZONE 'Asia/Shanghai')::date END;
      ${triggersOf(DATED_DELEGATION_GUARDED)}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ${DROP_GUARD}
      ALTER TABLE delegation DROP COLUMN submitted_on, DROP COLUMN opinion_recorded_at,
        DROP COLUMN deployment_recorded_at, DROP COLUMN ended_on;
      ALTER TABLE delegation_conclusion DROP COLUMN happened_on;
      ALTER TABLE delegation_guidance DROP COLUMN given_on;
      ALTER TABLE preliminary_opinion DROP COLUMN given_on;
      ${triggersOf(SENDABLE_DELEGATION_GUARDED)}
    `);
  }
}
