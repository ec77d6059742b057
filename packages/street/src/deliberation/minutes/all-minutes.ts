import { defineReadable, field } from '@mtg/commands';
import { MinutesState } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { Minutes } from './minutes';
import { MinutesItem } from './minutes-item';

/** Minutes as they are read; drafts show their state. */
export const allMinutes = defineReadable({
  entity: Minutes,
  name: 'Minutes',
  one: 'minutes',
  many: 'allMinutes',
  description: zhEn('会议纪要', 'Minutes of meetings'),
  group: 'DELIBERATION',
  filters: { state: field.choice(MinutesState, zhEn('状态', 'State')) },
});

export const minutesItems = defineReadable({
  entity: MinutesItem,
  name: 'MinutesItem',
  one: 'minutesItem',
  many: 'minutesItems',
  description: zhEn('纪要条目', 'Numbered items of minutes'),
  group: 'DELIBERATION',
  filters: {
    centerCode: field.code(zhEn('部署给的中心代码', 'Code of the center that they give work to')),
    communityCode: field.code(zhEn('涉及的社区代码', 'Code of the community that they concern')),
  },
});
