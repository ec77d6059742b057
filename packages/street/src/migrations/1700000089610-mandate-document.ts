import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The date of the document that delegates powers, which do not begin before it, and the actions under it, to which no
 * revocation reaches back (R33). Early records have no date.
 */
export class MandateDocument1700000089610 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE enforcement_mandate ADD COLUMN document_date date
        CONSTRAINT enforcement_mandate_document_date CHECK (document_date <= from_on);
      CREATE INDEX enforcement_mandate_document_date ON enforcement_mandate (document_date, id);
      CREATE FUNCTION revoke_after_actions() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      BEGIN
        IF is_served(TG_RELID) AND NEW.revoked_on IS DISTINCT FROM OLD.revoked_on AND EXISTS (
            SELECT FROM enforcement_action action WHERE action.mandate_id = NEW.id AND action.day >= NEW.revoked_on) THEN
          RAISE EXCEPTION 'enforcement_mandate %: R33: a revocation leaves recorded actions lawful', NEW.id
            USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER enforcement_mandate_revoked BEFORE UPDATE ON enforcement_mandate FOR EACH ROW
        EXECUTE FUNCTION revoke_after_actions();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER enforcement_mandate_revoked ON enforcement_mandate;
      DROP FUNCTION revoke_after_actions;
      ALTER TABLE enforcement_mandate DROP COLUMN document_date`);
  }
}
