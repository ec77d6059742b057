import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Messages that something waits, and their delivery. */
export class Message1700000087000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE message (
        id uuid NOT NULL DEFAULT uuidv7() PRIMARY KEY,
        kind text NOT NULL CONSTRAINT message_kind CHECK (kind IN ('WAITING', 'OVERDUE')),
        role text NOT NULL,
        place_kind text NOT NULL CONSTRAINT message_place_kind CHECK (place_kind IN ('', 'CENTER', 'COMMUNITY', 'DEPARTMENT')),
        place text NOT NULL,
        row_id uuid NOT NULL,
        row_kind text NOT NULL,
        command text NOT NULL,
        text text NOT NULL,
        deadline date,
        created_at timestamptz(3) NOT NULL,
        ended_at timestamptz(3),
        delivered_at timestamptz(3),
        attempts integer NOT NULL DEFAULT 0,
        next_attempt_at timestamptz(3) NOT NULL,
        CONSTRAINT message_place CHECK ((place_kind = '') = (place = ''))
      );
      CREATE UNIQUE INDEX message_once ON message (row_id, role, place_kind, place, kind, command) WHERE ended_at IS NULL;
      CREATE INDEX message_to ON message (role, place, id);
      CREATE INDEX message_due ON message (next_attempt_at) WHERE delivered_at IS NULL AND ended_at IS NULL;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE message');
  }
}
