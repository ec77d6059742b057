import { column, defineTable, type RowOf } from '@mtg/commands';
import { consultationMachine, ConsultationState, labelsOf } from '@mtg/governance';
import { registerVocabulary } from '@mtg/subgraph-kit';
import { recordedLate } from '../../foundation/recorded-late';
import { centerCode, departmentCode } from '../../organization/reference-columns';
import { DEPARTMENT, DepartmentLink } from './department-link';

registerVocabulary(
  ConsultationState,
  'ConsultationState',
  { zh: '月会商状态', en: 'State of a consultation (R18)' },
  labelsOf(consultationMachine),
);

/** A consultation of a center with a department, which confirms the record (R18). */
export const Consultation = defineTable('Consultation', {
  zh: '月会商',
  en: 'Consultation of a center with a linked department (R18)',
  list: 'Consultations of centers with departments',
  label: { zh: '月会商', en: 'monthly consultation' },
  read: { group: 'CONSULTATION', scopes: { DEPARTMENT: 'departmentCode' } },
  writes: 'WORK',
  columns: {
    linkId: column.ref(() => DepartmentLink, { inverse: 'consultations', trace: column.NEAR }),
    centerCode: centerCode('中心代码', 'Code of the center'),
    departmentCode: departmentCode('职能部门代码', 'Code of the department', DEPARTMENT),
    state: column.choice(ConsultationState, '状态', 'State'),
    month: column.number('会商的月份，如 2026-11', 'Month of the consultation, e.g. 2026-11'),
    consultedOn: column.day('会商日期', 'Day of the consultation'),
    participants: column.personal(column.lines('参加人员', 'Participants')),
    matters: column.text('会商事项', 'Matters discussed'),
    recorder: column.subject('登记人(令牌中的人员标识)', 'Recorder, as token subject'),
    confirmedAt: column.optional(
      column.instant('部门确认的时间', 'Time of the confirmation by the department. Null until then'),
    ),
    confirmedBy: column.optional(
      column.subject('确认人(令牌中的人员标识)', 'Officer who confirmed, as token subject. Null until then'),
    ),
  },
  derived: {
    recordedLate: recordedLate(
      'consultedOn',
      'createdAt',
      '是否补录',
      'Whether it was recorded after its day',
    ),
  },
  shares: ['linkId', 'centerCode', 'departmentCode', 'state', 'month', 'consultedOn', 'confirmedAt'],
  trace: { title: 'matters' },
});

export type Consultation = RowOf<typeof Consultation>;
