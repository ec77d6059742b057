import { WORK_ROW_COLUMNS } from '@mtg/commands';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { triggersOf, type Guarded } from './1700000017001-state-guard';

/** Frozen, like the machines of the migration that made the guard; a test compares the two. */
export const FINDING_ANSWER_GUARDED: Guarded = {
  table: 'finding_answer',
  first: 'GIVEN',
  steps: ['GIVEN>CONFIRMED', 'GIVEN>SENT_BACK'],
  finals: ['CONFIRMED', 'SENT_BACK'],
  changing: ['state', 'decided_at', 'decided_by', 'sent_back_for'],
};

/** Steps of a finding by commands and by the sweep, which alone resolves and reopens. */
const FINDING_GUARDED: Guarded = {
  table: 'rule_finding',
  first: 'OPEN',
  steps: [
    'OPEN>ANSWERED',
    'ANSWERED>OPEN',
    'ANSWERED>CONFIRMED',
    'CONFIRMED>OPEN',
    'OPEN>RESOLVED',
    'ANSWERED>RESOLVED',
    'CONFIRMED>RESOLVED',
    'RESOLVED>OPEN',
    'RESOLVED>ANSWERED',
  ],
  finals: [],
  changing: ['state', 'message', 'center_code', 'resolved_at'],
};

/** Answers to findings, and the center that a finding is of. Findings that stand get theirs from their judgements. */
export class FindingAnswer1700000086000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER rule_finding_columns ON rule_finding;
      ALTER TABLE rule_finding ADD center_code text, DROP CONSTRAINT rule_finding_state,
        ADD CONSTRAINT rule_finding_state CHECK (state IN ('OPEN', 'ANSWERED', 'CONFIRMED', 'RESOLVED'));
      UPDATE rule_finding SET center_code = judgement.center_code FROM judgement
        WHERE (judgement.rule, judgement.period, judgement.subject)
          = (rule_finding.rule, rule_finding.period, rule_finding.subject) AND NOT judgement.sample;
      ${triggersOf(FINDING_GUARDED)}

      CREATE TABLE finding_answer (${WORK_ROW_COLUMNS},
        rule_finding_id uuid NOT NULL CONSTRAINT finding_answer_rule_finding_fk REFERENCES rule_finding (id),
        state text NOT NULL
          CONSTRAINT finding_answer_state CHECK (state IN ('GIVEN', 'CONFIRMED', 'SENT_BACK')),
        explanation text NOT NULL CONSTRAINT finding_answer_explanation CHECK (btrim(explanation) <> ''),
        remedy text NOT NULL CONSTRAINT finding_answer_remedy CHECK (btrim(remedy) <> ''),
        remedy_until date,
        answered_by text NOT NULL,
        role text NOT NULL,
        decided_at timestamptz(3),
        decided_by text CONSTRAINT finding_answer_another CHECK (decided_by <> answered_by),
        sent_back_for text,
        CONSTRAINT finding_answer_decided
          CHECK (num_nonnulls(decided_at, decided_by) = CASE state WHEN 'GIVEN' THEN 0 ELSE 2 END),
        CONSTRAINT finding_answer_sent_back CHECK ((sent_back_for IS NOT NULL) = (state = 'SENT_BACK'))
      );
      CREATE INDEX finding_answer_updated ON finding_answer (updated_at, id);
      CREATE INDEX finding_answer_rule_finding ON finding_answer (rule_finding_id, id);
      CREATE UNIQUE INDEX finding_answer_one_given ON finding_answer (rule_finding_id) WHERE state = 'GIVEN';
      ${triggersOf(FINDING_ANSWER_GUARDED)}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE finding_answer;
      DROP TRIGGER rule_finding_first_state ON rule_finding;
      DROP TRIGGER rule_finding_steps ON rule_finding;
      UPDATE rule_finding SET state = 'OPEN' WHERE state IN ('ANSWERED', 'CONFIRMED');
      ALTER TABLE rule_finding DROP center_code, DROP CONSTRAINT rule_finding_state,
        ADD CONSTRAINT rule_finding_state CHECK (state IN ('OPEN', 'RESOLVED'));
      CREATE TRIGGER rule_finding_columns AFTER UPDATE ON rule_finding FOR EACH ROW
        EXECUTE FUNCTION guard_columns('state message resolved_at');
    `);
  }
}
