import { english, fieldsOf } from '../../test-support/violations';
import type { ApprovalReference } from '../checks/approval';
import { r07, type DepartmentRequest } from './r07-district-government-approval';

const APPROVAL: ApprovalReference = {
  number: '门政〔2026〕12号',
  authority: 'DISTRICT_GOVERNMENT',
  decidedOn: '2026-11-02',
  purpose: 'TEMPORARY_BODY',
};
const REQUEST: DepartmentRequest = {
  kind: 'TEMPORARY_BODY',
  department: 'HEALTH_COMMISSION',
  street: 'DAYU',
  title: '防疫专班',
  today: '2026-11-18',
  approval: APPROVAL,
};

test.each<[string, Partial<DepartmentRequest>]>([
  ['a temporary body with an approval', {}],
  [
    'a direct task with an approval',
    { kind: 'DIRECT_TASK', approval: { ...APPROVAL, purpose: 'DIRECT_TASK' } },
  ],
  ['a delegated matter without one', { kind: 'DELEGATED_MATTER', approval: undefined }],
  ['an approval of today', { approval: { ...APPROVAL, decidedOn: '2026-11-18' } }],
  ['an approval that ends tomorrow', { approval: { ...APPROVAL, revokedOn: '2026-11-19' } }],
  ['an approval for this department', { approval: { ...APPROVAL, department: 'HEALTH_COMMISSION' } }],
  ['an approval for this matter', { approval: { ...APPROVAL, matter: '防疫专班 ' } }],
  ['an approval on its last day', { approval: { ...APPROVAL, validUntil: '2026-11-18' } }],
  [
    'an approval used again in its period',
    { approval: { ...APPROVAL, validUntil: '2026-12-31' }, otherUses: 2 },
  ],
  ['an approval for this street among others', { approval: { ...APPROVAL, streets: ['DATAI', 'DAYU'] } }],
])('kept by %s', (_, change) => {
  expect(r07.check({ ...REQUEST, ...change })).toEqual([]);
});

test.each<[string, Partial<DepartmentRequest>, string]>([
  ['a temporary body without an approval', { approval: undefined }, 'none is given'],
  ['a direct task without an approval', { kind: 'DIRECT_TASK', approval: null }, 'none is given'],
  ['an approval that the district does not have', { approval: null, approvalId: '0198' }, 'with the id 0198'],
  ['a request of an unknown kind', { kind: 'FAVOUR', approval: undefined }, 'none is given'],
  ['an approval without a number', { approval: { ...APPROVAL, number: ' ' } }, 'none is given'],
  [
    'an approval of the party committee',
    { approval: { ...APPROVAL, authority: 'DISTRICT_PARTY_COMMITTEE' } },
    'by the District Party Committee',
  ],
  ['an approval of the department itself', { approval: { ...APPROVAL, authority: 'X' } }, 'by the “X”'],
  ['an approval for a task', { approval: { ...APPROVAL, purpose: 'DIRECT_TASK' } }, 'another purpose'],
  [
    'a task with an approval for a temporary body',
    { kind: 'DIRECT_TASK', approval: { ...APPROVAL, purpose: 'TEMPORARY_BODY' } },
    'another purpose',
  ],
  [
    'an approval for an appointment',
    { approval: { ...APPROVAL, purpose: 'APPOINTMENT' } },
    'another purpose',
  ],
  ['an approval of tomorrow', { approval: { ...APPROVAL, decidedOn: '2026-11-19' } }, 'takes effect only on'],
  [
    'an approval that does not say what it is for',
    { approval: { ...APPROVAL, purpose: null } },
    'without a purpose',
  ],
  ['an approval of no day', { approval: { ...APPROVAL, decidedOn: '' } }, 'takes effect only on'],
  ['a revoked approval', { approval: { ...APPROVAL, revokedOn: '2026-11-03' } }, 'was revoked'],
  ['an approval revoked today', { approval: { ...APPROVAL, revokedOn: '2026-11-18' } }, 'was revoked'],
  ['another department’s approval', { approval: { ...APPROVAL, department: 'X' } }, 'another department'],
  [
    'an approval for another matter',
    { approval: { ...APPROVAL, matter: '拆违专班' } },
    'for the matter “拆违专班”',
  ],
  ['an approval used before', { otherUses: 1 }, 'used once already'],
  [
    'an approval after its period',
    { approval: { ...APPROVAL, validUntil: '2026-11-17' } },
    'was valid until',
  ],
  ['an approval for other streets', { approval: { ...APPROVAL, streets: ['DATAI'] } }, 'does not cover'],
])('broken by %s', (_, change, text) => {
  const violations = r07.check({ ...REQUEST, ...change });
  expect(fieldsOf(r07, violations)).toEqual(['approvalId']);
  expect(english(violations)).toContain(text);
  for (const way of ['recordApproval', 'approvalId', 'DELEGATED_MATTER']) {
    expect(english(violations)).toContain(way);
  }
});
