import { join } from 'node:path';
import { findRule } from '@mtg/governance';
import { query } from '../../startup/support/query';
import type { Answer, Platform } from '../../support/platform';
import { ROOT } from '../../support/project';
import { eventually } from '../../support/wait';
import { run, type Ending } from './run';

/** The rule that each is refused by, and what it says is missing; no rule if the caller’s role or scope is not enough. */
const ATTEMPTS: readonly (readonly [rule: string | null, ...missing: string[]])[] = [
  ['R09', 'role'],
  ['R09', 'role'],
  ['R22', 'assignments.0.weeklyItemId'],
  ['R25', 'assignments.0.training'],
  ['R13', 'role'],
  ['R07', 'approvalId'],
  ['R30', 'needId'],
  ['R31', 'amount'],
  ['R31', 'amount'],
  ['R28', 'bodyCode', 'meetingId'],
  ['R28', 'bodyCode', 'meetingId'],
  [null],
  ['R33', 'mandateId'],
  ['R33', 'kind'],
];
const STEPS = 58;

/** The answers that follow the lines that begin so. */
const answersAfter = (output: string, heading: RegExp): Answer[] => {
  const lines = output.split('\n');
  return lines.flatMap((line, at) => (heading.test(line) ? [JSON.parse(lines[at + 1] ?? '') as Answer] : []));
};

/** Answers of 大峪 under a heading. */
function answersUnder(output: string, heading: string): unknown[] {
  const [, after = ''] = output.split(`== ${heading}`);
  const [under = ''] = after.split('\n== ');
  const answers = under.split('\n').filter((line) => line.startsWith('    {'));
  return answers.map((line) => (JSON.parse(line) as { data: { dayu: unknown } }).data.dayu);
}

/** docs/scenario.sh, as a newcomer runs it. */
export function runsTheScenario(started: () => Platform): void {
  let scenario: Ending;
  /** Where the chain of 大峪 ended before. */
  let start: number;

  const verify = (): Promise<Ending> =>
    run(process.execPath, [
      join(ROOT, 'packages/cli/bin/mtg.js'),
      'audit',
      'verify',
      '--data-dir',
      started().dataDirectory,
    ]);
  const asOwner = (sql: string) => query(started().part('dayu').ownerDatabaseUrl ?? '', sql);

  beforeAll(async () => {
    const [end] = await asOwner('SELECT coalesce(max(sequence), 0)::int AS start FROM audit_entry');
    start = Number(end?.['start']);
    scenario = await run('bash', [join(ROOT, 'docs/scenario.sh')], {
      MTG_URL: started().gatewayUrl,
      MTG_DATA_DIR: started().dataDirectory,
    });
  });

  it('runs to its end', () => {
    expect(scenario).toMatchObject({ code: 0, stderr: '' });
    expect(scenario.stdout).toContain(`${STEPS} steps taken, ${ATTEMPTS.length} attempts refused`);
  });

  it(`takes ${STEPS} steps, each with data and without an error`, () => {
    const steps = answersAfter(scenario.stdout, /^[ \d]\d\. /);
    expect(steps).toHaveLength(STEPS);
    for (const { data, errors } of steps) {
      expect(errors).toBeUndefined();
      expect(Object.values(Object.values(data ?? {})[0] ?? {})).toEqual([expect.any(Object)]);
    }
  });

  it('is refused each time, by the rule and in its own words', () => {
    const attempts = answersAfter(scenario.stdout, /^绕过之\d/);
    expect(attempts.map(({ errors }) => errors?.map(({ extensions }) => extensions))).toEqual(
      ATTEMPTS.map(([rule, ...missing]) => [
        expect.objectContaining(
          rule === null
            ? { code: 'FORBIDDEN' }
            : { code: 'RULE_VIOLATION', rule, sentence: findRule(rule)?.sentence, missing },
        ),
      ]),
    );
    expect(attempts[5]?.errors?.[0]?.message).toMatch(/recordApproval.*approvalId/u);
    for (const { data } of attempts)
      expect(Object.values(Object.values(data ?? {})[0] ?? {})).toEqual([null]);
  });

  it('shows what the department reads, and the whole way down to the visit', () => {
    const [read, trace] = answersUnder(scenario.stdout, '部门看结果');
    expect(read).toMatchObject({
      delegation: {
        state: 'CONFIRMED',
        workOrders: [{ state: 'CLOSED', feedbackReport: { number: expect.any(String) } }],
      },
    });
    const { downward } = (trace as { trace: { downward: { typeName: string; state: string | null }[] } })
      .trace;
    const types = downward.map(({ typeName }) => typeName);
    expect(types).toEqual(
      expect.arrayContaining([
        'CommitteeDecision',
        'WorkOrder',
        'WeeklyItem',
        'CommunityAssignment',
        'CommunityVisit',
        'FeedbackReport',
      ]),
    );
    const visit = downward.find(({ typeName }) => typeName === 'CommunityVisit');
    expect(visit?.state).toBeNull();
  });

  it('shows what was spent of what came, what the log led to, and the order that followed from the mandate', () => {
    const [funds, log, trace] = answersUnder(scenario.stdout, '资金用到了哪里');
    expect(funds).toEqual({
      fundStatistics: [
        { kind: 'COMMUNITY_SERVICES', acknowledged: '40000.00', spent: '12000.50', left: '27999.50' },
      ],
    });
    expect(log).toMatchObject({
      trace: {
        downward: [
          { typeName: 'SupportIssue', title: '夜间停车难', state: 'CONFIRMED' },
          { typeName: 'WorkOrder', title: '夜间停车', state: 'CLOSED' },
          { typeName: 'Evidence', title: '停车协议' },
        ],
      },
      supportIssue: { contributions: [{ unit: '区公安分局' }, { unit: '驻区商场' }] },
    });
    expect(trace).toMatchObject({
      trace: { downward: [{ typeName: 'EnforcementAction' }, { typeName: 'WorkOrder' }] },
    });
  });

  it('leaves intact audit chains that contain its refusals and are witnessed by the district', async () => {
    // The platform's own work has no role.
    const [counts] = await asOwner(
      `SELECT count(*)::int AS all, count(*) FILTER (WHERE outcome = 'REFUSED')::int AS refused,
         max(sequence) AS last
       FROM audit_entry WHERE role IS NOT NULL AND sequence > ${start}`,
    );
    expect(counts).toMatchObject({ all: 66, refused: 13 });
    await eventually('the district has witnessed all of it', async () => {
      const anchors = await query(
        started().part('district').ownerDatabaseUrl ?? '',
        `SELECT FROM audit_anchor WHERE chain = 'DAYU' AND sequence >= ${String(counts?.['last'])}`,
      );
      return anchors.length > 0;
    });
    const { code, stdout } = await verify();
    expect(stdout.match(/完好 · intact/g)).toHaveLength(5);
    expect(stdout).toMatch(/DAYU: .*witnessed entries: [1-9]\d*/);
    expect(code).toBe(0);
  });

  describe('and when the owner of the database tampers with the chain', () => {
    it('says which entry was edited', async () => {
      await asOwner(`UPDATE audit_entry SET actor = 'another' WHERE sequence = ${start + 7}`);
      const { code, stdout } = await verify();
      expect(stdout).toMatch(
        new RegExp(`DAYU: .*问题 1 处 · problems[^\\n]*\\n.*entry ${start + 7} was edited or moved`),
      );
      expect(code).toBe(65);
    });

    it('says from which entry on it was cut off', async () => {
      await asOwner(`DELETE FROM audit_entry WHERE sequence > ${start + 20}`);
      const { code, stdout } = await verify();
      expect(stdout).toContain(`truncated from entry ${start + 21} on`);
      expect(code).toBe(65);
    });
  });
}
