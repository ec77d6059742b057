import { parseCitation, STATISTICS_TITLE, STUDY_TITLE, type Citation } from './citation';

test.each<[string, Omit<Citation, 'citation'>]>([
  ['seed:108', { kind: 'STUDY', document: STUDY_TITLE, line: 108 }],
  ['seed:115-116', { kind: 'STUDY', document: STUDY_TITLE, line: 115, endLine: 116 }],
  ['nbs:110109', { kind: 'STATISTICS', document: STATISTICS_TITLE, code: '110109' }],
  ['nbs:110109003', { kind: 'STATISTICS', document: STATISTICS_TITLE, code: '110109003' }],
  ['nbs:110109003024', { kind: 'STATISTICS', document: STATISTICS_TITLE, code: '110109003024' }],
  ['import:社区名单.csv:12', { kind: 'IMPORT', document: '社区名单.csv', line: 12 }],
  ['import:base tasks 2024.csv:1', { kind: 'IMPORT', document: 'base tasks 2024.csv', line: 1 }],
  ['import:12:30 版.csv:7', { kind: 'IMPORT', document: '12:30 版.csv', line: 7 }],
  ['npm:chinese-days@1.5.7', { kind: 'PACKAGE', document: 'chinese-days 1.5.7' }],
  ['import:a:2', { kind: 'IMPORT', document: 'a', line: 2 }],
])('%s', (text, expected) => {
  expect(parseCitation(text)).toEqual({ citation: text, ...expected });
});

test('the titles are in Chinese', () => {
  expect(STUDY_TITLE).toBe('《门头沟区服务型街道的治理模式研究——以街道大工委和地区管理委员会建设为例》');
  expect(STATISTICS_TITLE).toBe('国家统计局2023年统计用区划代码');
});

test.each([
  '',
  'seed',
  'seed:',
  'seed:0',
  'seed:01',
  'seed:-1',
  'seed:1.5',
  'seed:108 ',
  ' seed:108',
  'seed:108\n',
  'SEED:108',
  'seed:115–116',
  'seed:116-',
  'seed:1-2-3',
  'seed:１０８',
  'nbs:',
  'nbs:1101090',
  'nbs:11010900302X',
  'nbs:1101090030244',
  'import:',
  'import:a.csv',
  'import:a.csv:',
  'import:a.csv:0',
  'import::3',
  'import: :3',
  'import:folder/a.csv:3',
  'import:C:\\a.csv:3',
  'page:3',
  'npm:chinese-days',
  'npm:Chinese@1.0.0',
])('%j is refused with the accepted forms', (text) => {
  expect(() => parseCitation(text)).toThrow(TypeError);
  expect(() => parseCitation(text)).toThrow(/seed:108, seed:115-116, nbs:110109003024, import:/u);
});

test.each(['seed:116-115', 'seed:116-116'])('%s: a range runs forward', (text) => {
  expect(() => parseCitation(text)).toThrow(/range must end after it begins/u);
});
