import { fieldsOf } from '../../test-support/violations';
import { r33, type DelegatedPowers, type MandatedAction } from './r33-delegated-enforcement';

const MANDATE: DelegatedPowers = {
  departmentCode: 'PUBLIC_SECURITY',
  kinds: ['ILLEGAL_CONSTRUCTION', 'SAFETY_HAZARD'],
  fromOn: '2026-03-01',
  untilOn: '2026-12-31',
  documentNumber: '公委〔2026〕1号',
  revokedOn: null,
};
const ACTION: MandatedAction = {
  day: '2026-11-18',
  kind: 'SAFETY_HAZARD',
  mandate: MANDATE,
  teamDepartments: ['JUSTICE', 'PUBLIC_SECURITY'],
};
const revoked = { ...MANDATE, revokedOn: '2026-11-18' };

test.each<[string, Partial<MandatedAction>]>([
  ['within the mandate', {}],
  ['on its first day', { day: '2026-03-01' }],
  ['on its last day', { day: '2026-12-31' }],
  ['on the day before the revocation', { day: '2026-11-17', mandate: revoked }],
])('kept %s', (_, change) => {
  expect(r33.check({ ...ACTION, ...change })).toEqual([]);
});

test.each<[string, Partial<MandatedAction>, string[]]>([
  ['without a mandate', { mandate: null }, ['mandateId']],
  ['before it', { day: '2026-02-28' }, ['day']],
  ['after it', { day: '2027-01-01' }, ['day']],
  ['on a day that is none', { day: '2026-02-30' }, ['day']],
  ['on the day of the revocation', { mandate: revoked }, ['day']],
  ['after the revocation', { day: '2026-11-19', mandate: revoked }, ['day']],
  ['of another kind', { kind: 'ILLEGAL_BUSINESS' }, ['kind']],
  ['by a team without the mandating department', { teamDepartments: ['JUSTICE'] }, ['teamId']],
  ['by a team without members of departments', { teamDepartments: [] }, ['teamId']],
  [
    'in every way',
    { day: '2026-02-28', kind: 'ILLEGAL_BUSINESS', teamDepartments: [] },
    ['day', 'kind', 'teamId'],
  ],
])('broken %s', (_, change, fields) => {
  expect(fieldsOf(r33, r33.check({ ...ACTION, ...change }))).toEqual(fields);
});
