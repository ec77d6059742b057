import { column, defineTable, type RowOf } from '@mtg/commands';
import { VISIT_FORM_LABELS, VisitForm } from '@mtg/governance';
import { registerVocabulary } from '@mtg/subgraph-kit';
import { CommunityAssignment } from '../assignments/community-assignment';
import { VisitPlan } from './visit-plan';
import { VisitRecord } from './visit-record';
import { recordedLate } from '../../foundation/recorded-late';
import { centerCode, communityCode } from '../../organization/reference-columns';

registerVocabulary(
  VisitForm,
  'VisitForm',
  { zh: '进社区的形式', en: 'Form of a visit (R24)' },
  VISIT_FORM_LABELS,
);

/**
 * A visit as a fact: who was where, when and how. What was heard there is in tables of its own, which fewer people read
 * and no export touches.
 */
export const CommunityVisit = defineTable('CommunityVisit', {
  zh: '进社区(走访)',
  en: 'Visit of center staff to a community',
  list: 'Visits of center staff to communities',
  read: { group: 'VISITS', scopes: { COMMUNITY: 'communityCode' } },
  writes: 'WORK',
  columns: {
    day: column.day('日期', 'Day of the visit'),
    form: column.choice(VisitForm, '形式', 'Form of the visit'),
    communityCode: communityCode('社区代码', 'Code of the community'),
    centerCode: centerCode('中心代码', 'Code of the center'),
    staffSubject: column.subject('走访人员(令牌中的人员标识)', 'Visitor, as subject of the recording token'),
    planId: column.optional(column.ref(() => VisitPlan, { inverse: 'visits', trace: column.ON })),
    assignmentId: column.optional(
      column.ref(() => CommunityAssignment, { inverse: 'visits', trace: column.ON }),
    ),
    recordId: column.ref(() => VisitRecord, {
      inverse: { name: 'visit', single: true, zh: '所记的走访', en: 'Recorded visit' },
      trace: { ...column.NEAR, outcome: true },
    }),
  },
  derived: {
    recordedLate: recordedLate(
      'day',
      'createdAt',
      '是否补录(登记晚于当日)',
      'Whether it was recorded after its day',
    ),
  },
  shares: ['day', 'form', 'communityCode', 'centerCode', 'planId', 'assignmentId'],
  trace: { title: 'day' },
});

export type CommunityVisit = RowOf<typeof CommunityVisit>;
