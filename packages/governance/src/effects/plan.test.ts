import { actAs, NOW } from '../../test-support/act';
import {
  adoptedPlan,
  amendedPlan,
  draftedPlan,
  requireCarriedItem,
  returnedPlan,
  revisedPlan,
  submittedPlan,
} from './plan';

const head = actAs('CENTER_HEAD');
const dispatcher = actAs('DISPATCHER');
const items = [
  { kind: 'KEY_POINT', content: '慢性病随访' },
  { kind: 'INNOVATION', content: '家庭医生进楼门' },
] as const;
const draft = { state: 'DRAFT', version: 1, period: '2026-11' } as const;
const submitted = { state: 'SUBMITTED', version: 2, period: '2026-11' } as const;
const adopted = { state: 'ADOPTED', version: 3, period: '2026-11' } as const;

test('a plan is drafted for a year or a month, revised, submitted and adopted', () => {
  expect(draftedPlan(head, { period: '2026', items })).toMatchObject({ kind: 'YEAR', state: 'DRAFT' });
  expect(draftedPlan(head, { period: '2026-12', items })).toMatchObject({ kind: 'MONTH', adoptedOn: null });
  expect(revisedPlan(head, draft, items)).toEqual({ state: 'DRAFT' });
  expect(submittedPlan(head, draft)).toEqual({
    state: 'SUBMITTED',
    submittedAt: NOW,
    submittedBy: head.actor.subject,
    returnReason: null,
  });
  expect(adoptedPlan(dispatcher, submitted, null)).toEqual({
    state: 'ADOPTED',
    adoptedOn: '2026-11-18',
    adoptedAt: NOW,
  });
});

test('the day of adoption counts, and may be recorded later, but lies not in the future', () => {
  expect(adoptedPlan(dispatcher, submitted, '2026-11-01').adoptedOn).toBe('2026-11-01');
  expect(() => adoptedPlan(dispatcher, submitted, '2026-11-19')).toThrow('input.adoptedOn');
});

test.each([
  ['2026-11', '2026-10-01', '2026-09-30'],
  ['2026-01', '2025-12-01', '2025-11-30'],
  ['2026', '2025-01-01', '2024-12-31'],
])('the plan for %s is adopted on %s at the earliest', (period, earliest, before) => {
  expect(adoptedPlan(dispatcher, { ...submitted, period }, earliest).adoptedOn).toBe(earliest);
  expect(() => adoptedPlan(dispatcher, { ...submitted, period }, before)).toThrow(earliest);
});

test('a plan for a distant time is adopted today', () => {
  const distant = { ...submitted, period: '2027-06' };
  expect(adoptedPlan(dispatcher, distant, null).adoptedOn).toBe('2026-11-18');
  expect(() => adoptedPlan(dispatcher, distant, '2026-11-17')).toThrow('input.adoptedOn');
});

test('a plan is returned with the reason, and says so until it is submitted again', () => {
  expect(returnedPlan(dispatcher, submitted, '缺少项目')).toEqual({
    state: 'DRAFT',
    returnReason: '缺少项目',
  });
});

test.each(['2026-Q1', '2026-W47', '2026-13', '明年'])('there is no plan for %s', (period) => {
  expect(() => draftedPlan(head, { period, items })).toThrow('input.period');
});

test('key points and innovations are required', () => {
  expect(() => draftedPlan(head, { period: '2026', items: [items[0]] })).toThrow('R17 items');
  expect(() => revisedPlan(head, draft, [items[1]])).toThrow('R17 items');
  expect(() => amendedPlan(head, adopted, { isAmended: false, items: [] })).toThrow('R17 items');
});

test('no step is skipped', () => {
  expect(() => adoptedPlan(dispatcher, draft, null)).toThrow('plan DRAFT: adoptPlan');
  expect(() => revisedPlan(head, submitted, items)).toThrow('plan SUBMITTED: revisePlan');
  expect(() => submittedPlan(head, adopted)).toThrow('plan ADOPTED: submitPlan');
});

test('an adopted plan is amended once, by a draft for the same time', () => {
  expect(amendedPlan(head, adopted, { isAmended: false, items })).toMatchObject({
    state: 'DRAFT',
    kind: 'MONTH',
    period: '2026-11',
  });
  expect(() => amendedPlan(head, adopted, { isAmended: true, items })).toThrow('amendment');
  expect(() => amendedPlan(head, { ...adopted, state: 'SUBMITTED' }, { isAmended: false, items })).toThrow(
    'returnPlan',
  );
});

test.each<[string, string, string, 'ADOPTED' | 'DRAFT', boolean]>([
  ['the month before', 'HEALTH', '2026-10', 'ADOPTED', true],
  ['the year', 'HEALTH', '2026', 'ADOPTED', true],
  ['the same month', 'HEALTH', '2026-11', 'ADOPTED', false],
  ['a month to come', 'HEALTH', '2026-12', 'ADOPTED', false],
  ['another center', 'CIVIL_AFFAIRS', '2026-10', 'ADOPTED', false],
  ['a draft', 'HEALTH', '2026-10', 'DRAFT', false],
])('an item of %s is carried over: %s %s %s %s', (_, centerCode, period, state, may) => {
  const require = () =>
    requireCarriedItem(
      head,
      { centerCode: 'HEALTH', period: '2026-11' },
      { centerCode, period, state },
      'items.0',
    );
  if (may) expect(require).not.toThrow();
  else expect(require).toThrow('input.items.0');
});

test('the retreat of the year settles the plan for it', () => {
  const retreat = { number: '一号', kind: 'ANNUAL_RETREAT', state: 'OPEN', heldOn: '2026-01-15' } as const;
  expect(draftedPlan(head, { period: '2026', items, retreat })).toMatchObject({ year: 2026 });
  expect(() => draftedPlan(head, { period: '2027', items, retreat })).toThrow('input.retreatMeetingId');
  expect(() => draftedPlan(head, { period: '2026-02', items, retreat })).toThrow('input.retreatMeetingId');
});
