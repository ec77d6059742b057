import { actAs } from '../../test-support/act';
import { answeredSolution, raisedSupport, requireTakenUp, solvedSupport, takenUpSupport } from './support';

const head = actAs('CENTER_HEAD');
const DRAFT = { kind: 'PARKING', title: '停车难', communityCode: '110109001001' } as const;
const takenUp = { state: 'TAKEN_UP', version: 2, raisedOn: '2026-11-01' } as const;
const RAISED = { state: 'RAISED', version: 1, raisedOn: '2026-11-01' } as const;
const SOLUTION = { solution: '增设车位', solvedOn: '2026-11-18' };

test('a problem is raised, taken up, solved and confirmed', () => {
  expect(raisedSupport(head, DRAFT)).toMatchObject({ ...DRAFT, raisedOn: '2026-11-18', state: 'RAISED' });
  const by = { bodyCode: 'AREA_MANAGEMENT_COMMITTEE', meetingId: null };
  const members = { membersInOffice: 1, meeting: null };
  const taken = { ...by, state: 'TAKEN_UP', takenUpAt: head.now };
  expect(takenUpSupport(head, RAISED, { ...by, ...members })).toEqual(taken);
  expect(requireTakenUp(head, takenUp, 'recordContribution')).toBe('TAKEN_UP');
  const { subject } = head.actor;
  const unanswered = { answer: null, objection: null, answeredAt: null, answeredBy: null };
  expect(solvedSupport(head, takenUp, SOLUTION)).toEqual({
    issue: { state: 'SOLVED', ...SOLUTION },
    history: { ...SOLUTION, solvedBy: subject, ...unanswered },
  });
  const solved = { state: 'SOLVED', version: 3 } as const;
  const answered = { answeredAt: head.now, answeredBy: subject };
  expect(answeredSolution(head, solved, null)).toEqual({
    issue: { state: 'CONFIRMED', confirmedAt: head.now },
    history: { answer: 'CONFIRMED', objection: null, ...answered },
  });
  expect(answeredSolution(head, solved, '仍拥堵')).toEqual({
    issue: { state: 'TAKEN_UP', objection: '仍拥堵', solvedOn: null },
    history: { answer: 'OBJECTED', objection: '仍拥堵', ...answered },
  });
});

test('what R28 asks for is required, and each step comes in its state', () => {
  expect(() => raisedSupport(head, { ...DRAFT, title: '' })).toThrow('R28 title');
  const neither = { bodyCode: null, meetingId: null, membersInOffice: 0, meeting: null };
  expect(() => takenUpSupport(head, RAISED, neither)).toThrow('R28 bodyCode');
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
