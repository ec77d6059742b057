import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the street has witnessed of the district's audit chain. */
export class AuditAnchor1700000010001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE audit_anchor (
        chain text NOT NULL,
        sequence bigint NOT NULL,
        hash text NOT NULL,
        seen_at timestamptz(3) NOT NULL,
        PRIMARY KEY (chain, sequence, hash)
      );
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE audit_anchor');
  }
}
