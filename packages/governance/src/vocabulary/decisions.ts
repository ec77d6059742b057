import { codesOf } from './labelled';

/** Results of a decision of the Street Party Working Committee. */
export const DECISION_OUTCOME_LABELS = {
  APPROVED: { zh: '通过', en: 'approved' },
  REJECTED: { zh: '不通过', en: 'rejected' },
} as const;
export const DecisionOutcome = codesOf(DECISION_OUTCOME_LABELS);
/** One of the keys of the object of the same name; so are all types here. */
export type DecisionOutcome = keyof typeof DECISION_OUTCOME_LABELS;

/** Verdicts of a body's preliminary opinion on a major matter (R01, 统一思想). */
export const OPINION_VERDICT_LABELS = {
  AGREED: { zh: '同意', en: 'agreed' },
  AGREED_WITH_CHANGES: { zh: '修改后同意', en: 'agreed with changes' },
  DISAGREED: { zh: '不同意', en: 'disagreed' },
} as const;
export const OpinionVerdict = codesOf(OPINION_VERDICT_LABELS);
export type OpinionVerdict = keyof typeof OPINION_VERDICT_LABELS;

/** Authorities whose approvals are recorded (R07; appointments: R32). */
export const APPROVAL_AUTHORITY_LABELS = {
  DISTRICT_GOVERNMENT: { zh: '区政府', en: 'district government' },
  DISTRICT_PARTY_COMMITTEE: { zh: '区委', en: 'District Party Committee' },
} as const;
export const ApprovalAuthority = codesOf(APPROVAL_AUTHORITY_LABELS);
export type ApprovalAuthority = keyof typeof APPROVAL_AUTHORITY_LABELS;

/** Purposes of an approval: the request of a department (R07), or an appointment (R32). */
export const APPROVAL_PURPOSE_LABELS = {
  TEMPORARY_BODY: { zh: '设立临时机构', en: 'setting up a temporary body' },
  DIRECT_TASK: { zh: '直接向街道布置工作任务', en: 'assigning a task directly to a street' },
  APPOINTMENT: { zh: '任命', en: 'appointment' },
} as const;
export const ApprovalPurpose = codesOf(APPROVAL_PURPOSE_LABELS);
export type ApprovalPurpose = keyof typeof APPROVAL_PURPOSE_LABELS;

/** Purpose that each authority approves: 区政府 requests of departments, 区委 appointments. */
export const PURPOSES_OF: Readonly<Record<ApprovalAuthority, readonly ApprovalPurpose[]>> = {
  DISTRICT_GOVERNMENT: ['TEMPORARY_BODY', 'DIRECT_TASK'],
  DISTRICT_PARTY_COMMITTEE: ['APPOINTMENT'],
};

/** Parties that perform the transitions of state machines. */
export const AUTHORITY_LABELS = {
  STREET: { zh: '街道', en: 'the street' },
  WORKING_COMMITTEE: { zh: '街道工委', en: 'the Street Party Working Committee' },
  STREET_BODIES: { zh: '街道大工委和地区管理委员会', en: 'the street’s two bodies' },
  STREET_ORGANIZATION_SECTION: { zh: '街道组织部门', en: 'the street’s organization section' },
  GENERAL_AFFAIRS_CENTER: { zh: '综合管理中心', en: 'the General Affairs Management Center' },
  CENTER: { zh: '承办中心', en: 'the center concerned' },
  COMMUNITY: { zh: '社区', en: 'the community' },
  COMMUNITY_PARTY_ORGANIZATION: { zh: '社区党组织', en: 'the community’s party organization' },
  DEPARTMENT: { zh: '委托部门', en: 'the delegating department' },
  LINKED_DEPARTMENT: { zh: '联动部门', en: 'the linked department' },
  ORGANIZATION_DEPARTMENT: { zh: '区委组织部', en: 'the district’s organization department' },
  DISTRICT_PARTY_COMMITTEE: { zh: '区委', en: 'the District Party Committee' },
  SOCIAL_AFFAIRS_COMMITTEE: {
    zh: '区委社会工委',
    en: 'the Social Affairs Working Committee of the District Party Committee',
  },
  UNIT_OF_MEMBER: { zh: '所任单位', en: 'the member’s unit' },
  CONVENER: { zh: '召集人', en: 'the convener' },
} as const;
export type Authority = keyof typeof AUTHORITY_LABELS;
