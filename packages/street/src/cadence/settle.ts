import type { TransactionManager } from '@mtg/commands';
import { localDay, type LocalDay, type Period } from '@mtg/governance';
import { endOf, type Examined } from './examined';

/** A text in both languages, as rows have it. */
const worded = ({ reason }: Pick<Examined, 'reason'>): string | null =>
  reason && `${reason.zh} · ${reason.en}`;

/** Days that say when what counts happened; a row says no more of them than these. */
const MOST_DAYS = 31;

/** Brings the judgements to what is so now. @returns identifiers of those that are new or changed */
export async function settleJudgements(
  manager: TransactionManager,
  now: Date,
  sample: boolean,
  examined: readonly Examined[],
): Promise<readonly string[]> {
  const rows = examined.map((each) => ({
    rule: each.rule,
    period: each.period,
    subject: each.subject,
    center_code: each.centerCode,
    due_on: each.dueOn,
    remind_on: each.remindOn,
    status: each.status,
    verdict: each.verdict,
    late: each.late,
    reason: worded(each),
    counted: each.counted.length,
    counted_days: [...new Set(each.counted.map(({ on }) => on))].toSorted().slice(0, MOST_DAYS),
    fact_ids: each.counted.map(({ id }) => id),
  }));
  return idsOf(
    await manager.query(
      `INSERT INTO judgement (created_at, updated_at, sample, ${COLUMNS.join(', ')})
       SELECT $1, $1, $2, ${COLUMNS.join(', ')} FROM jsonb_populate_recordset(NULL::judgement, $3::jsonb)
       ON CONFLICT (rule, period, subject, sample) DO UPDATE
         SET ${CHANGING.map((name) => `${name} = EXCLUDED.${name}`).join(', ')},
           updated_at = $1, version = judgement.version + 1
         WHERE (${CHANGING.map((name) => `judgement.${name}`).join(', ')})
           IS DISTINCT FROM (${CHANGING.map((name) => `EXCLUDED.${name}`).join(', ')})
       RETURNING id`,
      [now, sample, JSON.stringify(rows)],
    ),
  );
}

const CHANGING = [
  'center_code',
  'due_on',
  'remind_on',
  'status',
  'verdict',
  'late',
  'reason',
  'counted',
  'counted_days',
  'fact_ids',
];
const COLUMNS = ['rule', 'period', 'subject', ...CHANGING];

/**
 * Brings the findings, which hang on broken rules, to what is so now. One that was answered stays so: its answer waits for a
 * decision. One that was confirmed stays so too, unless it says something else while its period still runs.
 *
 * @returns identifiers of those that changed
 */
export async function settleFindings(
  manager: TransactionManager,
  now: Date,
  sample: boolean,
  examined: readonly Examined[],
): Promise<readonly string[]> {
  const broken = examined.filter(({ verdict }) => verdict === 'BROKEN');
  const others = examined.filter(({ verdict }) => verdict !== 'BROKEN');
  const opened = await manager.query(
    `INSERT INTO rule_finding (created_at, updated_at, sample, rule, period, subject, center_code, state, message)
     SELECT $1, $1, $4, rule, period, subject, center_code, 'OPEN', message
     FROM jsonb_to_recordset($2::jsonb) AS given
       (rule text, period text, subject text, center_code text, message text)
     ON CONFLICT (rule, period, subject, sample) DO UPDATE
       SET state = CASE
           WHEN rule_finding.state = 'RESOLVED' AND ${IS_ANSWERED} THEN 'ANSWERED'
           WHEN rule_finding.state = 'RESOLVED' THEN 'OPEN'
           WHEN rule_finding.state = 'CONFIRMED' AND rule_finding.message <> EXCLUDED.message
             AND rule_finding.period = ANY ($3) THEN 'OPEN'
           ELSE rule_finding.state END,
         message = EXCLUDED.message, center_code = EXCLUDED.center_code, resolved_at = NULL, updated_at = $1,
         version = rule_finding.version + 1
       WHERE rule_finding.state = 'RESOLVED' OR (rule_finding.message, rule_finding.center_code)
         IS DISTINCT FROM (EXCLUDED.message, EXCLUDED.center_code)
     RETURNING id`,
    [now, keysOf(broken), running(broken, localDay(now)), sample],
  );
  const resolved = await manager.query(
    `UPDATE rule_finding SET state = 'RESOLVED', resolved_at = $1, updated_at = $1, version = version + 1
     FROM jsonb_to_recordset($2::jsonb) AS given (rule text, period text, subject text)
     WHERE rule_finding.rule = given.rule AND rule_finding.period = given.period
       AND rule_finding.subject = given.subject AND sample = $3 AND state <> 'RESOLVED' RETURNING rule_finding.id`,
    [now, keysOf(others), sample],
  );
  return [...idsOf(opened), ...idsOf(resolved)];
}

/** An answer without a decision waits, whatever the checks found in between. */
const IS_ANSWERED =
  "EXISTS (SELECT FROM finding_answer WHERE rule_finding_id = rule_finding.id AND finding_answer.state = 'GIVEN')";

/** Periods of broken rules that are not over. */
const running = (broken: readonly Examined[], today: LocalDay): readonly Period[] => [
  ...new Set(broken.map(({ period }) => period).filter((period) => endOf(period) >= today)),
];

const keysOf = (examined: readonly Examined[]): string =>
  JSON.stringify(
    examined.map(({ rule, period, subject, centerCode, reason }) => ({
      rule,
      period,
      subject,
      center_code: centerCode,
      message: worded({ reason }),
    })),
  );

/** TypeORM gives the rows of an INSERT, and rows with their number for an UPDATE. */
const idsOf = (answer: unknown): string[] => {
  const rows = (Array.isArray(answer) && Array.isArray(answer[0]) ? answer[0] : answer) as { id: string }[];
  return rows.map(({ id }) => id);
};
