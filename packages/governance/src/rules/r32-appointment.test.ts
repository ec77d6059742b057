import { chinese, english, fieldsOf } from '../../test-support/violations';
import { BodyKind, MEMBER_CATEGORIES_OF, MemberCategory } from '../vocabulary/bodies';
import type { ApprovalReference } from '../checks/approval';
import type { AppointingDocument, Candidate, SeatHolder } from '../checks/appointing';
import { r32, type AppointmentStep } from './r32-appointment';

const member = (category: string): Candidate => ({
  position: 'MEMBER',
  category,
  offices: [],
  seat: '第一席',
  unit: '司法所',
  fieldAgencies: ['司法所'],
});

/** The authority for each step, by body. */
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
        authority === due ? [authority] : [authority, 'role'],
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
    ['an instant before the review', new Date('2026-11-18T01:59:59.999Z'), ['decisionId']],
    ['the instant of the review', REVIEWED_AT, ['decisionId']],
    ['an instant after the review', new Date('2026-11-18T02:00:00.001Z'), []],
    ['the day before the review', '2026-11-17', ['decisionId']],
    ['the day of the review', '2026-11-18', []],
    ['no day, but a number', null, []],
  ])('an appointment by what was decided on %s', (_, at, fields) => {
    const decided = at === null ? null : { at, citedBy: 'decisionId' };
    const appointment = { bodyKind, command: 'appointMember', state: 'REVIEWED', decided };
    const authority = AUTHORITIES[bodyKind][2] ?? '';
    const violations = r32.check({ ...appointment, authority, reviewedAt: REVIEWED_AT });
    expect(fieldsOf(r32, violations)).toEqual(fields);
  });

  test.each(Object.values(MemberCategory))('members of the category %s', (category) => {
    const violations = nominate(bodyKind, member(category));
    const expected = MEMBER_CATEGORIES_OF[bodyKind].includes(category) ? [] : ['category'];
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
    'offices',
    '由街道工委书记兼任',
  ],
  [
    'a director without an office',
    'AREA_MANAGEMENT_COMMITTEE',
    { position: 'DIRECTOR', category: 'ENTERPRISE_HEAD', offices: [] },
    'offices',
    '由街道工委书记、街道办事处主任兼任',
  ],
  [
    'another community secretary',
    'ENLARGED_COMMUNITY_PARTY_COMMITTEE',
    { position: 'SECRETARY', offices: ['WORKING_COMMITTEE_SECRETARY'] },
    'offices',
    '由社区党组织书记兼任',
  ],
  [
    'a director of a committee',
    'ENLARGED_WORKING_COMMITTEE',
    { position: 'DIRECTOR', offices: ['WORKING_COMMITTEE_SECRETARY'] },
    'position',
    '书记（SECRETARY）、委员（MEMBER）',
  ],
  [
    'a seat that does not exist',
    'AREA_MANAGEMENT_COMMITTEE',
    { position: 'OBSERVER', category: 'RESIDENT_UNIT', offices: [] },
    'position',
    '主任（DIRECTOR）、委员（MEMBER）',
  ],
  ['no position', 'AREA_MANAGEMENT_COMMITTEE', null, 'position', '职位只有'],
  [
    'a member of no category',
    'ENLARGED_WORKING_COMMITTEE',
    { position: 'MEMBER', offices: [] },
    'category',
    '驻区单位（RESIDENT_UNIT）',
  ],
])('broken by nominating %s', (_, bodyKind, candidate, field, text) => {
  const violations = nominate(bodyKind, candidate);
  expect(fieldsOf(r32, violations)).toEqual([field]);
  expect(chinese(violations)).toContain(text);
});

test.each(['COUNCIL', 'constructor', ''])('%j is no body', (bodyKind) => {
  const violations = r32.check({ bodyKind, command: 'nominateMember', authority: 'STREET' });
  expect(fieldsOf(r32, violations)).toEqual(['bodyCode']);
});

test('an appointment by the street itself is told whose it is', () => {
  const violations = r32.check({
    bodyKind: 'ENLARGED_WORKING_COMMITTEE',
    command: 'appointMember',
    state: 'REVIEWED',
    authority: 'STREET',
  });
  expect(chinese(violations)).toContain('“任命成员”由区委办理，而不是街道');
  expect(english(violations)).toContain(
    'only the District Party Committee can appoint a member, not the street',
  );
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
  personName: '李华',
  bodyKind: 'AREA_MANAGEMENT_COMMITTEE',
  position: 'MEMBER',
  street: 'DAYU',
  today: '2026-11-18',
};

test.each<[string, Partial<ApprovalReference>]>([
  ['names the person', {}],
  ['names the body and the position', { body: 'AREA_MANAGEMENT_COMMITTEE', position: 'MEMBER' }],
  ['covers this street', { streets: ['DATAI', 'DAYU'] }],
])('a document of 区委 appoints that %s', (_, change) => {
  expect(r32.check({ ...BY_DOCUMENT, document: { ...DOCUMENT, ...change } })).toEqual([]);
});

test.each<[string, Partial<ApprovalReference> | null, string]>([
  ['no document', null, 'no appointment document'],
  ['a document without a number', { number: ' ' }, 'no appointment document'],
  ['a document of 区政府', { authority: 'DISTRICT_GOVERNMENT' }, 'by the district government'],
  ['a document that does not say what it is for', { purpose: null }, 'without a purpose'],
  ['a document without appointees', { appointees: null }, 'not 李华'],
  ['an approval of another purpose', { purpose: 'DIRECT_TASK' }, 'another purpose'],
  ['a document of tomorrow', { decidedOn: '2026-11-19' }, 'takes effect only on'],
  ['a document that was revoked', { revokedOn: '2026-11-18' }, 'was revoked'],
  ['a document for another street', { streets: ['DATAI'] }, 'does not cover this street'],
  ['a document that appoints others', { appointees: ['王敏'] }, 'appoints 王敏, not 李华'],
  [
    'a document for another body',
    { body: 'ENLARGED_WORKING_COMMITTEE', position: 'MEMBER' },
    'appoints a member of',
  ],
  ['a document for another position', { position: 'DIRECTOR' }, 'appoints a director of'],
  ['a document with an empty list of appointees', { appointees: [] }, 'not 李华'],
])('a person cannot be appointed by %s', (_, change, text) => {
  const violations = r32.check({ ...BY_DOCUMENT, document: change && { ...DOCUMENT, ...change } });
  expect(fieldsOf(r32, violations)).toEqual(['approvalId']);
  expect(english(violations)).toContain(text);
  for (const way of ['recordApproval', 'approvalId']) expect(chinese(violations)).toContain(way);
});

test('a document appoints a person to a body once', () => {
  const violations = r32.check({ ...BY_DOCUMENT, isUsed: true });
  expect(fieldsOf(r32, violations)).toEqual(['approvalId']);
  expect(chinese(violations)).toBe(
    '李华已据此文件任命到该机构。请引用另一任命文件，或撤回重复的提名（withdrawNomination）。',
  );
  expect(english(violations)).toContain('李华 was already appointed to this body by this document.');
});

test('a decision of the Working Committee appoints to a community’s body', () => {
  expect(r32.check({ decision: '大工〔2026〕3号' })).toEqual([]);
});

test.each([undefined, null, ' '])('no appointment follows from a missing decision (%j)', (decision) => {
  const violations = r32.check({ decision });
  expect(fieldsOf(r32, violations)).toEqual([['decision', 'decisionId']]);
  expect(chinese(violations)).toBe(
    '社区大党委委员由街道工委任命，须有其决策。请填写 decision 或 decisionId。',
  );
  expect(english(violations)).toContain(
    'by decision of the Street Party Working Committee. Give `decision` or `decisionId`.',
  );
});

test.each([undefined, null, ' '])('a member of a community’s body holds a seat, not %j', (seat) => {
  const violations = nominate('ENLARGED_COMMUNITY_PARTY_COMMITTEE', { ...COMMUNITY_MEMBER, seat });
  expect(fieldsOf(r32, violations)).toEqual(['seat']);
  expect(chinese(violations)).toBe('社区大党委设席位制委员。请写明席位。');
});

const holder = (change: Partial<SeatHolder>): SeatHolder => ({
  personName: '王敏',
  position: 'MEMBER',
  offices: [],
  seat: '第一席',
  ...change,
});
const HEAD = { position: 'DIRECTOR', offices: ['STREET_OFFICE_DIRECTOR'], seat: null };

test.each<[string, Partial<SeatHolder>, Partial<SeatHolder>[]]>([
  ['in a body without members in office', {}, []],
  ['beside the holder of another seat', {}, [{ seat: '第二席' }, { seat: null }]],
  ['of no seat beside others of none', { seat: null }, [{ seat: null }]],
  ['of the second director', HEAD, [{ ...HEAD, offices: ['WORKING_COMMITTEE_SECRETARY'] }]],
  ['of a member who holds an office', { ...HEAD, position: 'MEMBER' }, [HEAD]],
])('a seat is free %s', (_, appointee, inOffice) => {
  expect(r32.check({ appointee: holder(appointee), inOffice: inOffice.map(holder) })).toEqual([]);
});

test.each<[string, Partial<SeatHolder>, Partial<SeatHolder>]>([
  ['a seat', {}, {}],
  ['a seat that looks the same', { seat: '第１席' }, { seat: '第1席' }],
  ['an office that heads the body', HEAD, HEAD],
])('%s has one holder', (_, appointee, other) => {
  const inOffice = [holder({ personName: '赵强', seat: '第三席' }), holder(other)];
  const violations = r32.check({ appointee: holder({ ...appointee, personName: '李华' }), inOffice });
  expect(fieldsOf(r32, violations)).toEqual(['memberId']);
  expect(chinese(violations)).toBe('该席位现由王敏担任。请先登记其卸任（endMembership）。');
  expect(english(violations)).toBe('This seat is held by 王敏. End that membership first (endMembership).');
});

test.each([undefined, null, ' ', '食药所'])(
  'a field agency in a body is one of the street’s, not %j',
  (unit) => {
    const violations = nominate('AREA_MANAGEMENT_COMMITTEE', { ...member('FIELD_AGENCY'), unit });
    expect(fieldsOf(r32, violations)).toEqual(['unit']);
    expect(chinese(violations)).toContain('不是本街道的派出机构');
  },
);

test.each<[string, Partial<SeatHolder>, string[]]>([
  ['by the same person', HEAD, []],
  ['by another person', { ...HEAD, personName: '赵强' }, ['memberId']],
  ['by another person, by another office', { ...HEAD, personName: '赵强', offices: ['X'] }, []],
])('an office by which another body is headed %s', (_, other, fields) => {
  const facts = { appointee: holder(HEAD), inOffice: [], otherHeads: [holder(other)] };
  expect(fieldsOf(r32, r32.check(facts))).toEqual(fields);
});

test.each([undefined, null, ' '])('a membership does not end by %j', (endedBy) => {
  expect(fieldsOf(r32, r32.check({ endedBy }))).toEqual(['documentNumber']);
  expect(r32.check({ endedBy: '门委免〔2026〕1号' })).toEqual([]);
});
