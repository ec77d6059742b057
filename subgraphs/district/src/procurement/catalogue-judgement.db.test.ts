import { peopleOf } from '../../../../tests/support/actors';
import { give, type Selected } from '../../../../tests/support/commands';
import { startTestSubgraph, type TestSubgraph } from '../../../../tests/support/test-subgraph';
import { definition } from '../definition';

const { office } = peopleOf('DAYU');
let now = new Date('2025-06-01T02:00:00Z');
let district: TestSubgraph;
beforeAll(async () => {
  district = await startTestSubgraph(definition, { clock: { now: () => now } });
});
afterAll(() => district.close());

const judged = async (as = office) => {
  const query = `{ district { catalogueJudgements {
    rule period subject dueOn status verdict late reason counted countedDays } } }`;
  const { data } = await district.ask(query, {}, { as });
  return (data as { district: { catalogueJudgements: Selected[] | null } }).district.catalogueJudgements;
};
const verdicts = async () =>
  (await judged())?.map(({ period, status, verdict, late }) =>
    [period, status, verdict, ...(late === true ? ['late'] : [])].join(' '),
  );

/** A catalogue of a year that was issued and recorded on these days. */
async function issue(year: number, issuedOn: string, recordedOn: string): Promise<void> {
  await district.database.query(
    `WITH survey AS (
       INSERT INTO needs_survey (created_at, updated_at, year, title, method, respondents, started_on, concluded_on)
       VALUES ($3, $3, $1, '需求调查', '问卷', 100, '2024-11-01', '2024-11-30') RETURNING id)
     INSERT INTO procurement_catalogue (created_at, updated_at, year, number, title, issued_on, survey_id)
     SELECT $3::timestamptz, $3::timestamptz, $1, $1 || '号', '需求目录', $2, id FROM survey`,
    [year, issuedOn, `${recordedOn}T02:00:00Z`],
  );
}
const begin = async (since: string, reason: string | null = null) => {
  const input = { streetCode: 'DAYU', since, ...(reason !== null && { reason }) };
  const { errors } = await give(district, 'district', 'setJudgementStart', input, '__typename', {
    as: office,
  });
  expect(errors).toEqual([]);
};

test('the catalogue of a year is a duty until its end, and not judged without a first day (R30)', async () => {
  expect(await verdicts()).toEqual(['2025 EXCUSED ']);
  now = new Date('2026-01-01T02:00:00Z');
  expect(await verdicts()).toEqual(['2026 EXCUSED ']);
  await begin('2025-01-01');
  expect(await verdicts()).toEqual(['2025 OVERDUE BROKEN', '2026 DUE ']);
  expect((await judged())?.[0]).toEqual({
    rule: 'R30',
    period: '2025',
    subject: 'DISTRICT',
    dueOn: '2025-12-31',
    status: 'OVERDUE',
    verdict: 'BROKEN',
    late: false,
    reason: expect.stringMatching(/2025 年没有下发.*No procurement catalogue/u),
    counted: 0,
    countedDays: [],
  });
});

test('a year is kept by a catalogue in time, late by a record after it, and broken by one issued after it (R30)', async () => {
  await issue(2025, '2026-02-01', '2026-02-01');
  await issue(2026, '2026-12-31', '2027-01-05');
  await issue(2027, '2026-12-30', '2026-12-30');
  now = new Date('2027-12-31T02:00:00Z');
  expect(await verdicts()).toEqual(['2025 OVERDUE BROKEN', '2026 MET KEPT late', '2027 MET ']);
  const [first] = (await judged()) ?? [];
  expect(first).toMatchObject({ reason: expect.stringContaining('到 2026-02-01 才下发'), counted: 1 });
  now = new Date('2027-12-31T16:00:00Z');
  expect(await verdicts()).toEqual([
    '2025 OVERDUE BROKEN',
    '2026 MET KEPT late',
    '2027 MET KEPT',
    '2028 DUE ',
  ]);
});

test('a year that began before the first day is not judged, whatever was issued', async () => {
  await begin('2026-01-01', '推迟');
  expect((await verdicts())?.[0]).toBe('2025 EXCUSED NOT_JUDGED');
  expect((await judged())?.[0]).toMatchObject({ reason: expect.stringContaining('2026-01-01') });
});
