import { actAs } from '../../test-support/act';
import { requireVisit } from './corrected-visit';

const PLAN = {
  centerCode: 'HEALTH',
  communityCodes: ['110109001001'],
  day: '2026-11-17',
  people: ['CENTER_STAFF:1'],
};
const VISIT = {
  centerCode: 'HEALTH',
  communityCode: '110109001001',
  day: '2026-11-17',
  staffSubject: 'CENTER_STAFF:1',
  form: 'CALL',
  record: '走访三户',
  sentimentLogs: ['停车难'],
  plan: PLAN,
  recordedOn: '2026-11-18',
};

test('the visitor and the head of the center correct a visit that is one still', () => {
  expect(() => requireVisit(actAs('CENTER_STAFF'), VISIT)).not.toThrow();
  expect(() => requireVisit(actAs('CENTER_HEAD'), { ...VISIT, plan: null })).not.toThrow();
});

test.each<[string, object, string]>([
  ['by a colleague', { staffSubject: 'CENTER_STAFF:2' }, 'communityVisitId'],
  ['to a day after it was recorded', { day: '2026-11-19', plan: null }, 'input.day'],
  ['to another day than its plan', { day: '2026-11-16' }, 'R24 planId'],
  ['to no form', { form: '' }, 'R24 form'],
  ['that has no log', { sentimentLogs: [] }, 'R24 sentimentLogs'],
])('none is corrected %s', (_, change, refusal) => {
  expect(() => requireVisit(actAs('CENTER_STAFF'), { ...VISIT, ...change })).toThrow(refusal);
});
