import { column, defineTable, type RowOf } from '@mtg/commands';
import { ENFORCEMENT_KIND_LABELS, EnforcementKind } from '@mtg/governance';
import { registerVocabulary } from '@mtg/subgraph-kit';
import { departmentCode } from '../organization/reference-columns';

registerVocabulary(
  EnforcementKind,
  'EnforcementKind',
  { zh: '执法事项', en: 'Kind of problem that the team enforces against (R33)' },
  ENFORCEMENT_KIND_LABELS,
);

/** Powers that a law enforcement department delegates to a street, by a document and for some time (R33). */
export const EnforcementMandate = defineTable('EnforcementMandate', {
  zh: '执法委托',
  en: 'Mandate: powers that a law enforcement department delegates to the street (R33)',
  list: 'Mandates of law enforcement departments',
  input: 'mandateId',
  read: { group: 'ENFORCEMENT', scopes: { DEPARTMENT: 'departmentCode' } },
  writes: 'WORK',
  columns: {
    departmentCode: departmentCode('委托部门代码', 'Code of the mandating department', {
      zh: '委托部门',
      en: 'Mandating department. Null while the district’s subgraph is unavailable',
    }),
    kinds: column.choices(EnforcementKind, '委托的执法事项', 'Kinds of problems covered'),
    fromOn: column.day('首日', 'First day'),
    untilOn: column.day('末日', 'Last day'),
    documentNumber: column.mark('委托文件文号', 'Number of the document'),
    documentTitle: column.line('委托文件标题', 'Title of the document'),
    documentDate: column.optional(
      column.day(
        '委托文件日期，不晚于首日；早期登记的没有',
        'Date of the document, not after the first day. Null for early records',
      ),
    ),
    revokedOn: column.optional(
      column.day('撤销生效日期，空为未撤销', 'Day from which it is revoked. Null while it is not'),
    ),
    revocationDocument: column.optional(
      column.mark('撤销文件文号', 'Number of the document that revokes it. Null while it is not'),
    ),
    revocationDate: column.optional(
      column.day(
        '撤销文件日期，不早于委托文件；未撤销和早期登记的为空',
        'Date of the document that revokes it, not before that of the mandate. Null while it is not, and for early records',
      ),
    ),
  },
  shares: [
    'departmentCode',
    'kinds',
    'fromOn',
    'untilOn',
    'documentNumber',
    'documentDate',
    'revokedOn',
    'revocationDate',
  ],
  trace: { title: 'documentTitle' },
});

export type EnforcementMandate = RowOf<typeof EnforcementMandate>;
