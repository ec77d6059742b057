import { column, defineTable, type RowOf } from '@mtg/commands';
import { recordedLate } from '../../foundation/recorded-late';
import { Delegation } from './delegation';
import { centerCode, communityCode } from '../../organization/reference-columns';

/** Guidance of the committee for a center or a community during a delegation (seed:116, 指导性意见). */
export const DelegationGuidance = defineTable('DelegationGuidance', {
  zh: '指导性意见',
  en: 'Guidance on a delegation, for a center or a community',
  list: 'Guidance on delegations, for centers and communities',
  one: 'guidanceOfDelegation',
  read: { group: 'DELEGATION', via: 'delegationId', listed: false },
  writes: 'APPEND_ONLY',
  checks: { delegation_guidance_addressee: 'num_nonnulls(center_code, community_code) = 1' },
  columns: {
    delegationId: column.ref(() => Delegation, { inverse: 'guidance', trace: column.ON }),
    centerCode: column.optional(
      centerCode('中心代码', 'Code of the center addressed. Null if addressed to a community'),
    ),
    communityCode: column.optional(
      communityCode('社区代码', 'Code of the community addressed. Null if addressed to a center'),
    ),
    text: column.text('意见', 'Text of the guidance'),
    givenOn: column.day('提出的日期', 'Day on which it was given'),
  },
  derived: {
    recordedLate: recordedLate(
      'givenOn',
      'createdAt',
      '是否补录(登记晚于提出之日)',
      'Whether it was recorded after the day on which it was given',
    ),
  },
  shares: ['delegationId', 'centerCode', 'communityCode', 'givenOn'],
  trace: { title: 'text' },
});

export type DelegationGuidance = RowOf<typeof DelegationGuidance>;
