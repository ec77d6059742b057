import { actAs, NOW } from '../../test-support/act';
import { grantedExtension, lapsedExtension, refusedExtension, requestedExtension } from './extension-request';

const [head, dispatcher] = [actAs('CENTER_HEAD'), actAs('DISPATCHER')];
const REQUEST = { state: 'PENDING', version: 1 } as const;
const MORE = { deadline: '2027-01-15', old: '2026-12-31', granted: 0, limits: {} } as const;

test('a center requests more time, and the dispatcher grants it', () => {
  expect(requestedExtension(head, MORE, '汛期')).toEqual({
    state: 'PENDING',
    reason: '汛期',
    wantedDeadline: '2027-01-15',
    grantedDeadline: null,
    applicant: 'CENTER_HEAD:1',
    answer: null,
    decidedAt: null,
    decidedBy: null,
  });
  expect(grantedExtension(dispatcher, REQUEST, MORE, null)).toEqual({
    state: 'GRANTED',
    grantedDeadline: '2027-01-15',
    answer: null,
    decidedAt: NOW,
    decidedBy: 'DISPATCHER:1',
  });
});

test.each([
  [MORE.old, {}, 'input.deadline: 新的完成时限须晚于原时限 2026-12-31'],
  ['2026-12-30', {}, 'input.deadline'],
  ['2026-11-17', { old: '2026-11-01' }, 'input.deadline'],
  ['2027-01-15', { parent: { number: 'DAYU-2026-0001', deadline: '2027-01-14' } }, 'R11 deadline'],
  ['2027-01-15', { deadlineOfProject: '2027-01-14' }, 'R11 deadline'],
  ['2027-01-15', { granted: 1, limits: { mostPerOrder: 1 } }, 'R11 workOrderId'],
])('more time to %s with %j is neither requested nor granted', (deadline, change, refusal) => {
  const extension = { ...MORE, ...change, deadline };
  expect(() => requestedExtension(head, extension, '汛期')).toThrow(refusal);
  expect(() => grantedExtension(dispatcher, REQUEST, extension, null)).toThrow(refusal);
});

test('an overdue order gets time that does not end in the past', () => {
  expect(
    requestedExtension(head, { ...MORE, old: '2026-11-01', deadline: '2026-11-18' }, '汛期'),
  ).toMatchObject({
    wantedDeadline: '2026-11-18',
  });
});

test('a request is refused with a reason, or lapses, once', () => {
  expect(refusedExtension(dispatcher, REQUEST, '可以按期')).toMatchObject({
    state: 'REFUSED',
    answer: '可以按期',
  });
  expect(lapsedExtension(head, REQUEST, 'submitWorkOrder')).toMatchObject({ state: 'LAPSED', answer: null });
  expect(() => refusedExtension(dispatcher, { state: 'GRANTED', version: 2 }, 'x')).toThrow(
    'refuseExtension',
  );
});
