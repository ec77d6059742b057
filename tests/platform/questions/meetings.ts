import { peopleOf } from '../../support/actors';
import { inOrder, TODAY, type Listed, type Question, type Row } from './question';

const { office, analyst } = peopleOf('DAYU');

/** Field agency that is a member unit in each street of the sample. */
const UNIT = '司法所';

const year = `extract(year FROM ${TODAY})`;

/** Attendance of the unit in the year, as SQL. */
const ATTENDED = `attendance_record a JOIN meeting m ON m.id = a.meeting_id
  WHERE a.unit = '${UNIT}' AND a.sample AND a.deleted_at IS NULL AND extract(year FROM m.held_on) = ${year}`;

interface AttendanceAnswer {
  readonly attendanceRecords: Listed;
  readonly attendanceRecordsAggregate: { readonly nodes: readonly Row[] };
}

export const meetingQuestions: readonly Question[] = [
  {
    file: '01-joint-meetings.graphql',
    as: office,
    answer: ({ insight }: { insight: { judgements: Listed } }) =>
      inOrder(insight.judgements.nodes.map(({ streetName, period }) => ({ street: streetName, period }))),
    expected: async ({ ofStreets }) =>
      inOrder(
        await ofStreets(
          `SELECT to_char(${TODAY}, 'YYYY-"Q"Q') AS period WHERE NOT EXISTS (
             SELECT FROM meeting WHERE kind = 'JOINT' AND state <> 'CANCELLED' AND sample AND deleted_at IS NULL
               AND date_trunc('quarter', held_on) = date_trunc('quarter', ${TODAY}))
             AND EXISTS (SELECT FROM meeting WHERE sample)`,
        ),
      ),
  },
  {
    file: '07-attendance.graphql',
    as: analyst,
    variables: async ({ ofDistrict }) => {
      const [row] = await ofDistrict(`SELECT ${year}::text AS year`);
      return { unit: UNIT, from: `${String(row?.['year'])}-01-01`, to: `${String(row?.['year'])}-12-31` };
    },
    answer: ({ insight }: { insight: AttendanceAnswer }) => ({
      records: inOrder(
        insight.attendanceRecords.nodes.map(({ streetName, heldOn, meetingTitle, attendance }) => ({
          street: streetName,
          day: heldOn,
          title: meetingTitle,
          attendance,
        })),
      ),
      rates: inOrder(insight.attendanceRecordsAggregate.nodes.map(({ keys, values }) => ({ keys, values }))),
    }),
    expected: async ({ ofStreets }) => ({
      records: inOrder(
        await ofStreets(`SELECT m.held_on::text AS day, m.title, a.attendance FROM ${ATTENDED}`),
      ),
      rates: inOrder(
        (
          await ofStreets(
            `SELECT (100.0 * count(*) FILTER (WHERE a.attendance = 'PRESENT') / count(*))::float8 AS rate, count(*)::int AS records
             FROM ${ATTENDED} HAVING count(*) > 0`,
          )
        ).map(({ street, rate, records }) => ({ keys: [street], values: [rate, records] })),
      ),
    }),
  },
];
