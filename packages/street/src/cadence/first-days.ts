/** Last day of a year. Periods of a year are recent as long as it is. */
const YEAR_END = 'make_date(r.year, 12, 31)';
/** Before all periods: a change of such a row may concern any. */
const ANY_DAY = `date '-infinity'`;

/**
 * Tables whose rows judgements count, by the first day that a row is about, as SQL over the row `r`: judgements of periods
 * before it do not depend on the row. Null for a row that nothing counts yet.
 */
export const FIRST_DAYS: Readonly<Record<string, string>> = {
  meeting: 'r.held_on',
  center_report: '(SELECT held_on FROM meeting WHERE meeting.id = r.meeting_id)',
  attendance_record: '(SELECT held_on FROM meeting WHERE meeting.id = r.meeting_id)',
  plan: `CASE r.kind WHEN 'YEAR' THEN ${YEAR_END} ELSE (r.period || '-01')::date + interval '1 month - 1 day' END`,
  annual_notice: YEAR_END,
  department_report: YEAR_END,
  deputy_report: YEAR_END,
  deputy_activity: `date_trunc('year', r.day)::date`,
  body_member: 'r.appointed_at::date',
  department_link: 'r.since',
  consultation: 'r.consulted_on',
  organization_link: 'r.since',
  work_order: `least(r.deadline,
    (SELECT min(created_at)::date FROM work_order_event e WHERE e.work_order_id = r.id AND e.command = 'closeWorkOrder'),
    (SELECT min(missed_deadline) FROM supervision s WHERE s.work_order_id = r.id))`,
  supervision: 'r.missed_deadline',
  visit_plan: 'r.day',
  community_visit: 'r.day',
  // Both the period that it was recorded for and the one that it belongs to.
  meeting_correction: `CASE r.field WHEN 'heldOn' THEN least(r.old_value, r.new_value)::date END`,
  attendance_record_correction: `(SELECT held_on FROM attendance_record a JOIN meeting ON meeting.id = a.meeting_id
    WHERE a.id = r.corrected_id)`,
  consultation_correction: `CASE r.field WHEN 'consultedOn' THEN least(r.old_value, r.new_value)::date END`,
  deputy_report_activity: `(SELECT date_trunc('year', day)::date FROM deputy_activity a WHERE a.id = r.activity_id)`,
  deputy_activity_correction: `CASE r.field WHEN 'day'
    THEN date_trunc('year', least(r.old_value, r.new_value)::date)::date END`,
  // Both the week that it was recorded for and the week that it belongs to.
  community_visit_correction: `CASE r.field WHEN 'day' THEN least(r.old_value, r.new_value)::date END`,
  sentiment_log: '(SELECT day FROM community_visit v WHERE v.id = r.visit_id)',
  person: ANY_DAY,
  post_holding: 'r.since',
  leave: 'r.since',
  plain_local_center: ANY_DAY,
};
