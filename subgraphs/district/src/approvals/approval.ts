import { column, defineTable, type RowOf } from '@mtg/commands';
import {
  APPROVAL_AUTHORITY_LABELS,
  APPROVAL_PURPOSE_LABELS,
  ApprovalAuthority,
  ApprovalPurpose,
  BODY_KIND_LABELS,
  BODY_POSITION_LABELS,
  BodyKind,
  BodyPosition,
} from '@mtg/governance';
import { registerVocabulary, type SubgraphContext } from '@mtg/subgraph-kit';
import { Department } from '../departments/department';
import { departmentByCode } from '../departments/department.resolver';
import { findStreet, Street } from '../streets/street';

registerVocabulary(
  ApprovalAuthority,
  'ApprovalAuthority',
  { zh: '批准机关', en: 'Approving authority' },
  APPROVAL_AUTHORITY_LABELS,
);

registerVocabulary(
  ApprovalPurpose,
  'ApprovalPurpose',
  { zh: '批准事项', en: 'Purpose of an approval' },
  APPROVAL_PURPOSE_LABELS,
);

registerVocabulary(
  BodyKind,
  'BodyKind',
  { zh: '议事协调机构种类', en: 'Kind of deliberative body' },
  BODY_KIND_LABELS,
);

registerVocabulary(
  BodyPosition,
  'BodyPosition',
  { zh: '席位种类', en: 'Kind of seat in a body' },
  BODY_POSITION_LABELS,
);

/** A document by which 区政府 or 区委 approves something (R07, R32), as those who issued it recorded it. */
export const Approval = defineTable('Approval', {
  zh: '区政府或区委批准文件',
  en: 'Approval by the district government or the District Party Committee',
  list: {
    zh: '区政府、区委批准文件',
    en: 'Approvals by the district government and the District Party Committee',
  },
  label: { zh: '批准文件', en: 'approval' },
  key: 'id',
  read: { group: 'APPROVALS' },
  writes: 'WORK',
  columns: {
    authority: column.choice(ApprovalAuthority, '批准机关', 'Approving authority'),
    number: column.mark('文号，唯一', 'Number of the document, unique'),
    title: column.line('标题', 'Title of the document'),
    decidedOn: column.day('批准日期', 'Date of the approval'),
    purpose: column.optional(
      column.choice(
        ApprovalPurpose,
        '批准事项，空为登记时未要求填写',
        'Purpose. Null if it was not required at the time of recording',
      ),
    ),
    matter: column.optional(
      column.line(
        '所批准的事项，空为任命或登记时未要求填写',
        'Matter approved. Null for appointments, and if it was not required at the time of recording',
      ),
    ),
    validUntil: column.optional(
      column.day(
        '有效期至(含当日)；空为每个街道只用一次',
        'Last day of the period in which it can be used again. Null if each street uses it once',
      ),
    ),
    appointees: column.personal(
      column.optional(column.lines('所任命的人员，仅用于任命', 'Persons appointed. For appointments only')),
    ),
    bodyKind: column.optional(
      column.choice(
        BodyKind,
        '所任命的机构，空为非任命或登记时未要求填写',
        'Body appointed to. Null for other approvals, and if it was not required at the time of recording',
      ),
    ),
    position: column.optional(
      column.choice(
        BodyPosition,
        '所任命的职位，空为非任命或登记时未要求填写',
        'Position appointed to. Null for other approvals, and if it was not required at the time of recording',
      ),
    ),
    departmentCode: column.optional(
      column.leadingTo(
        column.code(
          '所批准的部门代码，空为不限',
          'Code of the department approved for. Null for any department',
        ),
        {
          name: 'department',
          zh: '所批准的部门，空为不限',
          en: 'Department approved for. Null for any department',
          type: () => Department,
          resolve: (code, { loaders, database }: SubgraphContext) =>
            loaders.get(departmentByCode, database).load(code),
        },
      ),
    ),
    streetCodes: column.optional(
      column.leadingTo(column.codes('适用街道代码，空为全部', 'Codes of the streets covered. Null for all'), {
        name: 'streets',
        zh: '适用街道，空列表为全部',
        en: 'Streets covered. Empty for all',
        type: () => [Street],
        resolve: findStreet,
      }),
    ),
    documentUri: column.optional(column.text('文件地址', 'URI of the document. Null if not given')),
    documentSha256: column.optional(
      column.text('文件的 SHA-256', 'SHA-256 of the document, in hexadecimal. Null if not given'),
    ),
    revokedAt: column.optional(column.instant('撤销时间，空为有效', 'Time of revocation. Null while valid')),
    revocationReason: column.optional(column.text('撤销理由', 'Reason for the revocation')),
  },
  shares: [
    'authority',
    'number',
    'decidedOn',
    'purpose',
    'departmentCode',
    'streetCodes',
    'validUntil',
    'bodyKind',
    'position',
    'revokedAt',
  ],
});

export type Approval = RowOf<typeof Approval>;
