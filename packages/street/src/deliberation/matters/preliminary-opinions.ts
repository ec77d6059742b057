import { defineReadable, field } from '@mtg/commands';
import { zhEn } from '@mtg/subgraph-kit';
import { PreliminaryOpinion } from './preliminary-opinion';
import { StreetBodyKind } from './street-body-kind';

/** Opinions of the two bodies, as they are read. */
export const preliminaryOpinions = defineReadable({
  entity: PreliminaryOpinion,
  name: 'PreliminaryOpinion',
  one: 'preliminaryOpinion',
  many: 'preliminaryOpinions',
  description: zhEn('初步意见', 'Preliminary opinions of the street’s two bodies on major matters'),
  group: 'DELIBERATION',
  filters: { body: field.choice(StreetBodyKind, zhEn('机构', 'The body')) },
});
