import { WORK_ROW_COLUMNS } from '@mtg/commands';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Transfers that a street has answered, its answers to recalls, and its expenditures (R31). */
export class Funds1700000022000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE fund_receipt (${WORK_ROW_COLUMNS},
        transfer_id uuid NOT NULL,
        outcome text NOT NULL CONSTRAINT fund_receipt_outcome CHECK (outcome IN ('ACKNOWLEDGED', 'DECLINED')),
        year int NOT NULL,
        kind text NOT NULL CONSTRAINT fund_receipt_kind CHECK (btrim(kind) <> ''),
        line_name text NOT NULL CONSTRAINT fund_receipt_line_name CHECK (btrim(line_name) <> ''),
        voucher text NOT NULL CONSTRAINT fund_receipt_voucher CHECK (btrim(voucher) <> ''),
        amount numeric(15,2) NOT NULL CONSTRAINT fund_receipt_amount CHECK (amount > 0),
        reason text,
        answered_by text NOT NULL CONSTRAINT fund_receipt_answered_by CHECK (btrim(answered_by) <> ''),
        CONSTRAINT fund_receipt_reason CHECK ((outcome = 'DECLINED') = (reason IS NOT NULL))
      );
      CREATE INDEX fund_receipt_updated ON fund_receipt (updated_at, id);
      -- A transfer is answered once.
      CREATE UNIQUE INDEX fund_receipt_transfer ON fund_receipt (transfer_id);
      CREATE INDEX fund_receipt_year ON fund_receipt (year, kind, id);

      CREATE TABLE fund_recall_answer (${WORK_ROW_COLUMNS},
        recall_id uuid NOT NULL,
        receipt_id uuid NOT NULL CONSTRAINT fund_recall_answer_receipt_fk REFERENCES fund_receipt (id),
        outcome text NOT NULL CONSTRAINT fund_recall_answer_outcome CHECK (outcome IN ('AGREED', 'REFUSED')),
        amount numeric(15,2) NOT NULL CONSTRAINT fund_recall_answer_amount CHECK (amount > 0),
        reason text,
        answered_by text NOT NULL CONSTRAINT fund_recall_answer_answered_by CHECK (btrim(answered_by) <> ''),
        CONSTRAINT fund_recall_answer_reason CHECK ((outcome = 'REFUSED') = (reason IS NOT NULL))
      );
      CREATE INDEX fund_recall_answer_updated ON fund_recall_answer (updated_at, id);
      CREATE UNIQUE INDEX fund_recall_answer_recall ON fund_recall_answer (recall_id);
      CREATE INDEX fund_recall_answer_receipt ON fund_recall_answer (receipt_id, id);

      CREATE TABLE expenditure (${WORK_ROW_COLUMNS},
        receipt_id uuid NOT NULL CONSTRAINT expenditure_receipt_fk REFERENCES fund_receipt (id),
        voucher text NOT NULL CONSTRAINT expenditure_voucher CHECK (btrim(voucher) <> ''),
        amount numeric(15,2) NOT NULL,
        paid_on date NOT NULL,
        purpose text NOT NULL CONSTRAINT expenditure_purpose CHECK (btrim(purpose) <> ''),
        payee text,
        project_id uuid CONSTRAINT expenditure_project_fk REFERENCES project (id),
        work_order_id uuid CONSTRAINT expenditure_work_order_fk REFERENCES work_order (id),
        reverses_id uuid CONSTRAINT expenditure_reverses_fk REFERENCES expenditure (id),
        reason text,
        recorded_by text NOT NULL CONSTRAINT expenditure_recorded_by CHECK (btrim(recorded_by) <> ''),
        CONSTRAINT expenditure_for CHECK (num_nonnulls(project_id, work_order_id) = 1),
        CONSTRAINT expenditure_sign CHECK (CASE WHEN reverses_id IS NULL THEN amount > 0 ELSE amount < 0 END),
        CONSTRAINT expenditure_reason CHECK ((reverses_id IS NULL) = (reason IS NULL))
      );
      CREATE INDEX expenditure_updated ON expenditure (updated_at, id);
      CREATE INDEX expenditure_receipt ON expenditure (receipt_id, id);
      CREATE INDEX expenditure_project ON expenditure (project_id, id);
      CREATE INDEX expenditure_work_order ON expenditure (work_order_id, id);
      CREATE INDEX expenditure_paid_on ON expenditure (paid_on, id);
      CREATE UNIQUE INDEX expenditure_reverses ON expenditure (reverses_id);

      -- Reversals count with their sign.
      CREATE FUNCTION fund_receipt_spent(receipt uuid) RETURNS numeric(15,2) LANGUAGE sql STABLE
        SET search_path FROM CURRENT AS $$
        SELECT coalesce(sum(amount), 0)::numeric(15,2) FROM expenditure WHERE receipt_id = receipt
      $$;
      CREATE FUNCTION fund_receipt_given_back(receipt uuid) RETURNS numeric(15,2) LANGUAGE sql STABLE
        SET search_path FROM CURRENT AS $$
        SELECT coalesce(sum(amount), 0)::numeric(15,2) FROM fund_recall_answer
          WHERE receipt_id = receipt AND outcome = 'AGREED'
      $$;
      CREATE FUNCTION fund_receipt_left(receipt uuid) RETURNS numeric(15,2) LANGUAGE sql STABLE
        SET search_path FROM CURRENT AS $$
        SELECT (CASE WHEN outcome = 'ACKNOWLEDGED' THEN amount ELSE 0 END
          - fund_receipt_spent(receipt) - fund_receipt_given_back(receipt))::numeric(15,2)
        FROM fund_receipt WHERE id = receipt
      $$;

      -- Writers on one receipt queue here, and each counts what those before it have taken: READ COMMITTED sees that.
      CREATE FUNCTION hold_receipt() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      DECLARE
        entry jsonb := to_jsonb(NEW);
      BEGIN
        IF current_setting('transaction_isolation') = 'repeatable read' THEN
          RAISE EXCEPTION 'funds are written in READ COMMITTED' USING ERRCODE = 'invalid_transaction_state';
        END IF;
        PERFORM pg_advisory_xact_lock(hashtextextended(NEW.receipt_id::text, 31));
        IF fund_receipt_left(NEW.receipt_id) < 0 THEN
          RAISE EXCEPTION 'R31: more is taken from receipt % than there is', NEW.receipt_id
            USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        IF entry ->> 'reverses_id' IS NOT NULL AND NOT EXISTS (SELECT FROM expenditure first
          WHERE first.id = (entry ->> 'reverses_id')::uuid AND first.reverses_id IS NULL
            AND first.receipt_id = NEW.receipt_id AND first.amount = -NEW.amount AND first.sample = NEW.sample) THEN
          RAISE EXCEPTION 'R31: a reversal has the amount of what it reverses'
            USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        IF TG_TABLE_NAME = 'expenditure' AND EXISTS (SELECT FROM expenditure first
          WHERE first.receipt_id = NEW.receipt_id AND first.reverses_id IS NULL
            AND comparison_form(first.voucher) = comparison_form(entry ->> 'voucher')
            AND NOT EXISTS (SELECT FROM expenditure reversal WHERE reversal.reverses_id = first.id)
          OFFSET 1) THEN
          RAISE EXCEPTION 'R31: a voucher stands once' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER expenditure_funds AFTER INSERT ON expenditure FOR EACH ROW EXECUTE FUNCTION hold_receipt();
      CREATE TRIGGER fund_recall_answer_funds AFTER INSERT ON fund_recall_answer FOR EACH ROW
        EXECUTE FUNCTION hold_receipt();

      CREATE TRIGGER fund_receipt_immutable BEFORE UPDATE OR DELETE ON fund_receipt
        FOR EACH ROW EXECUTE FUNCTION keep_dispatch_record();
      CREATE TRIGGER fund_recall_answer_immutable BEFORE UPDATE OR DELETE ON fund_recall_answer
        FOR EACH ROW EXECUTE FUNCTION keep_dispatch_record();
      CREATE TRIGGER expenditure_immutable BEFORE UPDATE OR DELETE ON expenditure
        FOR EACH ROW EXECUTE FUNCTION keep_dispatch_record();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE expenditure, fund_recall_answer, fund_receipt;
      DROP FUNCTION fund_receipt_left(uuid), fund_receipt_spent(uuid), fund_receipt_given_back(uuid), hold_receipt();
    `);
  }
}
