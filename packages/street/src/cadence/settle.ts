import type { TransactionManager } from '@mtg/commands';
import type { Examined } from './examined';

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

/** Brings the findings, which hang on broken rules, to what is so now. @returns identifiers of those that changed */
export async function settleFindings(
  manager: TransactionManager,
  now: Date,
  examined: readonly Examined[],
): Promise<readonly string[]> {
  const broken = examined.filter(({ verdict }) => verdict === 'BROKEN');
  const others = examined.filter(({ verdict }) => verdict !== 'BROKEN');
  const opened = await manager.query(
    `INSERT INTO rule_finding (created_at, updated_at, rule, period, subject, state, message)
     SELECT $1, $1, rule, period, subject, 'OPEN', message
     FROM jsonb_to_recordset($2::jsonb) AS given (rule text, period text, subject text, message text)
     ON CONFLICT (rule, period, subject) DO UPDATE
       SET state = 'OPEN', message = EXCLUDED.message, resolved_at = NULL, updated_at = $1,
         version = rule_finding.version + 1
       WHERE rule_finding.state <> 'OPEN' OR rule_finding.message <> EXCLUDED.message
     RETURNING id`,
    [now, keysOf(broken)],
  );
  const resolved = await manager.query(
    `UPDATE rule_finding SET state = 'RESOLVED', resolved_at = $1, updated_at = $1, version = version + 1
     FROM jsonb_to_recordset($2::jsonb) AS given (rule text, period text, subject text)
     WHERE rule_finding.rule = given.rule AND rule_finding.period = given.period
       AND rule_finding.subject = given.subject AND state = 'OPEN' RETURNING rule_finding.id`,
    [now, keysOf(others)],
  );
  return [...idsOf(opened), ...idsOf(resolved)];
}

const keysOf = (examined: readonly Examined[]): string =>
  JSON.stringify(
    examined.map(({ rule, period, subject, reason }) => ({
      rule,
      period,
      subject,
      message: worded({ reason }),
    })),
  );

/** TypeORM gives the rows of an INSERT, and rows with their number for an UPDATE. */
const idsOf = (answer: unknown): string[] => {
  const rows = (Array.isArray(answer) && Array.isArray(answer[0]) ? answer[0] : answer) as { id: string }[];
  return rows.map(({ id }) => id);
};
