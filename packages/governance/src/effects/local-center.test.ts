import { actAs } from '../../test-support/act';
import { addedCenter, closedCenter } from './local-center';

const act = actAs('COMMITTEE_CLERK');
const decision = { id: 'decision', number: '大峪工委〔2026〕7号' };
const known = [
  { code: 'HEALTH', name: '街道健康服务中心', isClosed: false },
  { code: 'STATION', name: '车站服务中心', isClosed: true },
];
const DRAFT = {
  code: 'OLD_TOWN',
  name: '老城服务中心',
  functionText: '服务老城居民',
  decision,
  known,
  sample: false,
};

test('a center is added with its decision as the source', () => {
  expect(addedCenter(act, DRAFT)).toEqual({
    code: 'OLD_TOWN',
    name: '老城服务中心',
    functionText: '服务老城居民',
    aliases: [],
    citation: 'document:大峪工委〔2026〕7号',
    decisionId: 'decision',
  });
});

test('the name of a closed center is free', () => {
  expect(addedCenter(act, { ...DRAFT, name: '车站服务中心' }).name).toBe('车站服务中心');
});

test.each<[string, Partial<typeof DRAFT> | { decision: null }, string]>([
  ['as one of the seven', { code: 'HEALTH' }, 'input.code: “HEALTH”是七个职能中心之一（R34）'],
  [
    'as one of the seven that is not listed',
    { code: 'PUBLIC_SECURITY' },
    'input.code: “PUBLIC_SECURITY”是七个',
  ],
  ['under a code of a closed center', { code: 'STATION' }, 'input.code: 代码“STATION”曾为“车站服务中心”'],
  ['under a code in small letters', { code: 'old' }, 'input.code: “old”须以大写字母开头'],
  ['under the name of another', { name: '街道健康服务中心 ' }, 'input.name: 本街道已有中心'],
  ['without a decision', { decision: null }, 'input.decision: 本地中心须由街道工委决策'],
  ['by a decision of the sample', { sample: true }, 'input.decisionId: 所引用的决策是样例数据'],
])('none is added %s', (_, change, refusal) => {
  expect(() => addedCenter(act, { ...DRAFT, ...change })).toThrow(refusal);
});

test('a center without open orders is closed at the time of the act', () => {
  expect(closedCenter(act, { decision, openOrders: [], sample: false })).toEqual({
    closingDecisionId: 'decision',
    deletedAt: act.now,
  });
});

test.each([
  [
    'with an open order',
    { decision, openOrders: ['DAYU-2026-0001'] },
    'input.centerCode: 该中心还有 1 件在办派单',
  ],
  ['without a decision', { decision: null, openOrders: [] }, 'input.decision: 本地中心须由街道工委决策'],
])('none is closed %s', (_, closing, refusal) => {
  expect(() => closedCenter(act, { ...closing, sample: false })).toThrow(refusal);
});
