import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Lets the audit chain grow at its end only, whoever writes to it: the role that serves may add entries, and might
 * otherwise put one before the first, or so far behind the last that no number is left.
 */
export class AuditGuard1700000010000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE audit_entry
        ADD COLUMN times integer NOT NULL DEFAULT 1 CONSTRAINT audit_entry_times CHECK (times >= 1),
        ADD CONSTRAINT audit_entry_sequence CHECK (sequence >= 1);

      CREATE FUNCTION audit_entry_follows() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      DECLARE
        last record;
      BEGIN
        SELECT sequence, hash INTO last FROM audit_entry ORDER BY sequence DESC LIMIT 1;
        IF NEW.sequence <> coalesce(last.sequence, 0) + 1 THEN
          RAISE EXCEPTION 'audit entry % does not follow %', NEW.sequence, coalesce(last.sequence, 0)
            USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        IF last.hash IS NOT NULL AND NEW.previous_hash <> last.hash THEN
          RAISE EXCEPTION 'audit entry % does not hold the hash of the one before it', NEW.sequence
            USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER audit_entry_follows BEFORE INSERT ON audit_entry
        FOR EACH ROW EXECUTE FUNCTION audit_entry_follows();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER audit_entry_follows ON audit_entry;
      DROP FUNCTION audit_entry_follows();
      ALTER TABLE audit_entry DROP COLUMN times, DROP CONSTRAINT audit_entry_sequence;
    `);
  }
}
