import { defineReadable, field } from '@mtg/commands';
import { WeeklyItemState } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { centerCode, communityCode } from '../inputs';
import { CONCERNS } from '../scopes';
import { WeeklyItem } from './weekly-item';

/** Items as they are read; a secretary reads those that concern the own community. */
export const weeklyItems = defineReadable({
  entity: WeeklyItem,
  name: 'WeeklyItem',
  one: 'weeklyItem',
  many: 'weeklyItems',
  description: zhEn('周例会事项', 'Matters for communities, put to weekly meetings'),
  group: 'COMMUNITY_WORK',
  scopes: { COMMUNITY: CONCERNS },
  filters: {
    meetingId: field.uuid(zhEn('周例会标识', 'Id of the weekly meeting')),
    centerCode,
    communityCode,
    state: field.choice(WeeklyItemState, zhEn('状态', 'State')),
  },
  conditions: { communityCode: CONCERNS },
});
