import { defineReadable } from '@mtg/commands';
import { zhEn } from '@mtg/subgraph-kit';
import { KeyPoint } from './key-point';
import { year } from './year';

/** Key points of the years, as they are read. */
export const keyPoints = defineReadable({
  entity: KeyPoint,
  name: 'KeyPoint',
  one: 'keyPoint',
  many: 'keyPoints',
  description: zhEn('全年工作要点', 'Key points of the street’s years'),
  group: 'DELIBERATION',
  filters: { year },
});
