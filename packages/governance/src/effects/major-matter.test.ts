import { actAs, NOW } from '../../test-support/act';
import { decidedMatter, deliberatedMatter, registeredMatter, requireConsultation } from './major-matter';

const clerk = actAs('COMMITTEE_CLERK');
const registered = { ...registeredMatter(), version: 1 };
const recordedAt = new Date('2026-11-17T02:00:00Z');
const opinionOf = (body: 'ENLARGED_WORKING_COMMITTEE' | 'AREA_MANAGEMENT_COMMITTEE') => ({
  body,
  consulted: true,
  opinion: '同意',
  recordedAt,
});
const committee = opinionOf('ENLARGED_WORKING_COMMITTEE');
const area = opinionOf('AREA_MANAGEMENT_COMMITTEE');

test('a matter is ready for a decision once both bodies have formed their opinions', () => {
  expect(registeredMatter()).toEqual({ state: 'REGISTERED', decisionId: null });
  expect(deliberatedMatter(clerk, registered, [], committee)).toEqual({ state: 'REGISTERED' });
  expect(deliberatedMatter(clerk, registered, [committee], area)).toEqual({ state: 'DELIBERATED' });
});

test('a body without a member in office does not consult', () => {
  const body = 'AREA_MANAGEMENT_COMMITTEE';
  expect(() => requireConsultation(clerk, { body, members: 0 })).toThrow('R01 body');
  expect(() => requireConsultation(clerk, { body, members: 1 })).not.toThrow();
});

test('the committee decides once, after both', () => {
  const deliberated = { state: 'DELIBERATED', version: 3 } as const;
  expect(decidedMatter(clerk, deliberated, [committee, area], NOW)).toEqual({ state: 'DECIDED' });
  // The body that is missing is named before the state.
  expect(() => decidedMatter(clerk, registered, [committee], NOW)).toThrow('R01 opinions');
  const decided = { state: 'DECIDED', version: 4 } as const;
  expect(() => decidedMatter(clerk, decided, [committee, area], NOW)).toThrow('DECIDED');
});
