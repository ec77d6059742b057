import type { Actor } from '@mtg/access';
import { APPOINTMENT_MACHINES, BODY_HEADS, BodyKind, MEMBER_CATEGORIES_OF, nextState } from '@mtg/governance';
import * as fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { definition as districtDefinition } from '../../../subgraphs/district/src';
import { centerHead, communitySecretary, officer } from '../../support/actors';
import { give, written } from '../../support/commands';
import { decisionNow } from '../../support/sequence-sources';
import { runsOf } from '../../support/runs';
import { dayAfter, FORGED, mostly, sequenceStreet, type SequenceStreet } from '../../support/sequence-street';
import { startTestSubgraph, type TestSubgraph } from '../../support/test-subgraph';

/** Sequences that are tried, each of up to so many commands. */
const [RUNS, LONGEST] = [14, 28];

let street: SequenceStreet;
let district: TestSubgraph;
beforeAll(async () => {
  district = await startTestSubgraph(districtDefinition, { clock: { now: () => street.now() } });
  const districtUrl = `${district.address}/graphql`;
  street = await sequenceStreet('dayu', '2026-02-27T15:00:00Z', undefined, { districtUrl });
});
afterAll(async () => {
  await street.subgraph.close();
  await district.close();
});

/** Each who is nominated has a name of their own, since a person is in a body once. */
let nominees = 0;
const nextNominee = () => `王敏${(nominees += 1)}`;

/** Authority of each step, by the body; each by its words in the audit: a role, and where it holds. */
const AUTHORITIES = {
  STREET: {
    nominateMember: 'STREET_LEADER DAYU',
    reviewNomination: 'DEPARTMENT_OFFICER ORGANIZATION_DEPARTMENT',
    appointMember: 'DISTRICT_PARTY_COMMITTEE',
    withdrawNomination: 'STREET_LEADER DAYU',
    endMembership: 'DISTRICT_PARTY_COMMITTEE',
  },
  COMMUNITY: {
    nominateMember: 'COMMUNITY_SECRETARY DAYU/',
    reviewNomination: 'CENTER_HEAD DAYU/SOCIAL_MOBILIZATION',
    appointMember: 'COMMITTEE_CLERK DAYU',
    withdrawNomination: 'COMMUNITY_SECRETARY DAYU/',
    endMembership: 'COMMITTEE_CLERK DAYU',
  },
} as const;
type Command = keyof (typeof AUTHORITIES)['STREET'];

/** The audit's words for the actor who has the right to a transition of this body. */
function authorityOf(command: Command, community: string | null): string {
  const words = AUTHORITIES[community === null ? 'STREET' : 'COMMUNITY'][command];
  return words.endsWith('/') ? `${words}${community}` : words;
}
const wordsOf = ({ role, street: of, center, community, department }: Actor): string =>
  [role, [of, center, community, department].filter((part) => part !== undefined).join('/')]
    .filter((part) => part !== '')
    .join(' ');

/** Everybody who has a part in some appointment, and everybody else. */
const actors = (): readonly (Actor | undefined)[] => [
  street.people.leader,
  officer('ORGANIZATION_DEPARTMENT'),
  street.people.party,
  communitySecretary(street.code, street.communities[0]),
  communitySecretary(street.code, street.communities[1]),
  centerHead(street.code, 'SOCIAL_MOBILIZATION'),
  street.people.clerk,
  centerHead('DATAI', 'SOCIAL_MOBILIZATION'),
  ...street.everybody,
];

/** The street's two bodies, and those of two communities. */
const kindAt = (body: number): BodyKind =>
  [BodyKind.ENLARGED_WORKING_COMMITTEE, BodyKind.AREA_MANAGEMENT_COMMITTEE][body] ??
  BodyKind.ENLARGED_COMMUNITY_PARTY_COMMITTEE;
const communityAt = (body: number): string | null =>
  body < 2 ? null : (street.communities[body - 2] ?? null);

const who = mostly<'RIGHT', number>('RIGHT', fc.nat({ max: 22 }), 8);
const which = fc.nat({ max: 7 });
const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('nominate' as const),
      as: who,
      body: fc.nat({ max: 3 }),
      position: mostly<'MEMBER' | 'HEAD' | 'OTHER_HEAD'>('MEMBER', fc.constantFrom('HEAD', 'OTHER_HEAD'), 2),
      category: mostly<'FIT' | 'UNFIT' | 'NONE'>('FIT', fc.constantFrom('UNFIT', 'NONE')),
      /** Few, so that people come to want the same. */
      office: fc.nat({ max: 1 }),
      seat: mostly<string | null>('物业席位', fc.constantFrom('社会组织席位', null), 2),
      hasUnit: mostly(true, fc.constant(false), 9),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constantFrom(
        ...(['reviewNomination', 'appointMember', 'withdrawNomination', 'endMembership'] as const),
        ...(['NEXT', 'NEXT', 'NEXT', 'NEXT'] as const),
      ),
      as: who,
      member: which,
      isPassed: mostly(true, fc.constant(false)),
      act: mostly<'RIGHT' | 'NONE' | 'OF_THE_OTHER' | 'FOR_ANOTHER'>(
        'RIGHT',
        fc.constantFrom('NONE', 'OF_THE_OTHER', 'FOR_ANOTHER'),
      ),
      /** When the committee decided. */
      decided: mostly<'NOW' | 'LATER' | 'WITH_REVIEW'>('NOW', fc.constantFrom('LATER', 'WITH_REVIEW')),
      isTimely: mostly(true, fc.constant(false), 9),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
type Nomination = Extract<Step, { seat: unknown }>;
type Given = Extract<Step, { act: unknown }>;
type Taken = Omit<Given, 'do'> & { readonly do: Exclude<Given['do'], 'NEXT'> };

/** Next steps on the way into office and out of it. */
const NEXT: Readonly<Record<string, Taken['do']>> = {
  NOMINATED: 'reviewNomination',
  REVIEWED: 'appointMember',
  APPOINTED: 'endMembership',
};

type Scene = string[];

const END = { reason: '换届', documentNumber: '门委免〔2026〕1号' };

/** The actor who has the right to a transition, or another one. */
function actorOf(as: 'RIGHT' | number, command: Command, community: string | null): Actor | undefined {
  if (as !== 'RIGHT') return actors()[as];
  const right = authorityOf(command, community);
  return actors().find((actor) => actor && wordsOf(actor) === right);
}

async function take(step: Step, scene: Scene): Promise<void> {
  street.pass(23);
  await ('seat' in step ? nominate(step, scene) : goOn(step, scene[step.member % scene.length] ?? FORGED));
}

async function nominate(step: Nomination, scene: Scene): Promise<void> {
  const [kind, community] = [kindAt(step.body), communityAt(step.body)];
  const as = actorOf(step.as, 'nominateMember', community);
  const head = BODY_HEADS[kind];
  const other = head.position === 'SECRETARY' ? 'DIRECTOR' : 'SECRETARY';
  const position = { MEMBER: 'MEMBER', HEAD: head.position, OTHER_HEAD: other }[step.position];
  const unfit = community === null ? 'PROPERTY_COMPANY' : 'RESIDENT_UNIT';
  const input = {
    bodyCode: community === null ? kind : `${kind}:${community}`,
    personName: nextNominee(),
    position,
    category: { FIT: MEMBER_CATEGORIES_OF[kind][1], UNFIT: unfit, NONE: null }[step.category],
    unit: step.hasUnit ? '门头沟区医院' : null,
    offices:
      position === 'MEMBER' ? [] : [['WORKING_COMMITTEE_SECRETARY', 'STREET_OFFICE_DIRECTOR'][step.office]],
    seat: step.seat,
  };
  if (community !== null && position !== 'MEMBER') input.offices = ['COMMUNITY_PARTY_SECRETARY'];
  const { payload } = await street.run('nominateMember', input, as, 'member { id }');
  const isRight = as !== undefined && wordsOf(as) === authorityOf('nominateMember', community);
  const isFitMember = step.category === 'FIT' && step.hasUnit && (community === null || step.seat !== null);
  const isFitHead = head.offices.some((office) => input.offices.includes(office));
  const isFit = { MEMBER: isFitMember, HEAD: isFitHead, OTHER_HEAD: false }[step.position];
  expect({ step, isDone: payload !== null }).toEqual({ step, isDone: isRight && isFit });
  if (payload) scene.push(payload['member'].id);
}

interface Known {
  readonly person_name: string;
  readonly body_code: string;
  readonly body_kind: BodyKind;
  readonly community_code: string | null;
  readonly state: string;
  readonly version: number;
  readonly position: string;
  readonly offices: readonly string[];
  readonly seat: string | null;
  readonly reviewed_at: Date | null;
}

async function memberAt(id: string): Promise<Known | undefined> {
  const [row] = await street.sql(
    `SELECT m.*, (SELECT s.created_at FROM appointment_step s WHERE s.member_id = m.id AND s.state = 'REVIEWED') AS reviewed_at
     FROM body_member m WHERE m.id = $1`,
    [id],
  );
  return row as Known | undefined;
}

/** Tries one step of an appointment, and expects it to be taken if it is the next, by whom and as it has to be. */
async function goOn(given: Given, memberId: string): Promise<void> {
  const known = await memberAt(memberId);
  const command = given.do === 'NEXT' ? (NEXT[known?.state ?? ''] ?? 'appointMember') : given.do;
  const step = { ...given, do: command };
  const community = known?.community_code ?? null;
  const as = actorOf(step.as, step.do, community);
  const [act, isLawful] = await actOf(step, known);
  const outcome = step.isPassed ? 'REVIEWED' : 'REVIEW_REJECTED';
  const details = {
    reviewNomination: { outcome, reason: step.isPassed ? null : '不符合条件' },
    appointMember: act,
    withdrawNomination: { reason: '另行提名' },
    endMembership: END,
  }[step.do];
  const mayBeAppointed =
    step.do !== 'appointMember' || (isLawful && known !== undefined && !(await isTaken(memberId, known)));
  const expectedVersion = step.isTimely ? (known?.version ?? null) : 99;
  const { payload } = await street.run(step.do, { memberId, expectedVersion, ...details }, as);
  const isRight = as !== undefined && wordsOf(as) === authorityOf(step.do, community);
  const choice = step.do === 'reviewNomination' ? outcome : undefined;
  const isNext =
    known !== undefined &&
    nextState(APPOINTMENT_MACHINES[known.body_kind], known.state, step.do, choice).refusal === undefined;
  expect({ step, state: known?.state, isDone: payload !== null }).toEqual({
    step,
    state: known?.state,
    isDone: isRight && isNext && step.isTimely && mayBeAppointed,
  });
}

/** The act of an appointment, and whether it is the one that this body needs. */
async function actOf(
  step: Taken,
  known: Known | undefined,
): Promise<readonly [Readonly<Record<string, unknown>>, boolean]> {
  const reviewedAt = known?.reviewed_at ?? street.now();
  const decidedAt = {
    NOW: street.now(),
    LATER: new Date(street.now().getTime() + 1),
    WITH_REVIEW: reviewedAt,
  }[step.decided];
  const decision = { decision: { ...decisionNow(street), decidedAt: decidedAt.toISOString() } };
  if (step.act === 'NONE') return [{}, false];
  const document = {
    approvalId: await approvalFor((step.act !== 'FOR_ANOTHER' && known?.person_name) || '赵一', known),
  };
  if (known?.community_code !== null) {
    const isInTime = reviewedAt < decidedAt && decidedAt <= street.now();
    return step.act === 'RIGHT' ? [decision, isInTime] : [document, false];
  }
  return step.act === 'RIGHT' ? [document, true] : [decision, false];
}

/** A document of 区委 that appoints this person, as the district has it. */
async function approvalFor(person: string, known: Known | undefined): Promise<string> {
  const ofStreet = known?.community_code === null;
  const input = {
    authority: 'DISTRICT_PARTY_COMMITTEE',
    purpose: 'APPOINTMENT',
    appointees: [person],
    bodyKind: ofStreet ? known.body_kind : 'AREA_MANAGEMENT_COMMITTEE',
    position: ofStreet ? known.position : 'MEMBER',
    number: `京门文〔2026〕${randomUUID()}号`,
    title: '任命通知',
    decidedOn: dayAfter(street.now(), 0),
  };
  const { payload } = await give(district, 'district', 'recordApproval', input, 'approval { id }', {
    as: street.people.party,
  });
  return String(written(payload, 'approval')['id']);
}

/** True if another person holds the seat, or heads this body or the street’s other one by the same office. */
async function isTaken(id: string, known: Known): Promise<boolean> {
  const others = await street.sql(
    `SELECT id FROM body_member WHERE id <> $1 AND state = 'APPOINTED' AND (body_code = $2 AND seat = $3
       OR (body_code = $2 OR community_code IS NULL AND $6) AND position <> 'MEMBER' AND $4 <> 'MEMBER' AND offices && $5)`,
    [id, known.body_code, known.seat, known.position, known.offices, known.community_code === null],
  );
  return others.length > 0;
}

test('no sequence of commands appoints whom not all have had their say on, or two to one seat', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: LONGEST, size: 'max' }), async (steps) => {
      const scene: Scene = [];
      const fit = { as: 'RIGHT', category: 'FIT', office: 0, seat: '物业席位', hasUnit: true } as const;
      for (const body of [0, 2]) await take({ do: 'nominate', body, position: 'MEMBER', ...fit }, scene);
      for (const each of steps) await take(each, scene);
      // Finally a lawful sequence on a vacant seat: the test would prove nothing if every command were refused.
      const own: Scene = [];
      const free = { ...fit, do: 'nominate', position: 'MEMBER', seat: randomUUID() } as const;
      const next = {
        do: 'NEXT',
        as: 'RIGHT',
        isPassed: true,
        act: 'RIGHT',
        decided: 'NOW',
        isTimely: true,
      } as const;
      for (const [member, body] of [0, 1, 3].entries()) {
        await take({ ...free, body }, own);
        await take({ ...next, member }, own);
        // Refused where a decision of the committee appoints: it is no later than the review.
        if (communityAt(body) !== null) await take({ ...next, member, decided: 'WITH_REVIEW' }, own);
        await take({ ...next, member }, own);
      }
      // Remaining members leave office before the next sequence.
      const living = await street.sql(`SELECT id, community_code FROM body_member WHERE state = 'APPOINTED'`);
      for (const { id, community_code: community } of living) {
        const ender = community === null ? street.people.party : street.people.clerk;
        await street.must('endMembership', { memberId: id, ...END }, ender);
      }
    }),
    { numRuns: runsOf(RUNS) },
  );
  // The test would prove nothing if a body never had an appointment, or the rule never refused one.
  const appointed = await street.sql(
    'SELECT body_kind, count(*)::int AS n FROM body_member WHERE appointed_at IS NOT NULL GROUP BY body_kind',
  );
  expect(appointed).toHaveLength(3);
  const [{ refused } = {}] = await street.sql(
    `SELECT count(*)::int AS refused FROM audit_entry WHERE command = 'appointMember' AND rule = 'R32'`,
  );
  expect(refused).toBeGreaterThanOrEqual(RUNS);
});

test('every member is where the commands on record lead to, each given by whose step it is', async () => {
  const members = await street.sql(`
    SELECT m.id, m.body_kind, m.community_code, m.state, json_agg(json_build_object('command', a.command,
      'who', concat_ws(' ', a.role, a.scope), 'kept', (SELECT s.state FROM appointment_step s WHERE s.member_id = m.id
        AND s.command = a.command AND s.created_at = a.at AND s.actor = a.actor AND s.actor_role = a.role)) ORDER BY a.sequence) AS entries
    FROM body_member m JOIN audit_entry a ON a.targets @> ARRAY[m.id] AND a.outcome = 'ALLOWED' GROUP BY m.id`);
  const [{ n } = {}] = await street.sql('SELECT count(*)::int AS n FROM body_member');
  expect(members).toHaveLength(n);
  for (const { id, body_kind: kind, community_code: community, state, entries } of members) {
    const machine = APPOINTMENT_MACHINES[kind as BodyKind];
    let reached: string = machine.creation.to;
    for (const [index, { command, who, kept }] of entries.entries()) {
      const choice = command === 'reviewNomination' ? kept : undefined;
      if (index > 0) reached = nextState(machine, reached, command, choice).to ?? `${reached} ${command}`;
      expect({ id, command, who, kept }).toEqual({
        id,
        command: index === 0 ? 'nominateMember' : command,
        who: authorityOf(command, community),
        kept: reached,
      });
    }
    expect({ id, state }).toEqual({ id, state: reached });
  }
});

test('each present or former member was reviewed, then appointed by the authority for this body', async () => {
  const members = await street.sql(`
    SELECT m.id, CASE WHEN m.community_code IS NULL
        THEN m.document_number <> '' AND m.approval_id IS NOT NULL AND m.decision_id IS NULL
        ELSE m.document_number IS NULL AND d.subject = 'APPOINTMENT' AND d.outcome = 'APPROVED' AND r.created_at < d.decided_at
          AND d.decided_at <= m.appointed_at END AS lawful, r.created_at < m.appointed_at AS after_review
    FROM body_member m LEFT JOIN committee_decision d ON d.id = m.decision_id
    LEFT JOIN appointment_step r ON r.member_id = m.id AND r.state = 'REVIEWED' WHERE m.appointed_at IS NOT NULL`);
  expect(members.length).toBeGreaterThan(RUNS);
  expect(members.filter(({ lawful, after_review }) => lawful !== true || after_review !== true)).toEqual([]);
});

test('no two held one seat, or headed a body by one office, at the same time', async () => {
  const pairs = await street.sql(`
    SELECT a.id, b.id AS other FROM body_member a JOIN body_member b ON a.id < b.id
      AND (a.body_code = b.body_code AND a.seat = b.seat
        OR (a.body_code = b.body_code OR num_nonnulls(a.community_code, b.community_code) = 0) AND a.position <> 'MEMBER' AND b.position <> 'MEMBER' AND a.offices && b.offices)
      AND tstzrange(a.appointed_at, a.ended_at) && tstzrange(b.appointed_at, b.ended_at)
    WHERE a.appointed_at IS NOT NULL AND b.appointed_at IS NOT NULL`);
  expect(pairs).toEqual([]);
});
