import { WORK_ROW_COLUMNS } from '@mtg/commands';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was conveyed to communities, and what was found in them. */
export class Conveyance1700000007003 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE conveyed_document (${WORK_ROW_COLUMNS},
        issuer text NOT NULL CONSTRAINT conveyed_document_issuer
          CHECK (issuer IN ('CENTRAL', 'MUNICIPAL_PARTY_COMMITTEE', 'DISTRICT_PARTY_COMMITTEE')),
        kind text NOT NULL CONSTRAINT conveyed_document_kind CHECK (kind IN ('MEETING', 'DOCUMENT')),
        title text NOT NULL CONSTRAINT conveyed_document_title CHECK (btrim(title) <> ''),
        priorities text NOT NULL CONSTRAINT conveyed_document_priorities CHECK (btrim(priorities) <> ''),
        community_code text NOT NULL
          CONSTRAINT conveyed_document_community_fk REFERENCES community (code),
        center_code text NOT NULL,
        conveyed_on date NOT NULL,
        CONSTRAINT conveyed_document_not_in_future
          CHECK (conveyed_on <= (created_at AT TIME ZONE 'Asia/Shanghai')::date)
      );
      CREATE INDEX conveyed_document_updated ON conveyed_document (updated_at, id);
      CREATE INDEX conveyed_document_community ON conveyed_document (community_code, id);
      CREATE INDEX conveyed_document_center ON conveyed_document (center_code, id);
      CREATE INDEX conveyed_document_conveyed_on ON conveyed_document (conveyed_on, id);

      CREATE TABLE highlight (${WORK_ROW_COLUMNS},
        title text NOT NULL CONSTRAINT highlight_title CHECK (btrim(title) <> ''),
        content text NOT NULL CONSTRAINT highlight_content CHECK (btrim(content) <> ''),
        community_code text NOT NULL CONSTRAINT highlight_community_fk REFERENCES community (code),
        center_code text
      );
      CREATE INDEX highlight_updated ON highlight (updated_at, id);
      CREATE INDEX highlight_community ON highlight (community_code, id);
      CREATE INDEX highlight_center ON highlight (center_code, id);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE highlight, conveyed_document');
  }
}
