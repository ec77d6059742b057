import { actAs } from '../../test-support/act';
import { followedUpLog, type FollowUpDraft } from './sentiment-follow-up';

const act = actAs('DISPATCHER');
const log = { id: 'log', communityCode: '110109001001' };
const weeklyItem = { id: 'weekly', communityCodes: ['110109001002', '110109001001'] };
const minutesItem = { id: 'item', communityCode: null };
const minutes = { state: 'ISSUED', version: 2 } as const;
const NONE: FollowUpDraft = { log, weeklyItem: null, minutesItem: null, minutes: null };

test.each<[string, Partial<FollowUpDraft>, object]>([
  ['an item of a weekly meeting', { weeklyItem }, { weeklyItemId: 'weekly', minutesItemId: null }],
  ['an item of issued minutes', { minutesItem, minutes }, { weeklyItemId: null, minutesItemId: 'item' }],
  [
    'an item of issued minutes on its community',
    { minutesItem: { id: 'item', communityCode: '110109001001' }, minutes },
    { weeklyItemId: null, minutesItemId: 'item' },
  ],
])('a log is taken to %s', (_, draft, values) => {
  expect(followedUpLog(act, { ...NONE, ...draft })).toEqual({ sentimentLogId: 'log', ...values });
});

test.each<[string, Partial<FollowUpDraft>, string]>([
  ['nowhere', {}, 'input.weeklyItemId: 周例会事项和纪要条目须填其一'],
  ['to two items', { weeklyItem, minutesItem, minutes }, 'input.weeklyItemId: 周例会事项和纪要条目须填其一'],
  [
    'to an item for other communities',
    { weeklyItem: { ...weeklyItem, communityCodes: ['110109001002'] } },
    'input.weeklyItemId: 所引用的条目不涉及',
  ],
  [
    'to minutes on another community',
    { minutesItem: { ...minutesItem, communityCode: '110109001002' }, minutes },
    'input.minutesItemId: 所引用的条目不涉及',
  ],
  ['to a draft', { minutesItem, minutes: { state: 'DRAFT', version: 1 } }, '所引用的纪要尚未印发'],
])('a log is not taken %s', (_, draft, refusal) => {
  expect(() => followedUpLog(act, { ...NONE, ...draft })).toThrow(refusal);
});
