import { actAs } from '../../test-support/act';
import { charteredProject } from './project';

const dispatcher = actAs('DISPATCHER');
const CHARTER = {
  goals: '二十个小区整治',
  departmentCodes: ['JUSTICE', 'JUSTICE'],
  communityCodes: ['110109001001'],
  deadline: '2026-12-31',
};

test('a charter names each department, community and base task once', () => {
  const charter = { ...CHARTER, baseTaskCodes: ['BT-5-01', 'BT-5-01'] };
  expect(charteredProject(dispatcher, charter)).toEqual({
    ...CHARTER,
    departmentCodes: ['JUSTICE'],
    baseTaskCodes: ['BT-5-01'],
  });
  expect(charteredProject(dispatcher, CHARTER).baseTaskCodes).toEqual([]);
});

test.each([
  ['without goals', { goals: null }, 'R19 goals'],
  ['for yesterday', { deadline: '2026-11-17' }, 'R19 deadline'],
])('none is drawn up %s', (_, change, refusal) => {
  expect(() => charteredProject(dispatcher, { ...CHARTER, ...change })).toThrow(refusal);
});
