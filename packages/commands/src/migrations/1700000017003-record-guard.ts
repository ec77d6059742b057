import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An entry as its hash is made of it, in the form of `hashOf`: keys in order, without spaces. Frozen. */
const CANONICAL = `concat(
  '{"actor":', coalesce(to_json(NEW.actor)::text, 'null'),
  ',"at":"', to_char(NEW.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '"',
  ',"code":', coalesce(to_json(NEW.code)::text, 'null'),
  ',"command":', to_json(NEW.command),
  (SELECT ',"imported":{' || string_agg(to_json(key)::text || ':' || value::text, ',' ORDER BY key COLLATE "C") || '}'
   FROM jsonb_each(NEW.imported)),
  ',"inputDigest":', to_json(NEW.input_digest),
  ',"outcome":', to_json(NEW.outcome),
  ',"previousHash":', to_json(NEW.previous_hash),
  ',"requestId":', to_json(NEW.request_id),
  ',"role":', coalesce(to_json(NEW.role)::text, 'null'),
  ',"rule":', coalesce(to_json(NEW.rule)::text, 'null'),
  ',"scope":', coalesce(to_json(NEW.scope)::text, 'null'),
  ',"sequence":"', NEW.sequence, '"',
  ',"targets":', array_to_json(NEW.targets),
  CASE WHEN NEW.times <> 1 THEN ',"times":' || NEW.times END,
  '}')`;

/**
 * Holds the role that serves to records that a command leaves: an audit entry has the hash of what it says, and the answer to
 * a key stays for the promised day. A key without an answer may get one. The owner of the tables is exempt.
 */
export class RecordGuard1700000017003 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION audit_entry_hash() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      BEGIN
        IF (SELECT pg_has_role(relowner, 'MEMBER') FROM pg_catalog.pg_class WHERE oid = TG_RELID) THEN
          RETURN NEW;
        END IF;
        IF NEW.hash <> encode(sha256(convert_to(${CANONICAL}, 'UTF8')), 'hex') THEN
          RAISE EXCEPTION 'audit entry % has another hash than what it says', NEW.sequence
            USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
      END $$;
      -- By name after the one that looks at its place in the chain.
      CREATE TRIGGER audit_entry_hash BEFORE INSERT ON audit_entry
        FOR EACH ROW EXECUTE FUNCTION audit_entry_hash();

      CREATE FUNCTION keep_first_answer() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      BEGIN
        IF NOT (SELECT pg_has_role(relowner, 'MEMBER') FROM pg_catalog.pg_class WHERE oid = TG_RELID) THEN
          RAISE EXCEPTION 'the first answer to a key is kept for a day'
            USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN OLD;
      END $$;
      CREATE TRIGGER idempotency_record_kept BEFORE DELETE ON idempotency_record FOR EACH ROW
        WHEN (OLD.answer IS NOT NULL AND OLD.at BETWEEN now() - interval '24 hours' AND now() + interval '24 hours')
        EXECUTE FUNCTION keep_first_answer();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER idempotency_record_kept ON idempotency_record;
      DROP TRIGGER audit_entry_hash ON audit_entry;
      DROP FUNCTION keep_first_answer(), audit_entry_hash();
    `);
  }
}
