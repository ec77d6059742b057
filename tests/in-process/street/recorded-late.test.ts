import { localDay } from '@mtg/governance';
import { centerHead, officer } from '../../support/actors';
import { HERE } from '../../support/everybody';
import type { Known } from '../../support/filled-street/scribe';
import { sequenceStreet, type SequenceStreet } from '../../support/sequence-street';

const DAY = '2026-03-09';
const BEFORE = '2026-03-08';
const head = centerHead('DAYU', 'PUBLIC_SECURITY');
let street: SequenceStreet;
let fosteredOrganizationId: string;
let acting: { readonly mandateId: string; readonly teamId: string; readonly memberIds: readonly string[] };

beforeAll(async () => {
  street = await sequenceStreet('dayu', `${DAY}T02:00:00Z`);
  expect(localDay(street.now())).toBe(DAY);
  const where = { centerCode: 'PUBLIC_SECURITY', communityCode: HERE.community };
  const fostered = { ...where, name: '互助队', serviceField: '互助', since: '2026-03-01' };
  const { fosteredOrganization } = await street.must(
    'fosterOrganization',
    fostered,
    head,
    'fosteredOrganization { id }',
  );
  fosteredOrganizationId = fosteredOrganization.id;
  const departmentCode = 'PUBLIC_SECURITY';
  const member = { personName: '李警官', unit: '大峪派出所', departmentCode, sinceOn: '2026-03-01' };
  const { team, members } = await street.must(
    'formEnforcementTeam',
    { name: '联合执法队', members: [member] },
    street.people.leader,
    'team { id } members { id }',
  );
  const term = { fromOn: '2026-03-01', untilOn: '2026-12-31', documentDate: '2026-03-01' };
  const document = { documentNumber: '公委〔2026〕1号', documentTitle: '委托书' };
  const { mandate } = await street.must(
    'grantEnforcementMandate',
    { departmentCode, kinds: ['SAFETY_HAZARD'], ...term, ...document },
    officer(departmentCode),
    'mandate { id }',
  );
  acting = { mandateId: mandate.id, teamId: team.id, memberIds: [members[0].id] };
});
afterAll(() => street.subgraph.close());

const where = { centerCode: 'PUBLIC_SECURITY', communityCode: HERE.community };
const cases: readonly [name: string, command: string, row: string, input: (day: string) => Known][] = [
  [
    'an activity of center and organizations',
    'recordJointActivity',
    'jointActivity',
    (heldOn) => ({
      ...where,
      kind: 'VOLUNTEER_SERVICE',
      title: '清洁日',
      organizations: ['互助队'],
      participants: 2,
      heldOn,
    }),
  ],
  [
    'a stage of an organization',
    'recordFosteringStage',
    'fosteringStage',
    (reachedOn) => ({ fosteredOrganizationId, stage: '建立章程', reachedOn }),
  ],
  [
    'an entry of the ledger',
    'recordLedgerEntry',
    'ledgerEntry',
    (verifiedOn) => ({ ...where, kind: 'NEED', text: '助餐', source: '走访', verifiedOn }),
  ],
  [
    'a mechanism of joint action',
    'agreeJointAction',
    'jointAction',
    (agreedOn) => ({
      title: '联动',
      procedure: '先通报，后到场',
      centerCodes: ['PUBLIC_SECURITY'],
      departmentCodes: ['JUSTICE'],
      agreedOn,
      calls: [{ callerCenter: 'PUBLIC_SECURITY', calleeDepartment: 'JUSTICE', content: '矫正对象' }],
    }),
  ],
  [
    'an action of enforcement',
    'recordEnforcementAction',
    'action',
    (day) => ({
      form: 'JOINT_PATROL',
      day,
      place: '市场街',
      communityCode: HERE.community,
      kind: 'SAFETY_HAZARD',
      ...acting,
      found: '堵塞',
      outcome: '整改',
      objects: [],
    }),
  ],
];

test.each(cases)('%s shows whether it was recorded after its day', async (_, command, row, input) => {
  const select = `${row} { recordedLate }`;
  const as = command === 'agreeJointAction' ? street.people.dispatcher : head;
  const record = async (day: string) => (await street.must(command, input(day), as, select))[row];
  expect(await record(BEFORE)).toEqual({ recordedLate: true });
  expect(await record(DAY)).toEqual({ recordedLate: false });
});

test('a verification is compared to the time of its record, and not to a later amendment (R27)', async () => {
  const entry = { ...where, kind: 'NEED', text: '健身', source: '走访', verifiedOn: DAY };
  const selection = 'ledgerEntry { id verifiedAt recordedLate }';
  const { ledgerEntry } = await street.must('recordLedgerEntry', entry, head, selection);
  street.pass(2 * 24 * 60);
  const verify = { ledgerEntryId: ledgerEntry.id, verifiedOn: '2026-03-10' };
  expect(await street.must('verifyLedgerEntry', verify, head, 'ledgerEntry { recordedLate }')).toEqual({
    ledgerEntry: { recordedLate: true },
  });
  const today = localDay(street.now());
  await street.must('verifyLedgerEntry', { ...verify, verifiedOn: today }, head, 'ledgerEntry { id }');
  street.pass(24 * 60);
  const amended = { text: '健身器材', source: '走访', verifiedOn: localDay(street.now()), reason: '更正' };
  await street.must('amendLedgerEntry', { ledgerEntryId: ledgerEntry.id, ...amended }, head, selection);
  const { data } = await street.subgraph.ask(
    'query ($id: UUID!) { dayu { ledgerEntry(id: $id) { recordedLate amendedAt } } }',
    { id: ledgerEntry.id },
    { as: street.people.leader },
  );
  expect(data).toEqual({ dayu: { ledgerEntry: { recordedLate: false, amendedAt: expect.any(String) } } });
});
