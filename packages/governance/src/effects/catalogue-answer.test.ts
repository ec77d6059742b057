import { actAs } from '../../test-support/act';
import { answeredCatalogue, catalogueFindingState, decidedCatalogueAnswer } from './catalogue-answer';

const office = actAs('DISTRICT_OFFICE');
const committee = actAs('DISTRICT_PARTY_COMMITTEE');
const DRAFT = { year: 2025, explanation: '调查推迟', remedy: '已补发', remedyUntil: null };
const BROKEN = { verdict: 'BROKEN', last: null } as const;
const given = { state: 'GIVEN', version: 1, answeredBy: 'another-officer' } as const;

test('a broken year is answered, confirmed or sent back, and answered again', () => {
  expect(answeredCatalogue(office, DRAFT, BROKEN)).toMatchObject({
    ...DRAFT,
    state: 'GIVEN',
    answeredBy: office.actor.subject,
    decidedAt: null,
  });
  const decided = { decidedAt: committee.now, decidedBy: committee.actor.subject };
  expect(decidedCatalogueAnswer(committee, given, null)).toEqual({
    ...decided,
    state: 'CONFIRMED',
    sentBackFor: null,
  });
  expect(decidedCatalogueAnswer(committee, given, '未写明整改')).toEqual({
    ...decided,
    state: 'SENT_BACK',
    sentBackFor: '未写明整改',
  });
  const sentBack = { state: 'SENT_BACK', version: 2 } as const;
  expect(answeredCatalogue(office, DRAFT, { ...BROKEN, last: sentBack })).toMatchObject({ state: 'GIVEN' });
});

test.each([
  ['a year that is kept', { verdict: 'KEPT' }, {}, 'input.year'],
  ['a year that is not judged', { verdict: 'NOT_JUDGED' }, {}, 'input.year'],
  ['a year that lasts', { verdict: null }, {}, 'input.year'],
  ['an answer that awaits its confirmation', { last: { state: 'GIVEN', version: 1 } }, {}, '待区委确认'],
  ['an answer that is confirmed', { last: { state: 'CONFIRMED', version: 2 } }, {}, '已经区委确认'],
  ['a remedy in the past', {}, { remedyUntil: '2026-11-17' }, 'input.remedyUntil'],
  ['a remedy that repeats the explanation', {}, { remedy: '调查推迟' }, 'input.remedy'],
] as const)('%s is refused', (_, judged, change, refusal) => {
  expect(() => answeredCatalogue(office, { ...DRAFT, ...change }, { ...BROKEN, ...judged })).toThrow(refusal);
});

test('an answer is decided on once, by another person', () => {
  const own = { ...given, answeredBy: committee.actor.subject };
  expect(() => decidedCatalogueAnswer(committee, own, null)).toThrow('该说明由本人作出');
  expect(() => decidedCatalogueAnswer(committee, { ...given, state: 'CONFIRMED' }, null)).toThrow(
    'catalogueAnswer CONFIRMED',
  );
});

test.each([
  ['BROKEN', null, 'OPEN'],
  ['BROKEN', 'GIVEN', 'ANSWERED'],
  ['BROKEN', 'SENT_BACK', 'OPEN'],
  ['BROKEN', 'CONFIRMED', 'CONFIRMED'],
  ['KEPT', 'GIVEN', 'RESOLVED'],
  ['KEPT', null, null],
  [null, null, null],
] as const)('a year that is %s with an answer %s is a finding %s', (verdict, state, finding) => {
  expect(catalogueFindingState({ verdict, last: state && { state } })).toBe(finding);
});
