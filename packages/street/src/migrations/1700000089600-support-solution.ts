import { WORK_ROW_COLUMNS } from '@mtg/commands';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The history of solutions of a support issue and of what the community said of each (R28). An issue keeps its last one, which
 * is taken over here; a solution that was objected to has lost its day.
 */
export class SupportSolution1700000089600 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE support_solution (${WORK_ROW_COLUMNS},
        support_issue_id uuid NOT NULL CONSTRAINT support_solution_support_issue_fk REFERENCES support_issue (id),
        solution text NOT NULL CONSTRAINT support_solution_solution CHECK (btrim(solution) <> ''),
        solved_on date,
        solved_by text,
        answer text CONSTRAINT support_solution_answer CHECK (answer IN ('CONFIRMED', 'OBJECTED')),
        objection text,
        answered_at timestamptz(3),
        answered_by text,
        CONSTRAINT support_solution_objection CHECK ((objection IS NOT NULL) = (answer IS NOT NULL AND answer = 'OBJECTED')),
        CONSTRAINT support_solution_answered
          CHECK (num_nonnulls(answered_at, answered_by) = 0 OR answer IS NOT NULL)
      );
      CREATE INDEX support_solution_updated ON support_solution (updated_at, id);
      CREATE INDEX support_solution_support_issue ON support_solution (support_issue_id, id);
      CREATE INDEX support_solution_solved_on ON support_solution (solved_on, id);
      CREATE UNIQUE INDEX support_solution_one_open ON support_solution (support_issue_id) WHERE answer IS NULL;
      INSERT INTO support_solution (created_at, updated_at, deleted_at, sample, support_issue_id, solution, solved_on,
        answer, objection, answered_at)
      SELECT updated_at, updated_at, deleted_at, sample, id, solution, solved_on,
        CASE state WHEN 'CONFIRMED' THEN 'CONFIRMED' WHEN 'TAKEN_UP' THEN 'OBJECTED' END,
        CASE state WHEN 'TAKEN_UP' THEN objection END, confirmed_at
      FROM support_issue WHERE solution IS NOT NULL AND (state <> 'TAKEN_UP' OR objection IS NOT NULL);
      CREATE FUNCTION support_solution_kept() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      BEGIN
        IF is_served(TG_RELID) AND (OLD.answer IS NOT NULL OR (OLD.support_issue_id, OLD.solution, OLD.solved_on, OLD.solved_by)
            IS DISTINCT FROM (NEW.support_issue_id, NEW.solution, NEW.solved_on, NEW.solved_by)) THEN
          RAISE EXCEPTION 'support_solution %: R28: a solution is answered once, and otherwise kept', OLD.id
            USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER support_solution_kept BEFORE UPDATE ON support_solution FOR EACH ROW
        EXECUTE FUNCTION support_solution_kept();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE support_solution; DROP FUNCTION support_solution_kept');
  }
}
