import { chinese, english, fieldsOf } from '../../test-support/violations';
import { BodyKind, MEMBER_CATEGORIES_OF, MemberCategory } from '../vocabulary/bodies';
import type { ApprovalReference } from '../checks/approval';
import { r32, type AppointingDocument, type AppointmentStep, type Candidate } from './r32-appointment';

const member = (category: string): Candidate => ({ position: 'MEMBER', category, offices: [] });

/** Who takes each step, by body. */
const STREET = ['STREET', 'ORGANIZATION_DEPARTMENT', 'DISTRICT_PARTY_COMMITTEE'];
const COMMUNITY = ['COMMUNITY_PARTY_ORGANIZATION', 'STREET_ORGANIZATION_SECTION', 'WORKING_COMMITTEE'];
const AUTHORITIES: Readonly<Record<BodyKind, readonly string[]>> = {
  ENLARGED_WORKING_COMMITTEE: STREET,
  AREA_MANAGEMENT_COMMITTEE: STREET,
  ENLARGED_COMMUNITY_PARTY_COMMITTEE: COMMUNITY,
};
const STEPS = [
  { command: 'nominateMember', state: undefined, by: 0 },
  { command: 'reviewNomination', state: 'NOMINATED', by: 1 },
  { command: 'appointMember', state: 'REVIEWED', by: 2 },
  { command: 'withdrawNomination', state: 'REVIEWED', by: 0 },
  { command: 'endMembership', state: 'APPOINTED', by: 2 },
];
const STATES = ['NOMINATED', 'REVIEWED', 'APPOINTED', 'REVIEW_REJECTED', 'WITHDRAWN', 'ENDED'];
const REVIEWED_AT = new Date('2026-11-18T02:00:00Z');
const COMMUNITY_MEMBER = member('PROPERTY_COMPANY');
const candidateOf = (bodyKind: string) =>
  bodyKind === 'ENLARGED_COMMUNITY_PARTY_COMMITTEE' ? COMMUNITY_MEMBER : member('RESIDENT_UNIT');

describe.each(Object.values(BodyKind))('%s', (bodyKind) => {
  test.each(STEPS)('$command by its authority keeps it, by any other breaks it', ({ command, state, by }) => {
    const step = (authority: string): AppointmentStep => ({
      bodyKind,
      command,
      state,
      authority,
      candidate: candidateOf(bodyKind),
    });
    const due = AUTHORITIES[bodyKind][by];
    for (const authority of [...STREET, ...COMMUNITY, 'DEPARTMENT', '']) {
      expect([authority, ...fieldsOf(r32, r32.check(step(authority)))]).toEqual(
        authority === due ? [authority] : [authority, 'authority'],
      );
    }
  });

  test.each([
    ['reviewNomination', ['NOMINATED'], 1],
    ['appointMember', ['REVIEWED'], 2],
    ['withdrawNomination', ['NOMINATED', 'REVIEWED'], 0],
    ['endMembership', ['APPOINTED'], 2],
  ])('%s from any state but %j breaks it: no step is skipped', (command, from, by) => {
    for (const state of [...STATES, null].filter((other) => !from.includes(other ?? ''))) {
      const authority = AUTHORITIES[bodyKind][by] ?? '';
      const violations = r32.check({ bodyKind, command, state, authority });
      expect([state, ...fieldsOf(r32, violations)]).toEqual([state, 'state']);
    }
  });

  test.each<[string, Date | string | null, string[]]>([
    ['an instant before the review', new Date('2026-11-18T01:59:59.999Z'), ['decidedAt']],
    ['the instant of the review', REVIEWED_AT, ['decidedAt']],
    ['an instant after the review', new Date('2026-11-18T02:00:00.001Z'), []],
    ['the day before the review', '2026-11-17', ['decidedAt']],
    ['the day of the review', '2026-11-18', []],
    ['no day, but a number', null, []],
  ])('an appointment by what was decided on %s', (_, decidedAt, fields) => {
    const appointment = { bodyKind, command: 'appointMember', state: 'REVIEWED', decidedAt };
    const authority = AUTHORITIES[bodyKind][2] ?? '';
    const violations = r32.check({ ...appointment, authority, reviewedAt: REVIEWED_AT });
    expect(fieldsOf(r32, violations)).toEqual(fields);
  });

  test.each(Object.values(MemberCategory))('members of the category %s', (category) => {
    const violations = nominate(bodyKind, member(category));
    const expected = MEMBER_CATEGORIES_OF[bodyKind].includes(category) ? [] : ['candidate.category'];
    expect(fieldsOf(r32, violations)).toEqual(expected);
  });
});

function nominate(bodyKind: BodyKind, candidate: Candidate | null) {
  const authority = AUTHORITIES[bodyKind][0] ?? '';
  return r32.check({ bodyKind, command: 'nominateMember', authority, candidate });
}

test.each<[string, BodyKind, string, string[]]>([
  ['the secretary', 'ENLARGED_WORKING_COMMITTEE', 'SECRETARY', ['WORKING_COMMITTEE_SECRETARY']],
  [
    'the secretary, of two offices',
    'ENLARGED_WORKING_COMMITTEE',
    'SECRETARY',
    ['X', 'WORKING_COMMITTEE_SECRETARY'],
  ],
  ['one director', 'AREA_MANAGEMENT_COMMITTEE', 'DIRECTOR', ['WORKING_COMMITTEE_SECRETARY']],
  ['the other director', 'AREA_MANAGEMENT_COMMITTEE', 'DIRECTOR', ['STREET_OFFICE_DIRECTOR']],
  [
    'a community’s secretary',
    'ENLARGED_COMMUNITY_PARTY_COMMITTEE',
    'SECRETARY',
    ['COMMUNITY_PARTY_SECRETARY'],
  ],
])('%s heads the body by office', (_, bodyKind, position, offices) => {
  expect(nominate(bodyKind, { position, offices })).toEqual([]);
});

test.each<[string, BodyKind, Candidate | null, string, string]>([
  [
    'a secretary without the office',
    'ENLARGED_WORKING_COMMITTEE',
    { position: 'SECRETARY', offices: ['STREET_OFFICE_DIRECTOR'] },
    'candidate.offices',
    '由街道工委书记兼任',
  ],
  [
    'a director without an office',
    'AREA_MANAGEMENT_COMMITTEE',
    { position: 'DIRECTOR', category: 'ENTERPRISE_HEAD', offices: [] },
    'candidate.offices',
    '由街道工委书记、街道办事处主任兼任',
  ],
  [
    'another community secretary',
    'ENLARGED_COMMUNITY_PARTY_COMMITTEE',
    { position: 'SECRETARY', offices: ['WORKING_COMMITTEE_SECRETARY'] },
    'candidate.offices',
    '由社区党组织书记兼任',
  ],
  [
    'a director of a committee',
    'ENLARGED_WORKING_COMMITTEE',
    { position: 'DIRECTOR', offices: ['WORKING_COMMITTEE_SECRETARY'] },
    'candidate.position',
    '书记（SECRETARY）、委员（MEMBER）',
  ],
  [
    'a seat that does not exist',
    'AREA_MANAGEMENT_COMMITTEE',
    { position: 'OBSERVER', category: 'RESIDENT_UNIT', offices: [] },
    'candidate.position',
    '主任（DIRECTOR）、委员（MEMBER）',
  ],
  ['nobody', 'AREA_MANAGEMENT_COMMITTEE', null, 'candidate.position', '席位只有'],
  [
    'a member of no category',
    'ENLARGED_WORKING_COMMITTEE',
    { position: 'MEMBER', offices: [] },
    'candidate.category',
    '驻区单位（RESIDENT_UNIT）',
  ],
])('broken by nominating %s', (_, bodyKind, candidate, field, text) => {
  const violations = nominate(bodyKind, candidate);
  expect(fieldsOf(r32, violations)).toEqual([field]);
  expect(chinese(violations)).toContain(text);
});

test.each(['COUNCIL', 'constructor', ''])('%j is no body', (bodyKind) => {
  const violations = r32.check({ bodyKind, command: 'nominateMember', authority: 'STREET' });
  expect(fieldsOf(r32, violations)).toEqual(['bodyKind']);
});

test('an appointment by the street itself is told whose it is', () => {
  const violations = r32.check({
    bodyKind: 'ENLARGED_WORKING_COMMITTEE',
    command: 'appointMember',
    state: 'REVIEWED',
    authority: 'STREET',
  });
  expect(chinese(violations)).toContain('“任命”由区委作出，而不是街道');
  expect(english(violations)).toContain('taken by the District Party Committee, not by the street');
});

const DOCUMENT: ApprovalReference = {
  number: '门委任〔2026〕3号',
  authority: 'DISTRICT_PARTY_COMMITTEE',
  decidedOn: '2026-11-18',
  purpose: 'APPOINTMENT',
  appointees: ['王敏', '李华'],
};
const BY_DOCUMENT: AppointingDocument = {
  document: DOCUMENT,
  person: '李华',
  street: 'DAYU',
  today: '2026-11-18',
};

test.each<[string, Partial<ApprovalReference>]>([
  ['names the person', {}],
  ['covers this street', { streets: ['DATAI', 'DAYU'] }],
])('a document of 区委 appoints that %s', (_, change) => {
  expect(r32.check({ ...BY_DOCUMENT, document: { ...DOCUMENT, ...change } })).toEqual([]);
});

test.each<[string, Partial<ApprovalReference> | null, string]>([
  ['no document', null, 'there is no document'],
  ['a document without a number', { number: ' ' }, 'there is no document'],
  ['a document of 区政府', { authority: 'DISTRICT_GOVERNMENT' }, 'of the district government'],
  ['a document that does not say what it is for', { purpose: null }, 'was not said'],
  ['a document that names nobody', { appointees: null }, 'and not 李华'],
  ['an approval of something else', { purpose: 'DIRECT_TASK' }, 'something else'],
  ['a document of tomorrow', { decidedOn: '2026-11-19' }, 'not yet in force'],
  ['a document that was revoked', { revokedOn: '2026-11-18' }, 'was revoked'],
  ['a document for another street', { streets: ['DATAI'] }, 'does not cover this street'],
  ['a document that appoints others', { appointees: ['王敏'] }, 'appoints 王敏, and not 李华'],
  ['a document that appoints nobody', { appointees: [] }, 'and not 李华'],
])('nobody is appointed by %s', (_, change, text) => {
  const violations = r32.check({ ...BY_DOCUMENT, document: change && { ...DOCUMENT, ...change } });
  expect(fieldsOf(r32, violations)).toEqual(['document']);
  expect(english(violations)).toContain(text);
  for (const way of ['recordApproval', 'approvalId']) expect(chinese(violations)).toContain(way);
});
