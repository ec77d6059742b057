import type { MigrationInterface, QueryRunner } from 'typeorm';
import { triggersOf, type Guarded } from './1700000017001-state-guard';
import { SERVICE_PROJECT_GUARDED } from './1700000021000-service-project';

/** Frozen, like the machines of the state guard. Steps say when they were recorded. */
export const SERVICE_RECORDED_GUARDED: Guarded = {
  ...SERVICE_PROJECT_GUARDED,
  changing: [...SERVICE_PROJECT_GUARDED.changing, 'accepted_at', 'evaluated_at'],
};

const guardedBy = (guarded: Guarded, milestone: string): string => `
  DROP TRIGGER service_project_first_state ON service_project;
  DROP TRIGGER service_project_steps ON service_project;
  ${triggersOf(guarded)}
  DROP TRIGGER service_milestone_columns ON service_milestone;
  CREATE TRIGGER service_milestone_columns AFTER UPDATE ON service_milestone FOR EACH ROW
    EXECUTE FUNCTION guard_columns('${milestone}');`;

/** When the steps of a service project were recorded, which may be after the days on which they were taken (R30). Early ones do not say. */
export class ServiceRecorded1700000097010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE service_project
        ADD COLUMN accepted_at timestamptz(3)
          CONSTRAINT service_project_accepted_at CHECK (accepted_at IS NULL OR accepted_on IS NOT NULL),
        ADD COLUMN evaluated_at timestamptz(3)
          CONSTRAINT service_project_evaluated_at CHECK (evaluated_at IS NULL OR evaluated_on IS NOT NULL);
      ALTER TABLE service_milestone ADD COLUMN reached_at timestamptz(3)
        CONSTRAINT service_milestone_reached_at CHECK (reached_at IS NULL OR reached_on IS NOT NULL);
      ${guardedBy(SERVICE_RECORDED_GUARDED, 'reached_on reached_at remark')}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ${guardedBy(SERVICE_PROJECT_GUARDED, 'reached_on remark')}
      ALTER TABLE service_milestone DROP COLUMN reached_at;
      ALTER TABLE service_project DROP COLUMN accepted_at, DROP COLUMN evaluated_at;
    `);
  }
}
