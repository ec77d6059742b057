import { english, fieldsOf } from '../../test-support/violations';
import { delegationMachine } from '../state-machines/machines/delegation';
import { r10, type DelegationStep } from './r10-delegation-admission';

const brought = { deployment: '入户调查', guidance: [{ addressee: '街道健康服务中心', text: '分三批' }] };

test.each([
  ['SUBMITTED', 'recordStreetOpinion'],
  ['SUBMITTED', 'withdrawDelegation'],
  ['OPINION_HEARD', 'approveDelegation'],
  ['OPINION_HEARD', 'rejectDelegation'],
  ['APPROVED', 'deployDelegation'],
  ['DEPLOYED', 'dispatchWorkOrder'],
  ['DISPATCHED', 'dispatchWorkOrder'],
  ['DEPLOYED', 'guideDelegation'],
  ['DISPATCHED', 'guideDelegation'],
  ['SUBMITTED', 'sendBackDelegation'],
  ['OPINION_HEARD', 'sendBackDelegation'],
  ['DISPATCHED', 'concludeDelegation'],
  ['COMPLETED', 'confirmConclusion'],
  ['COMPLETED', 'objectToConclusion'],
])('kept by %s, then %s', (state, command) => {
  expect(r10.check({ state, command, ...brought })).toEqual([]);
});

const STATES = Object.keys(delegationMachine.states);

test.each([
  // Each step is taken from its own state only: nothing is skipped, nothing repeated.
  ['recordStreetOpinion', ['SUBMITTED']],
  ['approveDelegation', ['OPINION_HEARD']],
  ['rejectDelegation', ['OPINION_HEARD']],
  ['deployDelegation', ['APPROVED']],
  ['dispatchWorkOrder', ['DEPLOYED', 'DISPATCHED']],
  ['withdrawDelegation', ['SUBMITTED', 'OPINION_HEARD', 'APPROVED', 'DEPLOYED']],
  ['guideDelegation', ['DEPLOYED', 'DISPATCHED']],
  ['sendBackDelegation', ['SUBMITTED', 'OPINION_HEARD']],
  ['concludeDelegation', ['DISPATCHED']],
  ['confirmConclusion', ['COMPLETED']],
  ['objectToConclusion', ['COMPLETED']],
  ['deleteDelegation', []],
])('broken by %s from any state but %j', (command, from) => {
  for (const state of [...STATES, 'NONE', ''].filter((other) => !from.includes(other))) {
    const violations = r10.check({ state, command, ...brought });
    expect([state, ...fieldsOf(r10, violations)]).toEqual([state, 'state']);
  }
});

test.each<[string, Partial<DelegationStep>, string[]]>([
  ['deployment of the work is missing', {}, ['deployment', 'guidance']],
  ['no work', { ...brought, deployment: ' ' }, ['deployment']],
  ['Guidance is missing', { ...brought, guidance: [] }, ['guidance']],
  [
    'guidance without an addressee',
    { ...brought, guidance: [{ addressee: '', text: '分三批' }] },
    ['guidance'],
  ],
  ['guidance that is blank', { ...brought, guidance: [{ addressee: 'x', text: '' }] }, ['guidance']],
])('broken by a deployment with %s', (_, given, fields) => {
  const step = { state: 'APPROVED', command: 'deployDelegation', ...given };
  expect(fieldsOf(r10, r10.check(step))).toEqual(fields);
});

test('a work order names the delegation that it cites', () => {
  const step = { state: 'APPROVED', command: 'dispatchWorkOrder', citedBy: 'delegationId' };
  expect(fieldsOf(r10, r10.check(step))).toEqual(['delegationId']);
});

test('the violation says what is allowed instead', () => {
  const violations = r10.check({ state: 'SUBMITTED', command: 'dispatchWorkOrder' });
  expect(english(violations)).toContain('Possible now: record the street’s opinion (recordStreetOpinion)');
});

test('an order goes to a center that got guidance', () => {
  expect(r10.check({ guided: ['HEALTH'], centerCode: 'HEALTH' })).toEqual([]);
  expect(r10.check({ guided: [], centerCode: null })).toEqual([]);
});

test.each([[['HEALTH']], [[]]])('no order goes to a center beside %j', (guided) => {
  const violations = r10.check({ guided, centerCode: 'CIVIL_AFFAIRS' });
  expect(fieldsOf(r10, violations)).toEqual(['centerCode']);
  expect(english(violations)).toContain('got no guidance');
});

const COMMUNITIES = [
  { code: '1', name: '德露苑社区' },
  { code: '2', name: '月季园社区' },
];

test('work goes to communities that got guidance', () => {
  const facts = { communities: COMMUNITIES, field: 'communityCodes' };
  expect(r10.check({ ...facts, guidedCommunities: ['1', '2', '3'] })).toEqual([]);
  const violations = r10.check({ ...facts, guidedCommunities: ['1'] });
  expect(fieldsOf(r10, violations)).toEqual(['communityCodes']);
  expect(violations[0]?.message.zh).toContain('没有对月季园社区的指导性意见');
});
