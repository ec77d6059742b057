import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Shimenying1700000002000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE shimenying_center (
        id uuid NOT NULL DEFAULT uuidv7() PRIMARY KEY,
        citation text NOT NULL,
        updated_at timestamptz NOT NULL DEFAULT now(),
        deleted_at timestamptz,
        code text NOT NULL CONSTRAINT shimenying_center_code UNIQUE,
        name text NOT NULL,
        aliases text[] NOT NULL,
        function_text text,
        served_area text NOT NULL,
        reason text NOT NULL
      );

      CREATE TABLE shimenying_community (
        id uuid NOT NULL DEFAULT uuidv7() PRIMARY KEY,
        citation text NOT NULL,
        updated_at timestamptz NOT NULL DEFAULT now(),
        deleted_at timestamptz,
        community_code text NOT NULL CONSTRAINT shimenying_community_code UNIQUE
          CONSTRAINT shimenying_community_fk REFERENCES community (code)
      );
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE shimenying_community, shimenying_center');
  }
}
