import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Holds the role that serves to what a command does with an approval: it is recorded as one that stands, revoked once, and
 * otherwise stays as it is. The owner of the table is exempt.
 */
export class ApprovalGuard1700000017001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION guard_approval() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      DECLARE
        kept text[] := ARRAY['version', 'updated_at', 'revoked_at', 'revocation_reason'];
      BEGIN
        IF (SELECT pg_has_role(relowner, 'MEMBER') FROM pg_catalog.pg_class WHERE oid = TG_RELID) THEN
          RETURN NULL;
        END IF;
        IF TG_OP = 'INSERT' THEN
          RAISE EXCEPTION 'an approval is recorded before it is revoked' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        IF OLD.revoked_at IS NOT NULL OR to_jsonb(OLD) - kept IS DISTINCT FROM to_jsonb(NEW) - kept THEN
          RAISE EXCEPTION 'the approval % is revoked once, and changes in nothing else', OLD.number
            USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER approval_first_state AFTER INSERT ON approval FOR EACH ROW
        WHEN (NEW.revoked_at IS NOT NULL) EXECUTE FUNCTION guard_approval();
      CREATE TRIGGER approval_steps AFTER UPDATE ON approval FOR EACH ROW EXECUTE FUNCTION guard_approval();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER approval_first_state ON approval;
      DROP TRIGGER approval_steps ON approval;
      DROP FUNCTION guard_approval();
    `);
  }
}
