import { codesOf } from './labelled';

/** The forms of going into the communities (R24; `seed:128`). */
export const VISIT_FORM_LABELS = {
  INSPECTION: { zh: '巡查', en: 'inspection' },
  CALL: { zh: '巡访', en: 'call' },
  TALK: { zh: '交流座谈', en: 'talk' },
} as const;
export const VisitForm = codesOf(VISIT_FORM_LABELS);
/** One of the keys of the object of the same name; so are all types here. */
export type VisitForm = keyof typeof VISIT_FORM_LABELS;

/** For whom the days in the communities are counted; each street chooses (R24). */
export const VISIT_UNIT_LABELS = {
  STAFF: { zh: '每名工作人员', en: 'each staff member' },
  CENTER: { zh: '每个中心', en: 'each center' },
} as const;
export const VisitUnit = codesOf(VISIT_UNIT_LABELS);
export type VisitUnit = keyof typeof VISIT_UNIT_LABELS;

/** Origins of conveyed meetings and documents (R26; `seed:128`). */
export const CONVEYED_ISSUER_LABELS = {
  CENTRAL: { zh: '中央', en: 'central authorities' },
  MUNICIPAL_PARTY_COMMITTEE: { zh: '市委', en: 'Municipal Party Committee' },
  DISTRICT_PARTY_COMMITTEE: { zh: '区委', en: 'District Party Committee' },
} as const;
export const ConveyedIssuer = codesOf(CONVEYED_ISSUER_LABELS);
export type ConveyedIssuer = keyof typeof CONVEYED_ISSUER_LABELS;

/** Kinds of conveyed content (R26). */
export const CONVEYED_KIND_LABELS = {
  MEETING: { zh: '会议精神', en: 'spirit of a meeting' },
  DOCUMENT: { zh: '文件精神', en: 'spirit of a document' },
} as const;
export const ConveyedKind = codesOf(CONVEYED_KIND_LABELS);
export type ConveyedKind = keyof typeof CONVEYED_KIND_LABELS;

/** Kinds of ledger statements (R27; `seed:128`). */
export const LEDGER_KIND_LABELS = {
  SERVICE_STAFF: { zh: '服务人员', en: 'service staff' },
  RESOURCE: { zh: '服务资源', en: 'service resources' },
  KEY_DIFFICULTY: { zh: '重点难点问题', en: 'key and difficult problems' },
  NEED: { zh: '实际需求', en: 'actual needs' },
} as const;
export const LedgerKind = codesOf(LEDGER_KIND_LABELS);
export type LedgerKind = keyof typeof LEDGER_KIND_LABELS;
