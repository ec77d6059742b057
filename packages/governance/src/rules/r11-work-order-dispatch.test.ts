import { chinese, english, fieldsOf } from '../../test-support/violations';
import type { WorkOrderDraft } from '../checks/order-facts';
import type { WorkOrderExtension } from '../checks/order-facts';
import { r11 } from './r11-work-order-dispatch';

const KEY_POINT = { kind: 'KEY_POINT', year: 2026, committeeDecision: '大工〔2026〕1号' };
const LAST_YEARS = { ...KEY_POINT, year: 2025 };
const DELEGATION = { kind: 'DELEGATION', committeeDecision: '大工〔2026〕9号', state: 'DEPLOYED' };
const MINUTES = { kind: 'MINUTES_ITEM', state: 'ISSUED' };
const SOURCES = ['keyPointId', 'delegationId', 'minutesItemId'];
const ORDER: WorkOrderDraft = {
  role: 'DISPATCHER',
  source: KEY_POINT,
  projectId: '环境提升',
  centerCode: 'URBAN_MANAGEMENT',
  responsiblePerson: '张三',
  deadline: '2026-12-31',
  today: '2026-11-18',
};

test.each<[string, Partial<WorkOrderDraft>]>([
  ['a key point', {}],
  ['a deployed delegation', { source: DELEGATION }],
  ['a delegation with orders already', { source: { ...DELEGATION, state: 'DISPATCHED' } }],
  ['an item of issued minutes', { source: MINUTES }],
  [
    'a center that the delegation guides',
    { source: { ...DELEGATION, centers: ['HEALTH', 'URBAN_MANAGEMENT'] } },
  ],
  ['a source that names no center', { source: { ...MINUTES, centers: [] } }],
  [
    'a part of an order for an assisting center',
    { source: { ...MINUTES, centers: ['HEALTH'] }, partOfOrderOf: '2026-11-18' },
  ],
  ['the day on which its project is due', { deadlineOfProject: '2026-12-31' }],
  [
    'a part that is due on the day of its order',
    { partOfOrderOf: '2026-11-18', deadlineOfOrder: '2026-12-31' },
  ],
  ['a deadline today', { deadline: '2026-11-18' }],
  ['a person of the register in a post of the center', { registered: { name: '张三', isInPost: true } }],
  ['the year’s key point on its first day', { today: '2026-01-01' }],
  ['the year’s key point on its last day', { today: '2026-12-31' }],
  [
    'a part of an order of last year',
    { source: LAST_YEARS, today: '2026-01-04', partOfOrderOf: '2025-12-30' },
  ],
])('kept by %s', (_, change) => {
  expect(r11.check({ ...ORDER, ...change })).toEqual([]);
});

test.each<[string, Partial<WorkOrderDraft>, unknown[], string]>([
  ...['STREET_LEADER', 'CENTER_HEAD', 'COMMITTEE_CLERK', 'DISTRICT_OFFICE', ''].map(
    (role): [string, Partial<WorkOrderDraft>, unknown[], string] => [
      `an issuer in the role ${JSON.stringify(role)}`,
      { role },
      ['role'],
      'Only the General Affairs',
    ],
  ),
  ['no source', { source: undefined }, [SOURCES], 'needs a source'],
  ['a source of another kind', { source: { ...KEY_POINT, kind: 'PHONE_CALL' } }, [SOURCES], 'MINUTES_ITEM'],
  [
    'a key point without a decision',
    { source: { ...KEY_POINT, committeeDecision: null } },
    ['keyPointId'],
    'key point of the year',
  ],
  [
    'last year’s key point in January',
    { source: LAST_YEARS, today: '2026-01-01' },
    ['keyPointId'],
    'belongs to 2025, but the order is dispatched in 2026',
  ],
  [
    'next year’s key point in December',
    { source: { ...KEY_POINT, year: 2027 }, today: '2026-12-31' },
    ['keyPointId'],
    'belongs to 2027',
  ],
  [
    'a part of an order by this year’s key point, where the order is of last year',
    { partOfOrderOf: '2025-12-31' },
    ['keyPointId'],
    'dispatched in 2025',
  ],
  ['a key point of no year', { source: { ...KEY_POINT, year: null } }, ['keyPointId'], 'belongs to —'],
  [
    'a delegation without a decision',
    { source: { ...DELEGATION, committeeDecision: '' } },
    ['delegationId'],
    'admitted delegation',
  ],
  ...['SUBMITTED', 'OPINION_HEARD', 'APPROVED', 'COMPLETED', 'REJECTED', 'WITHDRAWN', undefined].map(
    (state): [string, Partial<WorkOrderDraft>, unknown[], string] => [
      `a delegation in state ${String(state)}`,
      { source: { ...DELEGATION, state } },
      ['delegationId'],
      'not admitted',
    ],
  ),
  ['an item of a draft', { source: { ...MINUTES, state: 'DRAFT' } }, ['minutesItemId'], 'not issued'],
  ['an item of no minutes', { source: { kind: 'MINUTES_ITEM' } }, ['minutesItemId'], 'not issued'],
  ['needs a project', { projectId: undefined }, ['projectId'], 'needs a project'],
  ['needs a target center', { centerCode: null }, ['centerCode'], 'needs a target center'],
  [
    'a center that the item of minutes does not name',
    { source: { ...MINUTES, centers: ['HEALTH', 'CIVIL_AFFAIRS'] } },
    ['centerCode'],
    'assigns the work to Street Health Service Center, Street Affairs Processing Service Center, but the order goes to Street Urban Construction',
  ],
  [
    'needs a responsible person',
    { responsiblePerson: ' ' },
    ['responsiblePerson'],
    'needs a responsible person',
  ],
  [
    'a person of the register without a post in the center',
    { registered: { name: '张三', isInPost: false } },
    ['responsiblePersonId'],
    '张三 holds no post in the center of the order today',
  ],
  [
    'another name than that of the person of the register',
    { registered: { name: '李四', isInPost: true } },
    ['responsiblePerson'],
    'The responsible person “张三” is not 李四',
  ],
  ['needs a deadline', { deadline: undefined }, ['deadline'], 'needs a deadline'],
  ['a deadline yesterday', { deadline: '2026-11-17' }, ['deadline'], 'not today'],
  [
    'a day after its project is due',
    { deadlineOfProject: '2026-12-30' },
    ['deadline'],
    'after the project’s deadline',
  ],
  [
    'a part that is due after its order',
    { partOfOrderOf: '2026-11-18', deadlineOfOrder: '2026-12-30' },
    ['deadline'],
    'is after the main order’s deadline',
  ],
  ['a deadline that is no day', { deadline: '2026-11-31' }, ['deadline'], 'not today'],
  [
    'nothing but a wish',
    {
      role: 'STREET_LEADER',
      source: null,
      projectId: '',
      centerCode: '',
      responsiblePerson: '',
      deadline: '',
    },
    ['role', SOURCES, 'projectId', 'centerCode', 'responsiblePerson', 'deadline'],
    'needs a source',
  ],
])('broken by %s', (_, change, fields, text) => {
  const violations = r11.check({ ...ORDER, ...change });
  expect(fieldsOf(r11, violations)).toEqual(fields);
  expect(english(violations)).toContain(text);
});

test('what a sub-order lacks of its order is named by that', () => {
  const source = { ...LAST_YEARS, citedBy: 'parentId' };
  const violations = r11.check({ ...ORDER, source, projectId: null, partOfOrderOf: '2026-11-18' });
  expect(fieldsOf(r11, violations)).toEqual(['parentId', 'parentId']);
});

const parent = { number: 'DAYU-2026-0001', deadline: '2026-12-31' };

const more = { deadline: '2026-12-31', old: '2026-12-01', granted: 0, limits: {} } as const;

test.each<[string, Partial<WorkOrderExtension['extension']>]>([
  ['an order that is no part', { deadline: '2027-03-01', parent: null }],
  ['an order, to the day of its project', { deadlineOfProject: '2026-12-31' }],
  ['a part, to the day of its order', { parent }],
  ['an order again, where the street states no limit', { granted: 9 }],
  ['an order within the limits of the street', { granted: 1, limits: { mostPerOrder: 2, mostDaysEach: 30 } }],
])('kept by extending %s', (_, change) => {
  expect(r11.check({ extension: { ...more, ...change } })).toEqual([]);
});

test.each<[string, Partial<WorkOrderExtension['extension']>, string[], string]>([
  ['a part beyond its order', { deadline: '2027-01-01', parent }, ['deadline'], 'main order DAYU-2026-0001'],
  ['a part to no day', { deadline: '2026-12-32', parent }, ['deadline'], 'main order DAYU-2026-0001'],
  ['an order beyond its project', { deadlineOfProject: '2026-12-30' }, ['deadline'], 'project’s deadline'],
  [
    'an order too often',
    { granted: 2, limits: { mostPerOrder: 2 } },
    ['workOrderId'],
    'extended 2 times, and the street allows 2',
  ],
  [
    'an order by too many days',
    { limits: { mostDaysEach: 29 } },
    ['deadline'],
    'allows 29 days for one extension. Choose 2026-12-30',
  ],
])('broken by extending %s', (_, change, fields, text) => {
  const violations = r11.check({ extension: { ...more, ...change } });
  expect(fieldsOf(r11, violations)).toEqual(fields);
  expect(english(violations)).toContain(text);
});

const source = { kind: 'MINUTES_ITEM', state: 'ISSUED', centers: ['HEALTH'] } as const;
const other = { role: 'DISPATCHER', source, centerCode: 'HEALTH', responsiblePerson: '李强', isPart: false };

test.each([
  ['to a center that the source names', {}],
  ['of a part, to any center', { centerCode: 'CIVIL_AFFAIRS', isPart: true }],
])('kept by a reassignment %s', (_, change) => {
  expect(r11.check({ reassignment: { ...other, ...change } })).toEqual([]);
});

test.each([
  ['by a center', { role: 'CENTER_HEAD' }, ['role']],
  [
    'to no center, of no person',
    { centerCode: null, responsiblePerson: ' ' },
    ['centerCode', 'responsiblePerson'],
  ],
  ['to a center that the source does not name', { centerCode: 'CIVIL_AFFAIRS' }, ['centerCode']],
])('broken by a reassignment %s', (_, change, fields) => {
  expect(fieldsOf(r11, r11.check({ reassignment: { ...other, ...change } }))).toEqual(fields);
});

test('a key point is adopted by a decision', () => {
  expect(r11.check({ keyPoint: { decision: '大工〔2026〕1号' } })).toEqual([]);
});

test.each([undefined, null, '', ' '])('a key point without a decision (%j) breaks it', (decision) => {
  const violations = r11.check({ keyPoint: { decision } });
  expect(fieldsOf(r11, violations)).toEqual([['decision', 'decisionId']]);
  expect(chinese(violations)).toBe('全年工作要点须有街道工委的决策。请填写 decision 或 decisionId。');
  expect(english(violations)).toContain('needs a decision of the Street Party Working Committee');
});

test('what is missing is said in Chinese first', () => {
  expect(chinese(r11.check({ ...ORDER, responsiblePerson: '' }))).toBe('派单没有责任人。请填写。');
});
