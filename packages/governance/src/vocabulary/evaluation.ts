import { codesOf } from './labelled';

/** Kinds of records that a personnel suggestion rests on (R15). */
export const PERSONNEL_EVIDENCE_LABELS = {
  ATTENDANCE: { zh: '出席记录', en: 'attendance record' },
  MEMBER_REPORT: { zh: '成员单位汇报', en: 'report of a member unit' },
  WORK_ORDER: { zh: '派单', en: 'work order' },
} as const;
export const PersonnelEvidenceKind = codesOf(PERSONNEL_EVIDENCE_LABELS);
/** One of the keys of the object of the same name; so are all types here. */
export type PersonnelEvidenceKind = keyof typeof PERSONNEL_EVIDENCE_LABELS;

/** To whom a personnel suggestion goes (R15). */
export const SUGGESTION_RECIPIENT_LABELS = {
  UNIT: { zh: '所任单位', en: 'the member’s unit' },
  ORGANIZATION_DEPARTMENT: {
    zh: '区委组织部',
    en: 'Organization Department of the District Party Committee',
  },
} as const;
export const SuggestionRecipient = codesOf(SUGGESTION_RECIPIENT_LABELS);
export type SuggestionRecipient = keyof typeof SUGGESTION_RECIPIENT_LABELS;

/** To whom the report on “两代表一委员” goes (R16). */
export const DEPUTY_REPORT_RECIPIENT_LABELS = {
  PEOPLES_CONGRESS: { zh: '区人大', en: 'district people’s congress' },
  CPPCC: { zh: '区政协', en: 'district CPPCC' },
  ORGANIZATION_DEPARTMENT: { zh: '组织部门', en: 'organization department' },
} as const;
export const DeputyReportRecipient = codesOf(DEPUTY_REPORT_RECIPIENT_LABELS);
export type DeputyReportRecipient = keyof typeof DEPUTY_REPORT_RECIPIENT_LABELS;
