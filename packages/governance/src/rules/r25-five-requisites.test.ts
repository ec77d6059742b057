import { chinese, fieldsOf } from '../../test-support/violations';
import { r25 } from './r25-five-requisites';

const TASK = {
  goal: '楼道堆物清零',
  content: '逐楼清理',
  form: '周末清洁日',
  training: '消防讲座一次',
  instructor: '李四',
};
const LABELS: [keyof typeof TASK, string][] = [
  ['goal', '目标要求'],
  ['content', '具体内容'],
  ['form', '推荐（推进）形式'],
  ['training', '专门培训'],
  ['instructor', '联系指导员'],
];

test('kept by all five', () => {
  expect(r25.check(TASK)).toEqual([]);
});

test.each(LABELS)('broken without %s', (field, label) => {
  for (const nothing of [undefined, null, '', ' 　\n']) {
    const violations = r25.check({ ...TASK, [field]: nothing });
    expect(fieldsOf(r25, violations)).toEqual([field]);
    expect(chinese(violations)).toContain(`“${label}”（${field}）`);
  }
});

test('each missing one is named, in the order of the study', () => {
  expect(fieldsOf(r25, r25.check({}))).toEqual(LABELS.map(([field]) => field));
});

test.each(['-', '——', '。', '123', '①', '😀'])('broken by %s, which holds no words', (text) => {
  const violations = r25.check({ ...TASK, training: text });
  expect(fieldsOf(r25, violations)).toEqual(['training']);
  expect(chinese(violations)).toContain('没有文字');
});

test.each(['无', '清理', 'x'])('broken by %s five times', (text) => {
  const task = { goal: text, content: text, form: ` ${text}`, training: text, instructor: text };
  expect(fieldsOf(r25, r25.check(task))).toEqual([LABELS.map(([field]) => field)]);
});

test('kept by a text that says four of the five', () => {
  const text = '逐楼清理';
  expect(r25.check({ ...TASK, goal: text, content: text, form: text, training: text })).toEqual([]);
});
