import { actAs } from '../../test-support/act';
import { corrected } from './correction';

const head = actAs('CENTER_HEAD');
const ROW = { version: 3, title: '义诊', codes: ['A'], day: '2026-11-18', note: null };

test('what differs changes, and its old value is kept with the reason', () => {
  const { changed, entries } = corrected(
    head,
    ROW,
    { title: '义诊周', codes: ['A', 'B'], day: null },
    '笔误',
  );
  expect(changed).toEqual({ title: '义诊周', codes: ['A', 'B'] });
  const common = { reason: '笔误', correctedBy: 'CENTER_HEAD:1', role: 'CENTER_HEAD', madeVersion: 4 };
  expect(entries).toEqual([
    { field: 'title', oldValue: '义诊', newValue: '义诊周', ...common },
    { field: 'codes', oldValue: '["A"]', newValue: '["A","B"]', ...common },
  ]);
});

test('what was empty can be filled, and what is stated again is no correction', () => {
  const { entries } = corrected(head, ROW, { note: '见附件', title: '义诊' }, '补充');
  expect(entries).toMatchObject([{ field: 'note', oldValue: null, newValue: '见附件' }]);
});

test.each<[string, Parameters<typeof corrected>[2], string, string]>([
  ['without words as its reason', { title: '义诊周' }, '——', 'input.reason'],
  ['of nothing', { title: null }, '笔误', 'input.title: 更正没有改变任何内容'],
  ['of the same', { title: '义诊', codes: ['A'] }, '笔误', 'input.title: 更正没有改变任何内容'],
])('none is made %s', (_, given, reason, refusal) => {
  expect(() => corrected(head, ROW, given, reason)).toThrow(refusal);
});

const CLEARABLE = ['note', 'title'];

test('a value that may be without one is cleared, and what it was is kept', () => {
  const { changed, entries } = corrected(head, { ...ROW, note: '见附件' }, { title: '义诊周' }, '误填', {
    named: ['note'],
    clearable: CLEARABLE,
  });
  expect(changed).toEqual({ title: '义诊周', note: null });
  expect(entries).toMatchObject([{ field: 'title' }, { field: 'note', oldValue: '见附件', newValue: null }]);
});

test.each<[string, object, readonly string[], string]>([
  ['that always has a value', {}, ['day'], 'input.clear: “day”不能清空。可以清空的字段：note, title'],
  ['that gets a value as well', { title: '义诊周' }, ['title'], 'input.clear: “title”既要清空又填了值'],
  ['that is empty', {}, ['note'], 'input.note: 更正没有改变任何内容'],
])('nothing is cleared %s', (_, given, named, refusal) => {
  expect(() => corrected(head, ROW, { ...given }, '误填', { named, clearable: CLEARABLE })).toThrow(refusal);
});
