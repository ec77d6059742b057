import { actAs } from '../../test-support/act';
import { requireRetreat } from './retreat';

const act = actAs('DISPATCHER');
const RETREAT = { number: 'M-1', kind: 'ANNUAL_RETREAT', state: 'CLOSED', heldOn: '2026-01-12' } as const;

test.each(['OPEN', 'CLOSED'] as const)('a charter cites the %s retreat of its year', (state) => {
  expect(() => requireRetreat(act, { ...RETREAT, state })).not.toThrow();
});

test.each([
  ['another meeting', { kind: 'WEEKLY' }, '不是年度务虚会'],
  ['a retreat that is still to come', { state: 'CONVOKED', heldOn: null }, '请先召开（openMeeting），或不填'],
  ['a cancelled retreat', { state: 'CANCELLED', heldOn: null }, '请引用已召开的务虚会，或不填'],
  ['the retreat of last year', { heldOn: '2025-01-12' }, '请引用 2026 年的务虚会，或不填'],
] as const)('it does not cite %s', (_, change, refusal) => {
  expect(() => requireRetreat(act, { ...RETREAT, ...change })).toThrow(refusal);
});
