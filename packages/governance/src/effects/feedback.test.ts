import { actAs } from '../../test-support/act';
import { issuedReport } from './feedback';

const DRAFT = {
  recipients: ['DEPARTMENT', 'DEPARTMENT'],
  departmentCodes: ['JUSTICE', 'JUSTICE'],
  orders: [{ number: 'DAYU-2026-0001', state: 'CLOSED', delegatedBy: 'JUSTICE' }],
} as const;

test('a report goes to each recipient once, from the actor', () => {
  expect(issuedReport(actAs('DISPATCHER'), DRAFT)).toEqual({
    recipients: ['DEPARTMENT'],
    departmentCodes: ['JUSTICE'],
    issuer: 'DISPATCHER:1',
    issuedOn: '2026-11-18',
  });
});

test('only the dispatcher reports, and only what is closed', () => {
  expect(() => issuedReport(actAs('CENTER_HEAD'), DRAFT)).toThrow('R13 role');
  const orders = [{ number: 'DAYU-2026-0001', state: 'VERIFIED', delegatedBy: 'JUSTICE' }];
  expect(() => issuedReport(actAs('DISPATCHER'), { ...DRAFT, orders })).toThrow('R13 workOrderIds');
});
