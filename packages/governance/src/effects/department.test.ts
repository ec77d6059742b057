import { actAs } from '../../test-support/act';
import { addedDepartment, endedDepartment, renamedDepartment } from './department';

const act = actAs('DISTRICT_OFFICE');
const known = [
  { code: 'JUSTICE', name: '区司法局', isEnded: false },
  { code: 'OLD_BUREAU', name: '区旧局', isEnded: true },
];
const DRAFT = { code: 'BIG_DATA', name: '区数据局', documentNumber: '门编办〔2026〕3号', known };

test('a department is added, renamed and ended with its document as the source', () => {
  const citation = 'document:门编办〔2026〕3号';
  expect(addedDepartment(act, DRAFT)).toEqual({ code: 'BIG_DATA', name: '区数据局', citation });
  expect(renamedDepartment(act, { ...DRAFT, code: 'JUSTICE' })).toEqual({ name: '区数据局', citation });
  expect(endedDepartment(act, '门编办〔2026〕3号')).toEqual({ citation, deletedAt: act.now });
});

test('the name of an ended department is free', () => {
  expect(addedDepartment(act, { ...DRAFT, name: '区旧局' }).name).toBe('区旧局');
});

test.each([
  ['under a code that is taken', { code: 'JUSTICE' }, 'input.code: 代码“JUSTICE”已是“区司法局”的代码'],
  [
    'under the code of an ended one',
    { code: 'OLD_BUREAU' },
    'input.code: 代码“OLD_BUREAU”曾为“区旧局”的代码',
  ],
  ['under a code in small letters', { code: 'big' }, 'input.code: “big”须以大写字母开头'],
  ['under a name that is taken', { name: '区司法局 ' }, 'input.name: 区里已有部门“区司法局”（JUSTICE）'],
])('none is added %s', (_, change, refusal) => {
  expect(() => addedDepartment(act, { ...DRAFT, ...change })).toThrow(refusal);
});

test.each([
  ['to the name of another', { code: 'BIG_DATA', name: '区司法局' }, 'input.name: 区里已有部门'],
  ['to its own name', { code: 'JUSTICE', name: '区司法局' }, 'input.name: “区司法局”已是该部门的名称'],
])('none is renamed %s', (_, change, refusal) => {
  expect(() => renamedDepartment(act, { ...DRAFT, ...change })).toThrow(refusal);
});
