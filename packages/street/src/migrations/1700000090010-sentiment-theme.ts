import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Themes of sentiment logs. Earlier logs have none. */
export class SentimentTheme1700000090010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE sentiment_log ADD COLUMN theme text CONSTRAINT sentiment_log_theme
        CHECK (btrim(theme) <> '' AND char_length(theme) <= 40)
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE sentiment_log DROP COLUMN theme');
  }
}
