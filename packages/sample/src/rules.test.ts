import { issuedOrder, r25, workOrderMachine } from '@mtg/governance';
import { THE_DISPATCHER, THE_LEADER } from './people';
import { actOf, SampleBreaksRule } from './rules';

const NOW = new Date('2026-11-18T02:00:00Z');
const dispatcher = actOf(THE_DISPATCHER, NOW);
const DRAFT = {
  centerCode: 'HEALTH',
  responsiblePerson: '样例人员001',
  deadline: '2026-12-01',
  project: { id: 'p', deadline: '2027-12-31' },
  source: { kind: 'KEY_POINT', id: 'k', year: 2026, committeeDecision: '样例1号' },
  parent: null,
} as const;

test('an effect of a command works in the sample as it does in a street', () => {
  expect(issuedOrder(dispatcher, DRAFT)).toMatchObject({ state: 'ISSUED', issuer: 'sample:dispatcher' });
});

test('what breaks a rule ends the load, with the sentence of the rule', () => {
  const broken = () => issuedOrder(actOf(THE_LEADER, NOW), DRAFT);
  expect(broken).toThrow(SampleBreaksRule);
  expect(broken).toThrow('样例数据违反 R09：对于职能部门的委托事项');
  expect(() => dispatcher.require([], r25.check({}))).toThrow('the sample breaks R25');
});

test('a step that its state does not allow ends the load', () => {
  const closed = { state: 'CLOSED', version: 6 } as const;
  expect(() => dispatcher.step(workOrderMachine, closed, 'acceptWorkOrder')).toThrow(SampleBreaksRule);
});
