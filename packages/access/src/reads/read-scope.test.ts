import type { Actor } from '../actor/actor';
import { ROLES, type Role } from '../roles/role';
import { ROLE_ENTRIES } from '../roles/role-entries';
import { FIELD_GROUPS, isReadOnRecord, readCell, type FieldGroup } from './field-groups';
import { readScope } from './read-scope';

const SCOPE = {
  street: 'DAYU',
  center: 'HEALTH',
  community: '110109001001',
  department: 'ORGANIZATION_DEPARTMENT',
};
const actor = (role: Role): Actor => ({
  subject: 'u-1',
  role,
  ...Object.fromEntries(ROLE_ENTRIES[role].required.map((claim) => [claim, SCOPE[claim]])),
});

/** Written from the specification: L(eader) K(clerk) D(ispatcher) H(ead) S(taff) P(community secretary) O(ffice) G(overnment) C(ommittee) F(or a department) U(auditor) Y(analyst) M(finance officer). */
const LETTERS = {
  L: 'STREET_LEADER',
  K: 'COMMITTEE_CLERK',
  D: 'DISPATCHER',
  H: 'CENTER_HEAD',
  S: 'CENTER_STAFF',
  P: 'COMMUNITY_SECRETARY',
  O: 'DISTRICT_OFFICE',
  G: 'DISTRICT_GOVERNMENT',
  C: 'DISTRICT_PARTY_COMMITTEE',
  F: 'DEPARTMENT_OFFICER',
  U: 'AUDITOR',
  Y: 'ANALYST',
  M: 'FINANCE_OFFICER',
} as const satisfies Record<string, Role>;
const EXPECTED: Readonly<Record<FieldGroup, string>> = {
  REFERENCE: 'LKDHSPOGCFUYM',
  DELIBERATION: 'LKDHSOGCUY',
  DECISIONS: 'LKDHSOGCFUY',
  MEMBERSHIP: 'LKDHSPOGCFUY',
  DELEGATION: 'LKDHSOGCFUY',
  DISPATCH: 'LKDHSOGCFUYM',
  APPROVALS: 'LKDHSPOGCFUY',
  ATTACHMENTS: 'LKDHSPOGCFUYM',
  PROCUREMENT: 'LKDHSPOGCFUY',
  SERVICES: 'LKDHSPOGCUYM',
  COMMUNITY_WORK: 'LKDHSPOUY',
  PLANNING: 'LKDHSOGCUY',
  CONSULTATION: 'LKDHSOGCFUY',
  VISITS: 'LKDHSPOUY',
  VISIT_RECORDS: 'HSPU',
  SENTIMENT: 'LDHSPU',
  SENTIMENT_THEMES: 'LKDHSOGCUY',
  AUDIT: 'U',
  ENFORCEMENT: 'LKDHSOGCFUY',
  ENFORCEMENT_OBJECTS: 'LHSFU',
  FUNDS: 'LOGCUYM',
  BUDGETS: 'LOGCUYM',
  EVALUATION: 'LKDHSOGCFUY',
  DEPUTY_REPORTS: 'LKDHSOGCFUY',
  PERSONNEL: 'LKF',
  APPRAISAL: 'LKDHSOGCFUY',
  PEOPLE: 'LKDHU',
  CADENCE: 'LKDHOUY',
  MESSAGES: 'LKDHSPCFUM',
};
const groups = Object.keys(FIELD_GROUPS) as FieldGroup[];
const cells = groups.flatMap((group) => ROLES.map((role) => ({ group, role })));

it.each(groups)('%s is read by exactly these', (group) => {
  const readers = Object.entries(LETTERS).filter(([, role]) => readCell(group, role) !== 'NONE');
  expect(readers.map(([letter]) => letter).join('')).toBe(EXPECTED[group]);
});

it.each(cells)('$group × $role is what the cell says', ({ group, role }) => {
  const { center, ...claims }: Actor = actor(role);
  const expected = {
    NONE: { kind: 'NONE', code: 'FORBIDDEN' },
    ALL: { kind: 'ALL' },
    STREET: { kind: 'ALL' },
    STREET_ROWS: { kind: 'SOME', of: { STREET: claims.street } },
    COMMUNITY: { kind: 'SOME', of: { COMMUNITY: claims.community } },
    DEPARTMENT: { kind: 'SOME', of: { DEPARTMENT: claims.department } },
    AUTHOR: { kind: 'SOME', of: { AUTHOR: 'u-1' } },
    CENTER_OR_AUTHOR: { kind: 'SOME', of: { CENTER: center, AUTHOR: 'u-1' } },
  }[readCell(group, role)];
  expect(readScope(actor(role), group, 'DAYU')).toMatchObject(expected);
});

it.each(cells)(
  '$group × $role reads nothing of another street, or of the district, with a street',
  ({ group, role }) => {
    const here: Actor = { ...actor(role), street: 'DAYU' };
    const isOfDistrict = ['APPROVALS', 'BUDGETS', 'PROCUREMENT', 'APPRAISAL'].includes(group);
    const cell = readCell(group, role);
    const ofDistrict = { NONE: 'NONE', STREET_ROWS: 'SOME' }[cell as string] ?? 'ALL';
    const expected = group === 'REFERENCE' ? 'ALL' : isOfDistrict ? ofDistrict : 'NONE';
    expect(readScope(here, group, 'CHENGZI').kind).toBe(expected);
    expect(readScope(here, group, undefined).kind).toBe(expected);
  },
);

it('shows members of bodies and reports on deputies to the department that they go to, and to no other', () => {
  const officer = (department: string): Actor => ({ subject: 'u-1', role: 'DEPARTMENT_OFFICER', department });
  const scope = (department: string) => [
    readScope(officer(department), 'MEMBERSHIP', 'DAYU'),
    readScope(officer(department), 'DEPUTY_REPORTS', 'DAYU'),
  ];
  expect(scope('ORGANIZATION_DEPARTMENT')).toEqual([
    { kind: 'SOME', of: { DEPARTMENT: 'ORGANIZATION_DEPARTMENT' } },
    { kind: 'ALL' },
  ]);
  const refused = { kind: 'NONE', code: 'FORBIDDEN' };
  expect(scope('JUSTICE')).toMatchObject([refused, refused]);
  expect(readScope(officer('JUSTICE'), 'DECISIONS', 'DAYU').kind).toBe('SOME');
});

it.each(groups)('%s without a token', (group) => {
  expect(readScope(undefined, group, 'DAYU')).toMatchObject(
    group === 'REFERENCE' ? { kind: 'ALL' } : { kind: 'NONE', code: 'UNAUTHENTICATED' },
  );
});

it.each(['VISIT_RECORDS', 'SENTIMENT'] as const)('binds %s to those who may know them', (group) => {
  const read = (role: Role) => readScope(actor(role), group, 'DAYU');
  expect(read('CENTER_STAFF')).toEqual({ kind: 'SOME', of: { AUTHOR: 'u-1' } });
  expect(read('CENTER_HEAD')).toEqual({ kind: 'SOME', of: { CENTER: 'HEALTH', AUTHOR: 'u-1' } });
  expect(read('COMMUNITY_SECRETARY')).toEqual({ kind: 'SOME', of: { COMMUNITY: '110109001001' } });
  expect(read('AUDITOR')).toEqual({ kind: 'ALL' });
});

it('records what the leader and the dispatcher read of sentiment logs, the auditor of files that were withdrawn, and no other reading', () => {
  const recorded = cells.filter(({ group, role }) => isReadOnRecord(group, role));
  expect(recorded).toEqual([
    { group: 'ATTACHMENTS', role: 'AUDITOR' },
    { group: 'SENTIMENT', role: 'STREET_LEADER' },
    { group: 'SENTIMENT', role: 'DISPATCHER' },
  ]);
});

it('reads nothing with an actor that lacks what its role needs', () => {
  for (const { group, role } of cells) {
    const cell = readCell(group, role);
    if (['ALL', 'AUTHOR', 'NONE'].includes(cell) || role === 'DISPATCHER') continue;
    const bare: Actor = { subject: 'u-1', role };
    expect(readScope(bare, group, 'DAYU').kind).toBe('NONE');
  }
});

it('takes no group that it does not know', () => {
  // @ts-expect-error: not a group
  expect(() => readScope(undefined, 'SECRETS', 'DAYU')).toThrow();
});
