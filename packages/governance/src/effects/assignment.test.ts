import { actAs, NOW } from '../../test-support/act';
import {
  issuedAssignment,
  issuedBatch,
  reportedProgress,
  requirePassed,
  withdrawnAssignment,
  type CitingTask,
} from './assignment';

const dispatcher = actAs('DISPATCHER');
const MEETING = {
  id: 'm',
  number: '大峪周例〔2026〕第46号',
  kind: 'WEEKLY',
  state: 'CLOSED',
  closedAt: new Date('2026-11-17T08:00:00Z'),
};
const REQUISITES = { goal: '清零', content: '逐楼', form: '清洁日', training: '讲座', instructor: '李四' };
const TASK: CitingTask = {
  input: { weeklyItemId: 'i', communityCode: '110109001001', deadline: '2026-12-16', ...REQUISITES },
  cited: {
    item: { number: 3, title: '楼道', state: 'PASSED', communityCodes: ['110109001001'] },
    meeting: MEETING,
  },
};
const without = (change: Partial<CitingTask['input']>): CitingTask => ({
  ...TASK,
  input: { ...TASK.input, ...change },
});

test('a batch brings what one meeting has passed', () => {
  requirePassed(dispatcher, [TASK]);
  expect(issuedBatch(dispatcher, 'm', [TASK])).toEqual({
    meetingId: 'm',
    meetingKind: 'WEEKLY',
    meetingState: 'CLOSED',
    issuedAt: NOW,
    issuer: 'DISPATCHER:1',
  });
  expect(issuedAssignment(TASK, 'm')).toEqual({
    state: 'ASSIGNED',
    withdrawnAt: null,
    withdrawalReason: null,
    ...REQUISITES,
    meetingId: 'm',
    itemState: 'PASSED',
    weeklyItemId: 'i',
    communityCode: '110109001001',
    deadline: '2026-12-16',
  });
});

test.each<[string, CitingTask, string]>([
  [
    'that cites nothing',
    { ...without({ weeklyItemId: null }), cited: null },
    'R22 assignments.1.weeklyItemId',
  ],
  ['for another community', without({ communityCode: '110109001002' }), 'R22 assignments.1.communityCode'],
  ['without a goal', without({ goal: ' ' }), 'R25 assignments.1.goal'],
])('no task goes out %s', (_, task, refusal) => {
  expect(() => requirePassed(dispatcher, [TASK, task])).toThrow(refusal);
});

test('a center head cannot hand a task to a community', () => {
  expect(() => requirePassed(actAs('CENTER_HEAD'), [TASK])).toThrow('R09 role');
});

test.each<[string, readonly CitingTask[], string | null, string]>([
  ['empty', [], null, 'R23 assignments'],
  ['the second of its meeting', [TASK], '大峪布置〔2026〕第1号', 'R23 meetingId'],
  ['of a task twice', [TASK, TASK], null, '3 “楼道” → 110109001001 重复'],
])('no batch is %s', (_, tasks, earlier, refusal) => {
  expect(() => issuedBatch(dispatcher, 'm', tasks, earlier)).toThrow(refusal);
});

const ASSIGNMENT = { id: 'a', state: 'ASSIGNED', version: 1, communityCode: '110109001001' } as const;

test.each([
  [false, 'IN_PROGRESS'],
  [true, 'COMPLETED'],
])('a community reports (completed: %s), and the task is %s', (completed, state) => {
  const secretary = actAs('COMMUNITY_SECRETARY');
  expect(reportedProgress(secretary, ASSIGNMENT, { text: '已发动', completed })).toEqual({
    values: { state },
    report: {
      assignmentId: 'a',
      communityCode: '110109001001',
      text: '已发动',
      completed,
      reporter: 'COMMUNITY_SECRETARY:1',
    },
  });
});

test.each(['withdrawAssignment', 'cancelWorkOrder'])('a task is withdrawn by %s, once', (command) => {
  const withdrawn = withdrawnAssignment(dispatcher, ASSIGNMENT, command, '任务取消');
  expect(withdrawn).toEqual({ state: 'WITHDRAWN', withdrawnAt: NOW, withdrawalReason: '任务取消' });
  expect(() => withdrawnAssignment(dispatcher, { ...ASSIGNMENT, ...withdrawn }, command, '')).toThrow(
    'WITHDRAWN',
  );
});
