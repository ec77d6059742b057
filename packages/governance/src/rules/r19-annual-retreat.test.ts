import { chinese, fieldsOf } from '../../test-support/violations';
import { r19, type ProjectCharter } from './r19-annual-retreat';

const CHARTER: ProjectCharter = {
  goals: '完成二十个老旧小区整治',
  departmentCodes: ['URBAN_MANAGEMENT_COMMISSION'],
  communityCodes: ['110109001001'],
  deadline: '2026-11-30',
  today: '2026-01-20',
};

test.each<[string, Partial<ProjectCharter>]>([
  ['all four', {}],
  ['a deadline today', { deadline: '2026-01-20' }],
])('a charter keeps it by %s', (_, change) => {
  expect(r19.check({ ...CHARTER, ...change })).toEqual([]);
});

test.each<[string, Partial<ProjectCharter>, string[], string]>([
  ['no goals', { goals: ' ' }, ['goals'], '没有目标任务'],
  ['goals without words', { goals: '--' }, ['goals'], '没有目标任务'],
  ['no department', { departmentCodes: [] }, ['departmentCodes'], '没有参与部门'],
  ['a blank department', { departmentCodes: ['', ' '] }, ['departmentCodes'], '没有参与部门'],
  ['no community', { communityCodes: [] }, ['communityCodes'], '没有覆盖的社区'],
  ['no deadline', { deadline: null }, ['deadline'], '没有完成时限'],
  ['a deadline that has passed', { deadline: '2026-01-19' }, ['deadline'], '不是今天'],
  ['a deadline that is no day', { deadline: '年底' }, ['deadline'], '不是今天'],
  [
    'nothing',
    { goals: undefined, departmentCodes: [], communityCodes: [], deadline: '' },
    ['goals', 'departmentCodes', 'communityCodes', 'deadline'],
    '没有目标任务',
  ],
])('a charter breaks it by %s', (_, change, fields, text) => {
  const violations = r19.check({ ...CHARTER, ...change });
  expect(fieldsOf(r19, violations)).toEqual(fields);
  expect(chinese(violations)).toContain(text);
});

const held = (...days: string[]) => days.map((heldOn) => ({ heldOn }));

test.each([
  ['a retreat in January', '2026-04-01', held('2026-01-12')],
  ['a retreat on the last day of March', '2026-12-31', held('2026-03-31')],
  ['none yet in March', '2026-03-31', held()],
])('a year keeps it by %s', (_, today, heldRetreats) => {
  expect(r19.check({ year: '2026', today, heldRetreats })).toEqual([]);
});

test.each([
  ['no retreat', held()],
  ['one in April', held('2026-04-01')],
  ['one of the year before', held('2025-01-12', '2025-12-31')],
])('a year breaks it by %s, from April on', (_, heldRetreats) => {
  const violations = r19.check({ year: '2026', today: '2026-04-01', heldRetreats });
  expect(fieldsOf(r19, violations)).toEqual(['heldRetreats']);
});

test('what is not a year is said', () => {
  expect(r19.check({ year: 'MMXXVI', today: '2026-04-01', heldRetreats: [] })).toHaveLength(1);
});
