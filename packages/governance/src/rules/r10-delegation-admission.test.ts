import { english, fieldsOf } from '../../test-support/violations';
import { delegationMachine } from '../state-machines/machines/delegation';
import { r10, type DelegationStep } from './r10-delegation-admission';

const deployment = { work: '入户调查', guidance: [{ addressee: '街道健康服务中心', text: '分三批' }] };

test.each([
  ['SUBMITTED', 'recordStreetOpinion'],
  ['SUBMITTED', 'withdrawDelegation'],
  ['OPINION_HEARD', 'approveDelegation'],
  ['OPINION_HEARD', 'rejectDelegation'],
  ['APPROVED', 'deployDelegation'],
  ['DEPLOYED', 'dispatchWorkOrder'],
  ['DISPATCHED', 'dispatchWorkOrder'],
  ['DISPATCHED', 'issueFeedbackReport'],
  ['DISPATCHED', 'cancelWorkOrder'],
  ['DISPATCHED', 'returnWorkOrder'],
])('kept by %s, then %s', (state, command) => {
  expect(r10.check({ state, command, deployment })).toEqual([]);
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
  ['deleteDelegation', []],
])('broken by %s from any state but %j', (command, from) => {
  for (const state of [...STATES, 'NONE', ''].filter((other) => !from.includes(other))) {
    const violations = r10.check({ state, command, deployment });
    expect([state, ...fieldsOf(r10, violations)]).toEqual([state, 'state']);
  }
});

test.each<[string, DelegationStep['deployment'], string[]]>([
  ['no deployment', undefined, ['deployment.work', 'deployment.guidance']],
  ['no work', { ...deployment, work: ' ' }, ['deployment.work']],
  ['no guidance', { ...deployment, guidance: [] }, ['deployment.guidance']],
  [
    'guidance to nobody',
    { ...deployment, guidance: [{ addressee: '', text: '分三批' }] },
    ['deployment.guidance'],
  ],
  [
    'guidance that is blank',
    { ...deployment, guidance: [{ addressee: 'x', text: '' }] },
    ['deployment.guidance'],
  ],
])('broken by a deployment with %s', (_, given, fields) => {
  const step = { state: 'APPROVED', command: 'deployDelegation', deployment: given };
  expect(fieldsOf(r10, r10.check(step))).toEqual(fields);
});

test('the violation says what is allowed instead', () => {
  const violations = r10.check({ state: 'SUBMITTED', command: 'dispatchWorkOrder' });
  expect(english(violations)).toContain('It now allows: recordStreetOpinion');
});
