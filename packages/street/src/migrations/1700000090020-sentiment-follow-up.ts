import { WORK_ROW_COLUMNS } from '@mtg/commands';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Items by which sentiment logs are dealt with. */
export class SentimentFollowUp1700000090020 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE sentiment_follow_up (${WORK_ROW_COLUMNS},
        sentiment_log_id uuid NOT NULL CONSTRAINT sentiment_follow_up_log_fk REFERENCES sentiment_log (id),
        weekly_item_id uuid CONSTRAINT sentiment_follow_up_weekly_item_fk REFERENCES weekly_item (id),
        minutes_item_id uuid CONSTRAINT sentiment_follow_up_minutes_item_fk REFERENCES minutes_item (id),
        CONSTRAINT sentiment_follow_up_one_item CHECK (num_nonnulls(weekly_item_id, minutes_item_id) = 1),
        CONSTRAINT sentiment_follow_up_once UNIQUE NULLS NOT DISTINCT (sentiment_log_id, weekly_item_id, minutes_item_id)
      );
      CREATE INDEX sentiment_follow_up_updated ON sentiment_follow_up (updated_at, id);
      CREATE INDEX sentiment_follow_up_weekly_item ON sentiment_follow_up (weekly_item_id, id);
      CREATE INDEX sentiment_follow_up_minutes_item ON sentiment_follow_up (minutes_item_id, id);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE sentiment_follow_up');
  }
}
