import { fieldsOf } from '../../test-support/violations';
import { r15, type PersonnelStep } from './r15-member-performance';

const evidence = [{ kind: 'ATTENDANCE', id: 'a' }] as const;
const BOTH = ['UNIT', 'ORGANIZATION_DEPARTMENT'] as const;

test.each<[string, PersonnelStep]>([
  ['drafted with evidence', { step: 'DRAFT', evidence }],
  ['signed by a named person', { step: 'SIGN', evidence, signatory: '王书记' }],
  ['sent to the unit and 区委组织部', { step: 'SEND', signatory: '王书记', recipients: BOTH }],
])('kept: %s', (_, step) => {
  expect(r15.check(step)).toEqual([]);
});

test.each<[string, PersonnelStep, string[]]>([
  ['drafted without evidence', { step: 'DRAFT', evidence: [] }, ['evidence']],
  ['signed without evidence', { step: 'SIGN', evidence: [], signatory: '王书记' }, ['evidence']],
  ['signed without a name', { step: 'SIGN', evidence, signatory: ' ' }, ['signatory']],
  ['signed by a name that cannot be seen', { step: 'SIGN', evidence, signatory: '\u200B' }, ['signatory']],
  ['sent unsigned', { step: 'SEND', signatory: null, recipients: BOTH }, ['signatory']],
  ['sent to the unit only', { step: 'SEND', signatory: '王书记', recipients: ['UNIT'] }, ['recipients']],
  [
    'sent to no recipient',
    { step: 'SEND', signatory: undefined, recipients: [] },
    ['signatory', 'recipients'],
  ],
])('broken: %s', (_, step, fields) => {
  expect(fieldsOf(r15, r15.check(step))).toEqual(fields);
});
