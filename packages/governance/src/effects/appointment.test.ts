import { actAs } from '../../test-support/act';
import { appointmentEvent, appointmentTransition, nominatedMember, requireFreeSeat } from './appointment';

const bodyKind = 'ENLARGED_COMMUNITY_PARTY_COMMITTEE';
const NOMINATION = {
  bodyKind,
  authority: 'COMMUNITY_PARTY_ORGANIZATION',
  position: 'MEMBER',
  category: 'PROPERTY_COMPANY',
  offices: [],
  seat: '第一席',
  unit: '某物业公司',
  fieldAgencies: [],
} as const;
const ADVISER = {
  bodyKind: 'ENLARGED_WORKING_COMMITTEE',
  authority: 'STREET',
  category: 'CPPCC_MEMBER',
} as const;
const secretary = actAs('COMMUNITY_SECRETARY');
const clerk = actAs('COMMITTEE_CLERK');

test('a nomination begins, and nothing has become of it yet', () => {
  expect(nominatedMember(secretary, NOMINATION)).toEqual({
    state: 'NOMINATED',
    unit: '某物业公司',
    endDocumentNumber: null,
    documentNumber: null,
    approvalId: null,
    decisionId: null,
    appointedAt: null,
    endedAt: null,
  });
});

test('an ordinary member represents a unit, unless by a mandate', () => {
  expect(() => nominatedMember(secretary, { ...NOMINATION, unit: null })).toThrow(
    'input.unit: 须写明所代表的单位',
  );
  const deputy = { ...NOMINATION, ...ADVISER, unit: null } as const;
  expect(nominatedMember(actAs('STREET_LEADER'), deputy)).toMatchObject({ state: 'NOMINATED' });
});

test.each([
  ['without a seat', { seat: null }, 'R32 seat'],
  ['in another’s name', { authority: 'STREET' }, 'R32 role'],
] as const)('no nomination is made %s', (_, change, refusal) => {
  expect(() => nominatedMember(secretary, { ...NOMINATION, ...change })).toThrow(refusal);
});

const reviewed = { id: 'b', bodyKind, state: 'REVIEWED', version: 2 } as const;
const reviewedAt = new Date('2026-11-18T01:00:00Z');
const appoint = { command: 'appointMember', authority: 'WORKING_COMMITTEE', reviewedAt } as const;

test('an appointment follows the review, in the name of who appoints', () => {
  const decided = { at: '2026-11-18', citedBy: 'decisionId' };
  expect(appointmentTransition(clerk, reviewed, { ...appoint, decided })).toEqual({ state: 'APPOINTED' });
});

test.each([
  [
    'by a decision before the review',
    { decided: { at: '2026-11-17', citedBy: 'decisionId' } },
    'R32 decisionId',
  ],
  ['in another’s name', { authority: 'STREET' }, 'R32 role'],
] as const)('no appointment is made %s', (_, change, refusal) => {
  expect(() => appointmentTransition(clerk, reviewed, { ...appoint, ...change })).toThrow(refusal);
});

test.each(['REVIEWED', 'REVIEW_REJECTED'] as const)('a review comes to %s', (outcome) => {
  const nominated = { bodyKind, state: 'NOMINATED', version: 1 } as const;
  const step = { command: 'reviewNomination', authority: 'STREET_ORGANIZATION_SECTION', outcome } as const;
  expect(appointmentTransition(actAs('CENTER_HEAD'), nominated, step)).toEqual({ state: outcome });
});

test('a seat has one holder', () => {
  const holder = { personName: '王敏', position: 'MEMBER', offices: [], seat: '第一席' };
  expect(() => requireFreeSeat(clerk, holder, [], [])).not.toThrow();
  expect(() => requireFreeSeat(clerk, holder, [holder], [])).toThrow('R32 memberId');
  const head = { personName: '王敏', position: 'DIRECTOR', offices: ['STREET_OFFICE_DIRECTOR'] };
  const other = { ...head, personName: '李华' };
  expect(() => requireFreeSeat(clerk, head, [], [head])).not.toThrow();
  expect(() => requireFreeSeat(clerk, head, [], [other])).toThrow('一个职务由一人担任');
});

test('a membership ends by a document', () => {
  const inOffice = { ...reviewed, state: 'APPOINTED', version: 3 } as const;
  const end = { command: 'endMembership', authority: 'WORKING_COMMITTEE' } as const;
  expect(() => appointmentTransition(clerk, inOffice, end)).toThrow('R32 documentNumber');
  const ended = { ...end, documentNumber: '大峪工委〔2026〕9号' };
  expect(appointmentTransition(clerk, inOffice, ended)).toEqual({ state: 'ENDED' });
});

test('a field agency is named as the street has it', () => {
  const nomination = {
    ...NOMINATION,
    bodyKind: 'AREA_MANAGEMENT_COMMITTEE',
    authority: 'STREET',
    category: 'FIELD_AGENCY',
    unit: ' 司法所',
    fieldAgencies: ['司法所'],
  } as const;
  expect(nominatedMember(actAs('STREET_LEADER'), nomination)).toMatchObject({ unit: '司法所' });
  const elsewhere = { ...nomination, unit: '大峪派出所' };
  expect(() => nominatedMember(actAs('STREET_LEADER'), elsewhere)).toThrow('R32 unit');
});

test('each step is kept with who took it, and in whose name', () => {
  const step = {
    command: 'reviewNomination',
    authority: 'STREET_ORGANIZATION_SECTION',
    reason: null,
  } as const;
  expect(appointmentEvent(actAs('CENTER_HEAD'), reviewed, step)).toEqual({
    memberId: 'b',
    command: 'reviewNomination',
    state: 'REVIEWED',
    authority: 'STREET_ORGANIZATION_SECTION',
    actor: 'CENTER_HEAD:1',
    actorRole: 'CENTER_HEAD',
    reason: null,
    happenedOn: null,
  });
});
