import { codesOf } from './labelled';

/** Kinds of requests of a department to a street (`seed:116`). */
export const DELEGATION_KIND_LABELS = {
  DELEGATED_MATTER: { zh: '委托办理行政管理事项', en: 'delegated matter of administration' },
  TEMPORARY_BODY: { zh: '设立临时机构', en: 'setting up a temporary body' },
  DIRECT_TASK: { zh: '直接布置的工作任务', en: 'task assigned directly' },
} as const;
export const DelegationKind = codesOf(DELEGATION_KIND_LABELS);
/** One of the keys of the object of the same name; so are all types here. */
export type DelegationKind = keyof typeof DELEGATION_KIND_LABELS;

/** Steps at the end of a delegation: 综合管理中心 concludes it, the department confirms or objects. */
export const CONCLUSION_STEP_LABELS = {
  CONCLUDED: { zh: '登记办结', en: 'concluded' },
  CONFIRMED: { zh: '部门确认', en: 'confirmed by the department' },
  OBJECTED: { zh: '部门异议', en: 'objected to by the department' },
} as const;
export const ConclusionStep = codesOf(CONCLUSION_STEP_LABELS);
export type ConclusionStep = keyof typeof CONCLUSION_STEP_LABELS;

/** Where the work of an order comes from (R11; minutes: R06). */
export const WORK_ORDER_SOURCE_LABELS = {
  KEY_POINT: { zh: '全年工作要点', en: 'key point of the year' },
  DELEGATION: { zh: '已准入的委托事项', en: 'admitted delegation' },
  MINUTES_ITEM: { zh: '会议纪要中的一条', en: 'item of minutes' },
} as const;
export const WorkOrderSource = codesOf(WORK_ORDER_SOURCE_LABELS);
export type WorkOrderSource = keyof typeof WORK_ORDER_SOURCE_LABELS;

/** To whom completed work is reported (R13). */
export const FEEDBACK_RECIPIENT_LABELS = {
  DISTRICT_PARTY_COMMITTEE: { zh: '区委', en: 'District Party Committee' },
  DISTRICT_GOVERNMENT: { zh: '区政府', en: 'district government' },
  DEPARTMENT: { zh: '职能部门', en: 'department' },
} as const;
export const FeedbackRecipient = codesOf(FEEDBACK_RECIPIENT_LABELS);
export type FeedbackRecipient = keyof typeof FEEDBACK_RECIPIENT_LABELS;
