import { defineReadable, field } from '@mtg/commands';
import { MajorMatterState } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { MajorMatter } from './major-matter';

/** Major matters as they are read. */
export const majorMatters = defineReadable({
  entity: MajorMatter,
  name: 'MajorMatter',
  one: 'majorMatter',
  many: 'majorMatters',
  description: zhEn('重大事项', 'Major matters of the area'),
  group: 'DELIBERATION',
  filters: { state: field.choice(MajorMatterState, zhEn('状态', 'State')) },
});
