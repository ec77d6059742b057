import { fieldsOf } from '../../test-support/violations';
import { r15, type PersonnelStep } from './r15-member-performance';

const evidence = [{ kind: 'ATTENDANCE', id: 'a', concernsMember: true }] as const;
const OTHERS = { kind: 'WORK_ORDER', id: 'b', concernsMember: false } as const;
const BOTH = ['UNIT', 'ORGANIZATION_DEPARTMENT'] as const;
const DRAFT = { step: 'DRAFT', evidence, text: '建议加强履职', isInOffice: true } as const;
const SEND = { step: 'SEND', signatory: '王书记', recipients: BOTH, unitHasDepartment: true } as const;

test.each<[string, PersonnelStep]>([
  ['drafted with evidence', DRAFT],
  ['signed by a named person', { step: 'SIGN', evidence, signatory: '王书记' }],
  ['sent to the unit and 区委组织部', SEND],
  ['handed over to a unit without department', { ...SEND, unitHasDepartment: false, handedOver: '机要送达' }],
])('kept: %s', (_, step) => {
  expect(r15.check(step)).toEqual([]);
});

test.each<[string, PersonnelStep, string[]]>([
  ['drafted without evidence', { ...DRAFT, evidence: [] }, ['evidence']],
  ['drafted on evidence about others', { ...DRAFT, evidence: [...evidence, OTHERS] }, ['evidence.1']],
  ['drafted on a member out of office', { ...DRAFT, isInOffice: false }, ['memberId']],
  ['drafted without words', { ...DRAFT, text: '——' }, ['text']],
  ['signed without evidence', { step: 'SIGN', evidence: [], signatory: '王书记' }, ['evidence']],
  ['signed without a name', { step: 'SIGN', evidence, signatory: ' ' }, ['signatory']],
  ['signed by a name that cannot be seen', { step: 'SIGN', evidence, signatory: '\u200B' }, ['signatory']],
  ['signed by a stroke', { step: 'SIGN', evidence, signatory: '-' }, ['signatory']],
  ['sent unsigned', { ...SEND, signatory: null }, ['signatory']],
  ['sent to the unit only', { ...SEND, recipients: ['UNIT'] }, ['recipients']],
  ['sent to no recipient', { ...SEND, signatory: undefined, recipients: [] }, ['signatory', 'recipients']],
  ['sent to a unit that cannot read it', { ...SEND, unitHasDepartment: false }, ['handedOver']],
  ['handed over without words', { ...SEND, unitHasDepartment: false, handedOver: '-' }, ['handedOver']],
])('broken: %s', (_, step, fields) => {
  expect(fieldsOf(r15, r15.check(step))).toEqual(fields);
});
