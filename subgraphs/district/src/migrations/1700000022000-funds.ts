import { WORK_ROW_COLUMNS } from '@mtg/commands';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Budgets, transfers to streets and recalls (R31). */
export class Funds1700000022000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE budget (${WORK_ROW_COLUMNS},
        year int NOT NULL CONSTRAINT budget_year CHECK (year BETWEEN 2000 AND 2999),
        document_number text NOT NULL CONSTRAINT budget_document_number CHECK (btrim(document_number) <> ''),
        document_title text NOT NULL CONSTRAINT budget_document_title CHECK (btrim(document_title) <> ''),
        approved_on date NOT NULL,
        recorded_by text NOT NULL CONSTRAINT budget_recorded_by CHECK (btrim(recorded_by) <> '')
      );
      CREATE INDEX budget_updated ON budget (updated_at, id);
      CREATE INDEX budget_year_id ON budget (year, id);
      CREATE UNIQUE INDEX budget_look ON budget (comparison_form(document_number));

      CREATE TABLE budget_line (${WORK_ROW_COLUMNS},
        budget_id uuid NOT NULL CONSTRAINT budget_line_budget_fk REFERENCES budget (id),
        year int NOT NULL,
        name text NOT NULL CONSTRAINT budget_line_name CHECK (btrim(name) <> ''),
        kind text NOT NULL CONSTRAINT budget_line_kind CHECK (btrim(kind) <> ''),
        amount numeric(15,2) NOT NULL,
        reverses_id uuid CONSTRAINT budget_line_reverses_fk REFERENCES budget_line (id),
        reason text,
        CONSTRAINT budget_line_sign CHECK (CASE WHEN reverses_id IS NULL THEN amount > 0 ELSE amount < 0 END),
        CONSTRAINT budget_line_reason CHECK ((reverses_id IS NULL) = (reason IS NULL))
      );
      CREATE INDEX budget_line_updated ON budget_line (updated_at, id);
      CREATE INDEX budget_line_budget ON budget_line (budget_id, id);
      CREATE INDEX budget_line_year ON budget_line (year, kind, id);
      CREATE UNIQUE INDEX budget_line_reverses ON budget_line (reverses_id);

      CREATE TABLE fund_transfer (${WORK_ROW_COLUMNS},
        budget_line_id uuid NOT NULL CONSTRAINT fund_transfer_budget_line_fk REFERENCES budget_line (id),
        street_code text NOT NULL CONSTRAINT fund_transfer_street CHECK (btrim(street_code) <> ''),
        voucher text NOT NULL CONSTRAINT fund_transfer_voucher CHECK (btrim(voucher) <> ''),
        amount numeric(15,2) NOT NULL CONSTRAINT fund_transfer_amount CHECK (amount > 0),
        purpose text,
        state text NOT NULL CONSTRAINT fund_transfer_state CHECK (state IN ('OFFERED', 'ACKNOWLEDGED', 'DECLINED')),
        answered_at timestamptz(3),
        offered_by text NOT NULL CONSTRAINT fund_transfer_offered_by CHECK (btrim(offered_by) <> ''),
        CONSTRAINT fund_transfer_answered CHECK ((state = 'OFFERED') = (answered_at IS NULL))
      );
      CREATE INDEX fund_transfer_updated ON fund_transfer (updated_at, id);
      CREATE INDEX fund_transfer_budget_line ON fund_transfer (budget_line_id, id);
      CREATE INDEX fund_transfer_street ON fund_transfer (street_code, id);
      CREATE UNIQUE INDEX fund_transfer_look ON fund_transfer (comparison_form(voucher));

      CREATE TABLE fund_recall (${WORK_ROW_COLUMNS},
        transfer_id uuid NOT NULL CONSTRAINT fund_recall_transfer_fk REFERENCES fund_transfer (id),
        amount numeric(15,2) NOT NULL CONSTRAINT fund_recall_amount CHECK (amount > 0),
        reason text NOT NULL CONSTRAINT fund_recall_reason CHECK (btrim(reason) <> ''),
        state text NOT NULL CONSTRAINT fund_recall_state CHECK (state IN ('REQUESTED', 'AGREED', 'REFUSED')),
        answered_at timestamptz(3),
        requested_by text NOT NULL CONSTRAINT fund_recall_requested_by CHECK (btrim(requested_by) <> ''),
        CONSTRAINT fund_recall_answered CHECK ((state = 'REQUESTED') = (answered_at IS NULL))
      );
      CREATE INDEX fund_recall_updated ON fund_recall (updated_at, id);
      CREATE INDEX fund_recall_transfer ON fund_recall (transfer_id, id);

      -- Offers count until the street declines them, and what comes back counts when the street has agreed.
      CREATE FUNCTION budget_line_committed(line uuid) RETURNS numeric(15,2) LANGUAGE sql STABLE
        SET search_path FROM CURRENT AS $$
        SELECT (coalesce((SELECT sum(amount) FROM fund_transfer
            WHERE budget_line_id = line AND state <> 'DECLINED'), 0)
          - coalesce((SELECT sum(recall.amount) FROM fund_recall recall
            JOIN fund_transfer transfer ON transfer.id = recall.transfer_id
            WHERE transfer.budget_line_id = line AND recall.state = 'AGREED'), 0))::numeric(15,2)
      $$;
      CREATE FUNCTION budget_line_left(line uuid) RETURNS numeric(15,2) LANGUAGE sql STABLE
        SET search_path FROM CURRENT AS $$
        SELECT CASE WHEN own.reverses_id IS NOT NULL THEN 0::numeric(15,2)
          ELSE (own.amount + coalesce((SELECT amount FROM budget_line WHERE reverses_id = line), 0)
            - budget_line_committed(line))::numeric(15,2) END
        FROM budget_line own WHERE own.id = line
      $$;

      -- Writers of one line queue here, and each counts what those before it have committed: READ COMMITTED sees that.
      CREATE FUNCTION hold_budget() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      DECLARE
        line uuid := to_jsonb(NEW) ->> TG_ARGV[0];
      BEGIN
        IF line IS NULL THEN
          RETURN NULL;
        END IF;
        IF current_setting('transaction_isolation') = 'repeatable read' THEN
          RAISE EXCEPTION 'funds are written in READ COMMITTED' USING ERRCODE = 'invalid_transaction_state';
        END IF;
        PERFORM pg_advisory_xact_lock(hashtextextended(line::text, 31));
        IF budget_line_left(line) < 0 THEN
          RAISE EXCEPTION 'R31: the transfers of budget line % exceed it', line
            USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        IF TG_TABLE_NAME = 'budget_line' AND NOT EXISTS (SELECT FROM budget_line first
          WHERE first.id = line AND first.reverses_id IS NULL
            AND first.amount = -(to_jsonb(NEW) ->> 'amount')::numeric AND first.sample = NEW.sample) THEN
          RAISE EXCEPTION 'R31: a reversal has the amount of what it reverses'
            USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER fund_transfer_budget AFTER INSERT OR UPDATE ON fund_transfer FOR EACH ROW
        EXECUTE FUNCTION hold_budget('budget_line_id');
      CREATE TRIGGER budget_line_reversal AFTER INSERT ON budget_line FOR EACH ROW
        EXECUTE FUNCTION hold_budget('reverses_id');

      CREATE FUNCTION hold_recalls() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      BEGIN
        IF current_setting('transaction_isolation') = 'repeatable read' THEN
          RAISE EXCEPTION 'funds are written in READ COMMITTED' USING ERRCODE = 'invalid_transaction_state';
        END IF;
        PERFORM pg_advisory_xact_lock(hashtextextended(NEW.transfer_id::text, 31));
        IF NOT EXISTS (SELECT FROM fund_transfer transfer WHERE transfer.id = NEW.transfer_id
            AND transfer.state = 'ACKNOWLEDGED' AND transfer.amount >= (SELECT coalesce(sum(amount), 0) FROM fund_recall
              WHERE transfer_id = NEW.transfer_id AND state <> 'REFUSED')) THEN
          RAISE EXCEPTION 'R31: the recalls of transfer % exceed it', NEW.transfer_id
            USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER fund_recall_transfer AFTER INSERT ON fund_recall FOR EACH ROW EXECUTE FUNCTION hold_recalls();

      -- Holds every writer but a removal of sample data: nothing is deleted, and an answer is written once.
      CREATE FUNCTION keep_fund_record() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      DECLARE
        kept text[] := ARRAY['version', 'updated_at', 'state', 'answered_at'];
      BEGIN
        IF TG_OP = 'DELETE' AND OLD.sample THEN
          RETURN OLD;
        END IF;
        IF TG_OP = 'UPDATE' AND TG_NARGS > 0 AND (to_jsonb(OLD) ->> 'state') = TG_ARGV[0]
          AND (to_jsonb(NEW) ->> 'state') = ANY (string_to_array(TG_ARGV[1], ' '))
          AND to_jsonb(OLD) - kept = to_jsonb(NEW) - kept THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION 'rows of % are only added, and answered once', TG_TABLE_NAME
          USING ERRCODE = 'integrity_constraint_violation';
      END $$;
      CREATE TRIGGER budget_immutable BEFORE UPDATE OR DELETE ON budget
        FOR EACH ROW EXECUTE FUNCTION keep_fund_record();
      CREATE TRIGGER budget_line_immutable BEFORE UPDATE OR DELETE ON budget_line
        FOR EACH ROW EXECUTE FUNCTION keep_fund_record();
      CREATE TRIGGER fund_transfer_steps BEFORE UPDATE OR DELETE ON fund_transfer
        FOR EACH ROW EXECUTE FUNCTION keep_fund_record('OFFERED', 'ACKNOWLEDGED DECLINED');
      CREATE TRIGGER fund_recall_steps BEFORE UPDATE OR DELETE ON fund_recall
        FOR EACH ROW EXECUTE FUNCTION keep_fund_record('REQUESTED', 'AGREED REFUSED');

      CREATE FUNCTION begin_fund_record() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'a row of % begins as %', TG_TABLE_NAME, TG_ARGV[0]
          USING ERRCODE = 'integrity_constraint_violation';
      END $$;
      CREATE TRIGGER fund_transfer_first_state BEFORE INSERT ON fund_transfer FOR EACH ROW
        WHEN (NEW.state <> 'OFFERED' AND NOT NEW.sample) EXECUTE FUNCTION begin_fund_record('OFFERED');
      CREATE TRIGGER fund_recall_first_state BEFORE INSERT ON fund_recall FOR EACH ROW
        WHEN (NEW.state <> 'REQUESTED' AND NOT NEW.sample) EXECUTE FUNCTION begin_fund_record('REQUESTED');
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE fund_recall, fund_transfer, budget_line, budget;
      DROP FUNCTION budget_line_left(uuid), budget_line_committed(uuid), hold_budget(), hold_recalls(),
        keep_fund_record(), begin_fund_record();
    `);
  }
}
