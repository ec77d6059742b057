import type { TransactionManager } from '@mtg/commands';
import { FRUITLESS_WORK_ORDER_STATES } from '@mtg/governance';
import { orderFacts } from '../dispatch/orders/order-facts';

/** Figures of one department in a year, as the records have them. */
export interface DepartmentFigures {
  readonly departmentCode: string;
  readonly given: number;
  readonly givenByMinutes: number;
  readonly done: number;
  readonly late: number;
  readonly meetings: number;
  readonly attended: number;
  readonly reports: number;
  /** The orders that were counted. */
  readonly orderIds: readonly string[];
}

interface Asked {
  readonly year: number;
  readonly sample: boolean;
  readonly now: Date;
}

const NOW = (): string => '$3';
const submitted = orderFacts['submittedAt']?.expression('o', NOW);
const original = orderFacts['originalDeadline']?.expression('o', NOW);
const dayOf = (instant: string): string => `(${instant} AT TIME ZONE 'Asia/Shanghai')::date`;

/** $1 year, $2 sample or not, $3 now, $4 states without work. */
const FIGURES = `
  WITH link AS (
    SELECT comparison_form(unit) AS unit, department_code FROM unit_link
    WHERE ended_at IS NULL AND sample = $2 AND deleted_at IS NULL
  ), met AS (
    SELECT id FROM meeting WHERE kind IN ('JOINT', 'SPECIAL') AND sample = $2 AND deleted_at IS NULL
      AND held_on BETWEEN make_date($1, 1, 1) AND make_date($1, 12, 31)
  ), handed AS (
    SELECT department_code, o.id, o.source, o.state,
      CASE WHEN ${submitted} IS NULL THEN ${original} < ${dayOf('$3::timestamptz')}
        ELSE ${dayOf(String(submitted))} > ${original} END AS is_late
    FROM work_order o JOIN project p ON p.id = o.project_id CROSS JOIN unnest(p.department_codes) AS department_code
    WHERE o.year = $1 AND o.sample = $2 AND o.deleted_at IS NULL AND o.parent_id IS NULL AND o.state <> ALL ($4)
  ), orders AS (
    SELECT department_code, count(*)::int AS given,
      count(*) FILTER (WHERE source = 'MINUTES_ITEM')::int AS by_minutes,
      count(*) FILTER (WHERE state IN ('VERIFIED', 'CLOSED'))::int AS done,
      count(*) FILTER (WHERE is_late)::int AS late, array_agg(id ORDER BY id) AS ids
    FROM handed GROUP BY department_code
  ), presence AS (
    SELECT link.department_code, count(DISTINCT a.meeting_id)::int AS meetings,
      count(DISTINCT a.meeting_id) FILTER (WHERE a.attendance = 'PRESENT')::int AS attended
    FROM attendance_record a JOIN met ON met.id = a.meeting_id JOIN link ON link.unit = comparison_form(a.unit)
    WHERE a.deleted_at IS NULL GROUP BY link.department_code
  ), told AS (
    SELECT link.department_code, count(*)::int AS reports
    FROM member_report r JOIN met ON met.id = r.meeting_id JOIN link ON link.unit = comparison_form(r.unit)
    WHERE r.deleted_at IS NULL GROUP BY link.department_code
  )
  SELECT department_code AS "departmentCode", coalesce(given, 0) AS given,
    coalesce(by_minutes, 0) AS "givenByMinutes", coalesce(done, 0) AS done, coalesce(late, 0) AS late,
    coalesce(meetings, 0) AS meetings, coalesce(attended, 0) AS attended, coalesce(reports, 0) AS reports,
    coalesce(ids, '{}') AS "orderIds"
  FROM (SELECT DISTINCT department_code FROM link UNION SELECT department_code FROM orders) AS every
    LEFT JOIN orders USING (department_code) LEFT JOIN presence USING (department_code)
    LEFT JOIN told USING (department_code)
  ORDER BY department_code COLLATE "C"`;

/** Figures of every department that was given work in a year, or has a unit linked to it. */
export function departmentFigures(
  manager: Pick<TransactionManager, 'query'>,
  { year, sample, now }: Asked,
): Promise<readonly DepartmentFigures[]> {
  return manager.query(FIGURES, [year, sample, now, FRUITLESS_WORK_ORDER_STATES]);
}
