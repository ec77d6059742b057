import { actAs } from '../../test-support/act';
import { charteredProject } from './project';

const dispatcher = actAs('DISPATCHER');
const CHARTER = {
  goals: '二十个小区整治',
  departmentCodes: ['JUSTICE', 'JUSTICE'],
  communityCodes: ['110109001001'],
  deadline: '2026-12-31',
};

test('a charter names each department and community once', () => {
  expect(charteredProject(dispatcher, CHARTER)).toEqual({ ...CHARTER, departmentCodes: ['JUSTICE'] });
});

test.each([
  ['without goals', { goals: null }, 'R19 goals'],
  ['for yesterday', { deadline: '2026-11-17' }, 'R19 deadline'],
])('none is drawn up %s', (_, change, refusal) => {
  expect(() => charteredProject(dispatcher, { ...CHARTER, ...change })).toThrow(refusal);
});
