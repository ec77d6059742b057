import { column, defineTable, type RowOf } from '@mtg/commands';
import { COMMUNITY_SERVICE_KIND_LABELS, CommunityServiceKind } from '@mtg/governance';
import { registerVocabulary } from '@mtg/subgraph-kit';
import { centerCode, communityCode } from '../../organization/reference-columns';
import { FosteredOrganization } from './fostered-organization';
import { recordedLate } from '../../foundation/recorded-late';

registerVocabulary(
  CommunityServiceKind,
  'CommunityServiceKind',
  { zh: '社区服务种类', en: 'Kind of services in a community (R29)' },
  COMMUNITY_SERVICE_KIND_LABELS,
);

/** An activity of a center and organizations in a community (R29). */
export const JointActivity = defineTable('JointActivity', {
  zh: '共同活动',
  en: 'Activity of a center and social organizations in a community (R29)',
  list: 'Activities of centers and social organizations in communities',
  many: 'jointActivities',
  read: { group: 'SERVICES', scopes: { COMMUNITY: 'communityCode' } },
  writes: 'WORK',
  columns: {
    centerCode: centerCode('中心代码', 'Code of the center'),
    communityCode: communityCode('社区代码', 'Code of the community'),
    kind: column.choice(CommunityServiceKind, '服务种类', 'Kind of the services'),
    title: column.line('名称', 'Title'),
    organizations: column.lines('参与的社会组织', 'Names of the organizations that took part'),
    fosteredOrganizationId: column.optional(
      column.ref(() => FosteredOrganization, {
        zh: '所培育的草根社会组织',
        en: 'Fostered organization that took part. Null if none did',
        inverse: 'activities',
        trace: column.NEAR,
      }),
    ),
    heldOn: column.day('日期', 'Day of the activity'),
    participants: column.whole('参与人数', 'Number of participants'),
  },
  derived: {
    recordedLate: recordedLate(
      'heldOn',
      'createdAt',
      '是否补录(登记晚于活动当日)',
      'Whether it was recorded after the day of the activity',
    ),
  },
  shares: ['centerCode', 'communityCode', 'kind', 'fosteredOrganizationId', 'heldOn', 'participants'],
  trace: { title: 'title' },
});

export type JointActivity = RowOf<typeof JointActivity>;
