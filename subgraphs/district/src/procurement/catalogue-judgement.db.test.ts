import type { Actor } from '@mtg/access';
import { peopleOf } from '../../../../tests/support/actors';
import { give, type Selected } from '../../../../tests/support/commands';
import { startTestSubgraph, type TestSubgraph } from '../../../../tests/support/test-subgraph';
import { definition } from '../definition';

const { office, party, government } = peopleOf('DAYU');
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

test('a broken year is answered by the office, and confirmed or sent back by 区委 (R30)', async () => {
  await district.database.query(
    `INSERT INTO judgement_start (created_at, updated_at, street_code, since, reason)
     VALUES ('2028-01-01', '2028-01-01', 'DAYU', '2025-01-01', '恢复')`,
  );
  const answer = async (more: object = {}, as: Actor = office) => {
    const input = { year: 2025, explanation: '调查推迟', remedy: '次年按期下发', ...more };
    return give(district, 'district', 'answerMissingCatalogue', input, 'catalogueAnswer { id state }', {
      as,
    });
  };
  const decide = (command: string, catalogueAnswerId: string, more: object = {}, as: Actor = party) =>
    give(district, 'district', command, { catalogueAnswerId, ...more }, 'catalogueAnswer { state }', { as });
  const findings = async () => {
    const { data } = await district.ask(
      '{ district { catalogueJudgements { period findingState } } }',
      {},
      { as: office },
    );
    const { district: of } = data as { district: { catalogueJudgements: Selected[] } };
    return of.catalogueJudgements.map(({ period, findingState }) => `${period} ${findingState}`);
  };
  const codeOf = ({ errors }: Awaited<ReturnType<typeof answer>>) => errors[0]?.extensions['code'] ?? 'OK';

  expect(await findings()).toContain('2025 OPEN');
  const rows = () => district.database.query('SELECT year, state FROM catalogue_answer ORDER BY id');
  for (const more of [{ year: 2026 }, { year: 2028 }, { explanation: '…' }, { remedy: '调查推迟' }]) {
    // oxlint-disable-next-line no-await-in-loop
    expect(codeOf(await answer(more))).toBe('BAD_USER_INPUT');
  }
  expect(codeOf(await answer({}, party))).toBe('FORBIDDEN');
  expect(await rows()).toEqual([]);

  const first = (await answer()).payload?.['catalogueAnswer'];
  expect(first).toMatchObject({ state: 'GIVEN' });
  expect(await findings()).toContain('2025 ANSWERED');
  expect(codeOf(await answer())).toBe('CONFLICT');
  for (const as of [office, government]) {
    // oxlint-disable-next-line no-await-in-loop
    expect(codeOf(await decide('confirmCatalogueAnswer', first.id, {}, as))).toBe('FORBIDDEN');
  }
  expect(codeOf(await decide('sendBackCatalogueAnswer', first.id, { reason: '未写明责任' }))).toBe('OK');
  expect(await findings()).toContain('2025 OPEN');
  const second = (await answer({ remedy: '责任到人，按期下发' })).payload?.['catalogueAnswer'];
  expect(codeOf(await decide('confirmCatalogueAnswer', second.id))).toBe('OK');
  expect(codeOf(await decide('confirmCatalogueAnswer', second.id))).toBe('CONFLICT');
  expect(await findings()).toContain('2025 CONFIRMED');
  expect(codeOf(await answer())).toBe('CONFLICT');
  // The judgement stays as it is.
  expect((await verdicts())?.[0]).toBe('2025 OVERDUE BROKEN');
  expect(await rows()).toEqual([
    { year: 2025, state: 'SENT_BACK' },
    { year: 2025, state: 'CONFIRMED' },
  ]);
  const change = (sql: string) => district.runtime.query(sql);
  await expect(change(`UPDATE catalogue_answer SET state = 'GIVEN'`)).rejects.toThrow('decided on once');
  await expect(change(`UPDATE catalogue_answer SET remedy = '别的'`)).rejects.toThrow('decided on once');
  await expect(
    change(`INSERT INTO catalogue_answer (created_at, updated_at, year, state, explanation, remedy, answered_by, role,
      decided_at, decided_by) VALUES (now(), now(), 2024, 'CONFIRMED', '一', '二', 'a', 'DISTRICT_OFFICE', now(), 'b')`),
  ).rejects.toThrow('begins as GIVEN');
});
