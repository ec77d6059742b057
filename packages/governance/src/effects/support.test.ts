import { actAs } from '../../test-support/act';
import { answeredSolution, raisedSupport, requireTakenUp, solvedSupport, takenUpSupport } from './support';

const head = actAs('CENTER_HEAD');
const DRAFT = { kind: 'PARKING', title: '停车难', communityCode: '110109001001' } as const;
const takenUp = { state: 'TAKEN_UP', version: 2, raisedOn: '2026-11-01' } as const;
const SOLUTION = { solution: '增设车位', solvedOn: '2026-11-18' };

test('a problem is raised, taken up, solved and confirmed', () => {
  expect(raisedSupport(head, DRAFT)).toMatchObject({ ...DRAFT, raisedOn: '2026-11-18', state: 'RAISED' });
  const by = { bodyCode: 'AREA_MANAGEMENT_COMMITTEE', meetingId: null };
  const raised = { state: 'RAISED', version: 1 } as const;
  expect(takenUpSupport(head, raised, by)).toEqual({ ...by, state: 'TAKEN_UP', takenUpAt: head.now });
  expect(requireTakenUp(head, takenUp, 'recordContribution')).toBe('TAKEN_UP');
  expect(solvedSupport(head, takenUp, SOLUTION)).toEqual({ state: 'SOLVED', ...SOLUTION });
  const solved = { state: 'SOLVED', version: 3 } as const;
  expect(answeredSolution(head, solved, null)).toEqual({ state: 'CONFIRMED', confirmedAt: head.now });
  const back = { state: 'TAKEN_UP', objection: '仍拥堵', solvedOn: null };
  expect(answeredSolution(head, solved, '仍拥堵')).toEqual(back);
});

test('what R28 asks for is required, and each step comes in its state', () => {
  expect(() => raisedSupport(head, { ...DRAFT, title: '' })).toThrow('R28 title');
  const neither = { bodyCode: null, meetingId: null };
  expect(() => takenUpSupport(head, { state: 'RAISED', version: 1 }, neither)).toThrow('R28 bodyCode');
  expect(() => solvedSupport(head, takenUp, { ...SOLUTION, solvedOn: '2026-10-31' })).toThrow('R28 solvedOn');
  expect(() => requireTakenUp(head, { state: 'RAISED', version: 1 }, 'citeSupportOrder')).toThrow('RAISED');
  expect(() => answeredSolution(head, takenUp, null)).toThrow('supportIssue TAKEN_UP');
});

test('a problem may be recorded after it was raised, and not before the visit that raised it', () => {
  const visit = { day: '2026-11-12' };
  const on = (raisedOn: string) => raisedSupport(head, { ...DRAFT, raisedOn, visit }).raisedOn;
  expect(on('2026-11-12')).toBe('2026-11-12');
  expect(() => on('2026-11-11')).toThrow('input.raisedOn: 2026-11-11 早于走访的 2026-11-12');
  expect(() => on('2026-11-19')).toThrow('input.raisedOn: 2026-11-19 晚于今天');
});
