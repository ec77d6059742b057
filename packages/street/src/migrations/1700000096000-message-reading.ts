import { WORK_ROW_COLUMNS } from '@mtg/commands';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Messages that people have read, and messages to one person: that a file which they brought is infected. */
export class MessageReading1700000096000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE message_reading (${WORK_ROW_COLUMNS},
        message_id uuid NOT NULL CONSTRAINT message_reading_message_fk REFERENCES message (id),
        reader text NOT NULL CONSTRAINT message_reading_reader CHECK (btrim(reader) <> '')
      );
      CREATE INDEX message_reading_updated ON message_reading (updated_at, id);
      CREATE UNIQUE INDEX message_reading_once ON message_reading (message_id, reader);
      CREATE TRIGGER message_reading_immutable BEFORE UPDATE OR DELETE ON message_reading
        FOR EACH ROW EXECUTE FUNCTION keep_dispatch_record();

      ALTER TABLE message DROP CONSTRAINT message_kind,
        ADD CONSTRAINT message_kind CHECK (kind IN ('WAITING', 'OVERDUE', 'INFECTED')),
        DROP CONSTRAINT message_place_kind,
        ADD CONSTRAINT message_place_kind CHECK (place_kind IN ('', 'CENTER', 'COMMUNITY', 'DEPARTMENT', 'PERSON')),
        ADD CONSTRAINT message_role CHECK ((role = '') = (place_kind = 'PERSON'));
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE message_reading;
      DELETE FROM message WHERE place_kind = 'PERSON';
      ALTER TABLE message DROP CONSTRAINT message_role,
        DROP CONSTRAINT message_kind, ADD CONSTRAINT message_kind CHECK (kind IN ('WAITING', 'OVERDUE')),
        DROP CONSTRAINT message_place_kind,
        ADD CONSTRAINT message_place_kind CHECK (place_kind IN ('', 'CENTER', 'COMMUNITY', 'DEPARTMENT'));
    `);
  }
}
