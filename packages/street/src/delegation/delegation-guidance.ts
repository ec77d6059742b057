import { column, defineTable, type RowOf } from '@mtg/commands';
import { Delegation } from './delegation';
import { centerCode, communityCode } from '../organization/reference-columns';

/** What the committee gives a center or a community on the way with a delegation (seed:116, 指导性意见). */
export const DelegationGuidance = defineTable('DelegationGuidance', {
  zh: '指导性意见',
  en: 'Guidance to a center or a community on a delegation',
  list: 'Guidance to centers and communities on a delegation',
  one: 'guidanceOfDelegation',
  read: { group: 'DELEGATION', via: 'delegationId', listed: false },
  writes: 'APPEND_ONLY',
  checks: { delegation_guidance_addressee: 'num_nonnulls(center_code, community_code) = 1' },
  columns: {
    delegationId: column.ref(() => Delegation, { inverse: 'guidance', trace: column.ON }),
    centerCode: column.optional(centerCode('中心代码', 'Code of the center it is for; or null')),
    communityCode: column.optional(communityCode('社区代码', 'Code of the community it is for; or null')),
    text: column.text('意见', 'The guidance'),
  },
  trace: { title: 'text' },
});

export type DelegationGuidance = RowOf<typeof DelegationGuidance>;
