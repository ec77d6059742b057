import { column, defineTable, type RowOf } from '@mtg/commands';
import {
  AppointmentState,
  BodyKind,
  BodyPosition,
  ExOfficio,
  labelsOf,
  MemberCategory,
  streetAppointmentMachine,
} from '@mtg/governance';
import { registerVocabulary } from '@mtg/subgraph-kit';
import { CommitteeDecision } from '../decisions/committee-decision';
import { isOrganizationDepartment } from '../../organization/organization-department';
import { approvalId, communityCode } from '../../organization/reference-columns';

/** The authority that reviews nominations to the street's two bodies (R32) and reads those. The table of readers excludes other departments. */

registerVocabulary(
  AppointmentState,
  'AppointmentState',
  { zh: '任命状态', en: 'State of an appointment (R32)' },
  labelsOf(streetAppointmentMachine),
);

/** A seat in a body and who is to hold it, from the nomination to the end (R32). */
export const BodyMember = defineTable('BodyMember', {
  zh: '机构成员',
  en: 'Seat in a body, with the person nominated to it or holding it',
  list: 'Members of the bodies, nominated, appointed and former',
  label: { zh: '机构成员', en: 'member of a body' },
  input: 'memberId',
  read: {
    group: 'MEMBERSHIP',
    scopes: {
      COMMUNITY: 'communityCode',
      DEPARTMENT: (row, value) => `(${isOrganizationDepartment(value)} AND ${row}.community_code IS NULL)`,
    },
  },
  writes: 'WORK',
  columns: {
    bodyCode: column.code('机构代码', 'Code of the body'),
    bodyKind: column.choice(BodyKind, '机构种类', 'Kind of the body'),
    communityCode: column.optional(
      communityCode('社区代码', 'Code of the community. Null for the street’s bodies'),
    ),
    state: column.choice(AppointmentState, '状态', 'State'),
    personName: column.personal(column.mark('姓名', 'Name of the person')),
    unit: column.optional(
      column.mark('所属单位(成员单位)', 'Unit represented by the person: a member unit of the body'),
    ),
    category: column.optional(
      column.choice(
        MemberCategory,
        '成员来源',
        'Category that the member represents. Null for heads of the body, who sit by office',
      ),
    ),
    position: column.choice(BodyPosition, '职位', 'Position in the body'),
    offices: column.choices(ExOfficio, '兼任所凭职务', 'Offices held that entitle to head the body'),
    seat: column.optional(
      column.line(
        '席位，社区大党委委员必有',
        'Seat. Required for members of a community’s body, null otherwise',
      ),
    ),
    documentNumber: column.optional(
      column.mark('区委任命文号', 'Number of the District Party Committee’s appointment document'),
    ),
    approvalId: column.optional(
      approvalId(
        '区委任命文件',
        'Verified appointment document of the District Party Committee. Null if none was verified',
      ),
    ),
    decisionId: column.optional(column.ref(() => CommitteeDecision, { trace: column.ON })),
    appointedAt: column.optional(
      column.instant(
        '任命时间；补录的为任命之日，登记时间见各步',
        'Time of the appointment: that of its recording, or the beginning of its day where it was recorded late (`steps`). Null until then',
      ),
    ),
    endedAt: column.optional(
      column.instant(
        '卸任时间；补录的为卸任之日，登记时间见各步',
        'Time of the end of the membership: that of its recording, or the beginning of its day where it was recorded late (`steps`). Null until then',
      ),
    ),
    endDocumentNumber: column.optional(
      column.mark(
        '卸任文件文号；早期卸任的未登记',
        'Number of the document that ended the membership. Null until then, and for early ends',
      ),
    ),
  },
  shares: [
    'bodyCode',
    'bodyKind',
    'communityCode',
    'state',
    'unit',
    'category',
    'position',
    'offices',
    'documentNumber',
    'approvalId',
    'decisionId',
    'appointedAt',
    'endedAt',
    'endDocumentNumber',
  ],
  trace: { title: 'personName' },
});

export type BodyMember = RowOf<typeof BodyMember>;
