import type { Actor } from '@mtg/access';
import * as fc from 'fast-check';
import { centerHead, centerStaff, officer } from '../../support/actors';
import type { Selected } from '../../support/commands';
import { runsOf } from '../../support/runs';
import { keyPoint, project } from '../../support/sequence-sources';
import {
  FORGED,
  mostly,
  outcomeOf,
  sequenceStreet,
  type SequenceStreet,
} from '../../support/sequence-street';

const RUNS = 12;
const police = officer('PUBLIC_SECURITY');
const justice = officer('JUSTICE');
const KINDS = ['ILLEGAL_CONSTRUCTION', 'ILLEGAL_BUSINESS', 'SAFETY_HAZARD'] as const;

let street: SequenceStreet;
let head: Actor;
let team: Selected;
let members: readonly Selected[];
beforeAll(async () => {
  // Half past midnight of 10 March in Asia/Shanghai; in UTC it is still the 9th.
  street = await sequenceStreet('dayu', '2026-03-09T16:30:00Z');
  head = centerHead('DAYU', 'PUBLIC_SECURITY');
  const member = { personName: '李警官', unit: '大峪派出所', departmentCode: 'PUBLIC_SECURITY' };
  const own = { personName: '王队员', unit: '城管队', departmentCode: null };
  const formed = await street.must(
    'formEnforcementTeam',
    { name: '联合执法队', members: [member, own].map((each) => ({ ...each, sinceOn: '2026-03-02' })) },
    street.people.leader,
    'team { id } members { id version departmentCode untilOn }',
  );
  team = formed['team'];
  members = formed['members'];
});
afterAll(() => street.subgraph.close());

let documents = 0;
const granted = async (more: object = {}, as = police): Promise<Selected> => {
  const term = { departmentCode: 'PUBLIC_SECURITY', fromOn: '2026-03-02', untilOn: '2026-03-31' };
  const document = {
    documentNumber: `公委〔2026〕${(documents += 1)}号`,
    documentTitle: '执法委托书',
    documentDate: '2026-03-01',
  };
  const input = { ...term, kinds: ['SAFETY_HAZARD'], ...document, ...more };
  const { mandate } = await street.must('grantEnforcementMandate', input, as, 'mandate { id version }');
  return mandate;
};
const actionOf = (mandateId: string | null, more: object = {}) => ({
  form: 'JOINT_PATROL',
  day: '2026-03-10',
  place: '市场街',
  communityCode: street.communities[0],
  kind: 'SAFETY_HAZARD',
  mandateId,
  teamId: team['id'],
  memberIds: [members[0]?.['id']],
  found: '消防通道堵塞',
  outcome: '责令整改',
  objects: [{ name: '某商店', detail: '首次' }],
  ...more,
});
const record = (mandateId: string | null, more?: object, as = head) =>
  street.run('recordEnforcementAction', actionOf(mandateId, more), as, 'action { id version }');
const revoke = (mandateId: string, more: object = {}, as = police) =>
  street.run(
    'revokeEnforcementMandate',
    {
      mandateId,
      revokedOn: '2026-03-10',
      revocationDocument: '公撤〔2026〕1号',
      revocationDate: '2026-03-02',
      ...more,
    },
    as,
  );
const counted = async (): Promise<readonly Selected[]> =>
  street.sql(`SELECT (SELECT count(*)::int FROM enforcement_action) AS actions,
    (SELECT count(*)::int FROM enforcement_participant) AS participants,
    (SELECT count(*)::int FROM enforcement_object) AS objects`);

test('an action within a mandate is recorded with those who took part and whom it was about', async () => {
  const mandate = await granted();
  const { payload } = await record(mandate['id']);
  const { data } = await street.subgraph.ask(
    `query ($id: UUID!) { dayu { enforcementAction(id: $id) { day kind form community { code }
      mandate { documentTitle departmentCode actions { place } } team { name }
      participants { member { personName unit } } objects { name detail } followUpOrder { id } } } }`,
    { id: payload?.['action'].id },
    { as: street.people.leader },
  );
  expect(data).toEqual({
    dayu: {
      enforcementAction: {
        day: '2026-03-10',
        kind: 'SAFETY_HAZARD',
        form: 'JOINT_PATROL',
        community: { code: street.communities[0] },
        mandate: {
          documentTitle: '执法委托书',
          departmentCode: 'PUBLIC_SECURITY',
          actions: [{ place: '市场街' }],
        },
        team: { name: '联合执法队' },
        participants: [{ member: { personName: '李警官', unit: '大峪派出所' } }],
        objects: [{ name: '某商店', detail: '首次' }],
        followUpOrder: null,
      },
    },
  });
});

describe('a refusal changes nothing', () => {
  const refusedBy = async (code: string, ...answers: readonly Promise<Parameters<typeof outcomeOf>[0]>[]) => {
    for (const answer of await Promise.all(answers)) expect(outcomeOf(answer)).toBe(code);
  };

  test('outside of a mandate, of another kind, by a team without the department (R33)', async () => {
    const { id } = await granted();
    const past = await granted({ untilOn: '2026-03-09' });
    const others = await granted({ departmentCode: 'JUSTICE' }, justice);
    const revoked = await granted();
    expect(outcomeOf(await revoke(revoked['id']))).toBe('OK');
    const before = await counted();
    await refusedBy(
      'RULE_VIOLATION R33',
      record(null),
      record(past['id']),
      record(id, { day: '2026-03-01' }),
      record(id, { kind: 'ILLEGAL_BUSINESS' }),
      record(others['id']),
      record(revoked['id']),
    );
    // What was done before the revocation stays lawful, whenever it is recorded.
    expect(await counted()).toEqual(before);
    expect(outcomeOf(await record(revoked['id'], { day: '2026-03-09' }))).toBe('OK');
  });

  test('a day to come, a stranger to the team, another center, another department', async () => {
    const { id } = await granted();
    const before = await counted();
    await refusedBy(
      'BAD_USER_INPUT',
      record(id, { day: '2026-03-11' }),
      record(id, { memberIds: [FORGED] }),
      record(id, { outcome: '消防通道堵塞' }),
      record(id, { found: '……' }),
      revoke(id, { revokedOn: '2026-03-11' }),
      revoke(id, { revocationDate: '2026-02-28' }),
      revoke(id, { revocationDate: '2026-03-11' }),
      revoke(id, { revokedOn: '2026-03-01' }),
    );
    await refusedBy('NOT_FOUND', record(FORGED), record(id, { teamId: FORGED }));
    await refusedBy(
      'FORBIDDEN',
      record(id, {}, centerHead('DAYU', 'HEALTH')),
      record(id, {}, street.people.leader),
      record(id, {}, police),
      revoke(id, {}, justice),
    );
    expect(await counted()).toEqual(before);
  });

  test('the database holds to R33 too, and to what was recorded', async () => {
    const { id } = await granted();
    const insert = (day: string, kind: string) =>
      street.sql(
        `INSERT INTO enforcement_action (created_at, updated_at, form, day, place, community_code, kind, mandate_id,
           team_id, found, outcome) VALUES ('2026-03-20', '2026-03-20', 'JOINT_PATROL', $1, '市场街', $2, $3, $4, $5, '无', '无')`,
        [day, street.communities[0], kind, id, team['id']],
      );
    await expect(insert('2026-03-10', 'ILLEGAL_BUSINESS')).rejects.toThrow('within a mandate');
    await expect(insert('2026-03-01', 'SAFETY_HAZARD')).rejects.toThrow('within a mandate');
    const change = (statement: string) => street.subgraph.runtime.query(statement);
    for (const statement of [
      `UPDATE enforcement_mandate SET until_on = '2027-01-01' WHERE id = '${id}'`,
      `UPDATE enforcement_team_member SET person_name = '别人'`,
    ]) {
      await expect(change(statement)).rejects.toThrow('changes once');
    }
    await expect(change(`UPDATE enforcement_action SET place = '别处'`)).rejects.toThrow(
      'keeps no correction',
    );
  });
});

test('a revocation names a day after the last action under the mandate (R33)', async () => {
  const { id } = await granted();
  await record(id, { day: '2026-03-09' });
  for (const revokedOn of ['2026-03-08', '2026-03-09']) {
    // oxlint-disable-next-line no-await-in-loop
    const { errors } = await revoke(id, { revokedOn });
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.revokedOn' });
    expect(errors[0]?.message).toContain('请自 2026-03-10 或以后起撤销');
  }
  const past = `UPDATE enforcement_mandate SET revoked_on = '2026-03-09', revocation_document = 'x' WHERE id = '${id}'`;
  await expect(street.subgraph.runtime.query(past)).rejects.toThrow('recorded actions lawful');
  expect(outcomeOf(await revoke(id))).toBe('OK');
  expect(outcomeOf(await record(id, { day: '2026-03-09' }))).toBe('OK');
  expect(outcomeOf(await record(id))).toBe('RULE_VIOLATION R33');
});

test('a mandate does not begin before its document (R33)', async () => {
  const grant = (documentDate: string) => granted({ documentDate, fromOn: '2026-03-02' });
  await expect(grant('2026-03-03')).rejects.toThrow('2026-03-02');
  expect(await grant('2026-03-02')).toMatchObject({ version: 1 });
});

test('a member does not leave the team in hindsight, before an action that rests on the member (R33)', async () => {
  const join = { teamId: team['id'], personName: '钱教育', unit: '教委', sinceOn: '2026-03-02' };
  const of = { ...join, departmentCode: 'EDUCATION' };
  const { member } = await street.must('joinEnforcementTeam', of, head, 'member { id }');
  const mandate = await granted({ departmentCode: 'EDUCATION' }, officer('EDUCATION'));
  // Another member took part, within the mandate of this member's department.
  expect(outcomeOf(await record(mandate['id'], { day: '2026-03-08' }))).toBe('OK');
  const leave = (untilOn: string) =>
    street.run('leaveEnforcementTeam', { teamMemberId: member.id, untilOn }, head);
  expect(outcomeOf(await leave('2026-03-07'))).toBe('BAD_USER_INPUT');
  expect(outcomeOf(await leave('2026-03-08'))).toBe('OK');
});

test('who left the team does not count any more, from the day after', async () => {
  const { member } = await street.must(
    'joinEnforcementTeam',
    {
      teamId: team['id'],
      personName: '赵司法',
      unit: '司法所',
      departmentCode: 'JUSTICE',
      sinceOn: '2026-03-02',
    },
    head,
    'member { id version }',
  );
  const { id } = await granted({ departmentCode: 'JUSTICE' }, justice);
  const left = { teamMemberId: member.id, untilOn: '2026-03-08' };
  await street.must('leaveEnforcementTeam', left, head);
  const by = { memberIds: [member.id] };
  expect(outcomeOf(await record(id, { day: '2026-03-08', ...by }))).toBe('OK');
  expect(outcomeOf(await record(id, { day: '2026-03-09', ...by }))).toBe('RULE_VIOLATION R33');
  expect(outcomeOf(await street.run('leaveEnforcementTeam', left, head))).toBe('CONFLICT');
});

test('whom an action was about is read by few', async () => {
  const { id } = await granted();
  await record(id, {}, centerStaff('DAYU', 'PUBLIC_SECURITY'));
  const readers = async (as: Actor) => {
    const { data, errors } = await street.subgraph.ask(
      '{ dayu { enforcementObjects { totalCount } } }',
      {},
      { as },
    );
    const { dayu } = data as { dayu: { enforcementObjects: { totalCount: number } | null } };
    return dayu.enforcementObjects?.totalCount ?? errors?.[0]?.extensions['code'];
  };
  const [{ objects } = {}] = await counted();
  const { leader, auditor, dispatcher, analyst, office } = street.people;
  for (const as of [leader, head, auditor, police]) expect(await readers(as)).toBeGreaterThan(0);
  expect(await readers(leader)).toBe(objects);
  expect(await readers(centerStaff('DAYU', 'PUBLIC_SECURITY'))).toBe(1);
  expect(await readers(centerHead('DAYU', 'HEALTH'))).toBe(0);
  expect(await readers(officer('CIVIL_AFFAIRS'))).toBe(0);
  for (const as of [dispatcher, analyst, office]) expect(await readers(as)).toBe('FORBIDDEN');
});

test('actions are counted by kind and month, for a department within its mandates', async () => {
  const { id } = await granted();
  await record(id, { day: '2026-03-02', form: 'JOINT_ENFORCEMENT' });
  const ask = async (as: Actor): Promise<readonly Selected[]> => {
    const query = '{ dayu { enforcementStatistics { month kind form actions followedUp } } }';
    const { data } = await street.subgraph.ask(query, {}, { as });
    return (data as { dayu: { enforcementStatistics: readonly Selected[] } }).dayu.enforcementStatistics;
  };
  const all = await ask(street.people.leader);
  const counts = await street.sql(`SELECT count(*)::int AS actions FROM enforcement_action`);
  expect(all.reduce((sum, { actions }) => sum + Number(actions), 0)).toBe(counts[0]?.['actions']);
  const enforced = { month: '2026-03', kind: 'SAFETY_HAZARD', form: 'JOINT_ENFORCEMENT' };
  expect(all).toContainEqual({ ...enforced, actions: 1, followedUp: 0 });
  expect(await ask(police)).toContainEqual({ ...enforced, actions: 1, followedUp: 0 });
  expect(await ask(officer('CIVIL_AFFAIRS'))).toEqual([]);
});

test('mandate, action and order are one chain', async () => {
  const { id: mandateId } = await granted();
  const { payload } = await record(mandateId);
  const actionId: string = payload?.['action'].id;
  const order = {
    title: '清理消防通道',
    content: '限期清理',
    centerCode: 'PUBLIC_SECURITY',
    responsiblePerson: '王敏',
    deadline: '2026-03-20',
    projectId: await project(street),
    keyPointId: await keyPoint(street, 2026),
  };
  const { dispatcher, leader, auditor } = street.people;
  const { workOrder } = await street.must('dispatchWorkOrder', order, dispatcher, 'workOrder { id }');
  const follow = (input: object) =>
    street.run('followUpEnforcementAction', { actionId, ...input }, dispatcher);
  expect(outcomeOf(await follow({ workOrderId: FORGED }))).toBe('NOT_FOUND');
  expect(outcomeOf(await follow({ workOrderId: workOrder.id }))).toBe('OK');
  expect(outcomeOf(await follow({ workOrderId: workOrder.id }))).toBe('CONFLICT');
  const chain = async (id: string, as: Actor) => {
    const { data } = await street.subgraph.ask(
      'query ($id: UUID!) { dayu { trace(id: $id) { upward { id } downward { id } } } }',
      { id },
      { as },
    );
    const { trace } = (data as { dayu: { trace: Record<'upward' | 'downward', { id: string }[]> } }).dayu;
    return [...trace.upward, ...trace.downward].map((node) => node.id);
  };
  expect(await chain(mandateId, leader)).toEqual(expect.arrayContaining([actionId, workOrder.id]));
  expect(await chain(workOrder.id, auditor)).toEqual(expect.arrayContaining([actionId, mandateId]));
});

const marchDay = fc.integer({ min: 1, max: 12 }).map((day) => `2026-03-${String(day).padStart(2, '0')}`);
const step = fc.record({
  act: mostly<'ACT', 'GRANT' | 'REVOKE' | 'JOIN' | 'LEAVE'>(
    'ACT',
    fc.constantFrom('GRANT', 'REVOKE', 'JOIN', 'LEAVE'),
    2,
  ),
  day: marchDay,
  documentDay: marchDay,
  kind: fc.constantFrom(...KINDS),
  which: fc.nat({ max: 5 }),
  department: fc.constantFrom('PUBLIC_SECURITY', 'JUSTICE'),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** @returns the member, if the day is one on which a person may have joined */
async function joined(departmentCode: string, sinceOn: string): Promise<string[]> {
  const input = { teamId: team['id'], personName: '陈某', unit: '司法所', departmentCode, sinceOn };
  const { payload } = await street.run('joinEnforcementTeam', input, head, 'member { id }');
  return payload ? [payload['member'].id] : [];
}

/** Takes one step of those who try to act, with or without a mandate. */
async function take(
  { act, day, documentDay, kind, which, department }: Step,
  mandates: string[],
  people: string[],
) {
  const at = (list: readonly string[]): string => list[which % list.length] ?? FORGED;
  const as = officer(department);
  if (act === 'GRANT') {
    const mandate = await granted({ departmentCode: department, kinds: [kind], fromOn: day }, as);
    mandates.push(mandate['id']);
  } else if (act === 'REVOKE')
    await revoke(at(mandates), { revokedOn: day, revocationDate: documentDay }, as);
  else if (act === 'LEAVE') {
    await street.run('leaveEnforcementTeam', { teamMemberId: at(people), untilOn: day }, head, '__typename');
  } else if (act === 'JOIN') people.push(...(await joined(department, day)));
  else {
    const mandateId = which === 5 ? null : at(mandates);
    await record(mandateId, { day, kind, memberIds: [at(people)] });
  }
}

test('no sequence of commands acts without a mandate', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 14, size: 'max' }), async (steps) => {
      const { id } = await granted({ kinds: [...KINDS] });
      const mandates: string[] = [id];
      const people = await joined('PUBLIC_SECURITY', '2026-03-02');
      expect(outcomeOf(await record(id, { memberIds: people }))).toBe('OK');
      people.push(...members.map((member): string => member['id']));
      for (const each of steps) await take(each, mandates, people);
    }),
    { numRuns: runsOf(RUNS) },
  );
  const [{ actions, unlawful } = {}] = await street.sql(`
    SELECT count(*)::int AS actions, count(*) FILTER (WHERE NOT EXISTS (
      SELECT FROM enforcement_mandate m WHERE m.id = a.mandate_id AND a.day BETWEEN m.from_on AND m.until_on
        AND a.kind = ANY (m.kinds) AND (m.revoked_on IS NULL OR a.day < m.revoked_on)
        AND EXISTS (SELECT FROM enforcement_team_member t WHERE t.team_id = a.team_id
          AND t.department_code = m.department_code AND t.since_on <= a.day
          AND (t.until_on IS NULL OR a.day <= t.until_on))))::int AS unlawful
    FROM enforcement_action a`);
  expect(unlawful).toBe(0);
  const [{ misdated } = {}] = await street.sql(`
    SELECT count(*) FILTER (WHERE revocation_date IS NULL OR revocation_date NOT BETWEEN document_date AND revoked_on)::int
      AS misdated FROM enforcement_mandate WHERE revoked_on IS NOT NULL`);
  expect(misdated).toBe(0);
  expect(actions).toBeGreaterThanOrEqual(runsOf(RUNS));
});
