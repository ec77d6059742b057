import { labelIn } from './label-in';

test.each([
  ['Deadline (inclusive), Asia/Shanghai', 'Deadline'],
  ['On time: whether the last submission was in time', 'On time'],
  ['Main order. Null unless this is a sub-order', 'Main order'],
  ['原派单，协办单才有', '原派单'],
  ['是否按时：最近一次提交是否不晚于原定时限', '是否按时'],
  ['Title', 'Title'],
])('the label of “%s” is “%s”', (description, label) => {
  expect(labelIn(description)).toBe(label);
});
