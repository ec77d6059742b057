import { chinese, english, fieldsOf } from '../../test-support/violations';
import { r25 } from '../rules/r25-five-requisites';
import { findingsOfTask } from './batch-assignment';

const TASK = { goal: '清零', content: '逐楼清理', form: '清洁日', training: '讲座', instructor: '李四' };

test('findings say which task of a batch they are about', () => {
  const findings = findingsOfTask(1, r25.check({ ...TASK, goal: '' }));
  expect(fieldsOf(r25, findings)).toEqual(['assignments.1.goal']);
  expect(chinese(findings)).toMatch(/^第2项任务：向社区安排的任务缺少/u);
  expect(english(findings)).toMatch(/^Task 2: The task lacks one of the five requisites/u);
});

test('a task that keeps the rules has no findings', () => {
  expect(findingsOfTask(0, r25.check(TASK))).toEqual([]);
});

test('a finding that any of several inputs mends names each within its task', () => {
  const [finding] = r25.check({ ...TASK, goal: '' });
  if (!finding) throw new Error('R25 let a task without a goal pass');
  expect(findingsOfTask(0, [{ ...finding, field: ['goal', 'content'] }])[0]?.field).toEqual([
    'assignments.0.goal',
    'assignments.0.content',
  ]);
});
