import { officer, peopleOf } from '../../support/actors';
import { byStreet, inOrder, TODAY, type Databases, type Listed, type Question, type Row } from './question';

const { leader, office } = peopleOf('DAYU');

const MONDAY = `date_trunc('week', ${TODAY}::timestamp)::date`;

/** Days in communities that this week asks of each person: three, or all of its working days. */
async function daysAsked({ ofDistrict }: Databases): Promise<number> {
  const [row] = await ofDistrict(
    `SELECT least(3, count(*))::int AS days FROM generate_series(${MONDAY}, ${MONDAY} + 6, interval '1 day') its
     LEFT JOIN calendar_day c ON c.day = its::date::text AND c.deleted_at IS NULL
     WHERE coalesce(c.kind = 'WORKED', extract(isodow FROM its) < 6)`,
  );
  return Number(row?.['days']);
}

export const peopleQuestions: readonly Question[] = [
  {
    file: '05-days-in-communities.graphql',
    as: office,
    answer: ({ streets }: { streets: readonly { name: string; judgements: Listed }[] }) =>
      inOrder(
        byStreet(streets, ({ judgements }) =>
          judgements.nodes.map(({ subject, countedDays }) => ({ subject, days: countedDays })),
        ),
      ),
    expected: async (databases) => {
      const days = await daysAsked(databases);
      return inOrder(
        await databases.ofStreets(
          `SELECT * FROM (
             SELECT h.center_code || '/' || p.name AS subject, ARRAY(
               SELECT DISTINCT v.day::text FROM community_visit v JOIN sentiment_log l ON l.visit_id = v.id
               WHERE v.staff_subject = p.subject AND v.center_code = h.center_code AND v.plan_id IS NOT NULL
                 AND v.sample AND v.day BETWEEN ${MONDAY} AND ${MONDAY} + 6 ORDER BY 1) AS days
             FROM post_holding h JOIN person p ON p.id = h.person_id
             WHERE h.sample AND h.cancelled_at IS NULL AND h.since <= ${MONDAY} + 6
               AND coalesce(h.until, 'infinity') >= ${MONDAY} AND NOT EXISTS (
                 SELECT FROM leave WHERE leave.person_id = p.id AND cancelled_at IS NULL
                   AND since <= ${MONDAY} AND coalesce(until, 'infinity') >= ${MONDAY} + 4)) week
           WHERE cardinality(days) < ${days}`,
        ),
      );
    },
  },
  {
    file: '08-unvisited-communities.graphql',
    as: office,
    answer: ({ streets }: { streets: readonly { name: string; visitCoverage: Row[] }[] }) =>
      inOrder(
        byStreet(streets, ({ visitCoverage }) =>
          visitCoverage.map(({ communityCode, community }) => ({
            code: communityCode,
            name: Object(community).name,
          })),
        ),
      ),
    expected: async ({ ofStreets }) =>
      inOrder(
        await ofStreets(
          `SELECT code, name FROM community WHERE deleted_at IS NULL AND code NOT IN (
             SELECT community_code FROM community_visit WHERE sample AND deleted_at IS NULL
               AND to_char(day, 'YYYY-MM') = to_char(${TODAY}, 'YYYY-MM'))`,
        ),
      ),
  },
  {
    file: '10-themes.graphql',
    as: office,
    answer: ({ streets }: { streets: readonly { name: string; sentimentStatistics: Row[] }[] }) =>
      inOrder(
        byStreet(streets, ({ sentimentStatistics }) =>
          sentimentStatistics.map(({ month, theme, logs }) => ({ month, theme, logs })),
        ),
      ),
    expected: async ({ ofStreets }) =>
      inOrder(
        await ofStreets(
          `SELECT to_char(v.day, 'YYYY-MM') AS month, l.theme, count(*)::int AS logs
           FROM sentiment_log l JOIN community_visit v ON v.id = l.visit_id
           WHERE l.sample AND l.deleted_at IS NULL AND extract(year FROM v.day) = extract(year FROM ${TODAY})
           GROUP BY 1, 2`,
        ),
      ),
  },
  {
    file: '11-to-do.graphql',
    as: officer('JUSTICE'),
    answer: itemsOf,
    expected: async ({ ofStreets }) =>
      inOrder(
        await ofStreets(
          [
            `SELECT 'Consultation' AS kind, id FROM consultation WHERE state = 'RECORDED' AND department_code = 'JUSTICE'`,
            `SELECT 'Delegation', id FROM delegation WHERE state = 'COMPLETED' AND department_code = 'JUSTICE'`,
            `SELECT 'DepartmentReportEntry', id FROM department_report_entry WHERE answered_at IS NULL AND department_code = 'JUSTICE'`,
            `SELECT 'PersonnelSuggestion', id FROM personnel_suggestion WHERE state = 'SENT' AND department_code = 'JUSTICE'`,
          ].join(' UNION ALL '),
        ),
      ),
  },
  {
    file: '11-to-do.graphql',
    as: leader,
    answer: itemsOf,
    expected: async ({ ofStreets }) =>
      inOrder(
        (
          await ofStreets(
            `SELECT 'Delegation' AS kind, id FROM delegation WHERE state IN ('SUBMITTED', 'OPINION_HEARD')
             UNION ALL SELECT 'PersonnelSuggestion', id FROM personnel_suggestion WHERE state = 'DRAFTED'
             UNION ALL SELECT 'FindingAnswer', id FROM finding_answer WHERE state = 'GIVEN'`,
          )
        ).filter(({ street }) => street === '大峪街道'),
      ),
  },
];

function itemsOf({
  streets,
}: {
  readonly streets: readonly { name: string; toDo: { total: number; items: Row[] } }[];
}): readonly Row[] {
  return inOrder(byStreet(streets, ({ toDo }) => toDo.items.map(({ kind, id }) => ({ kind, id }))));
}
