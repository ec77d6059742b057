import { codesOf } from './labelled';

/** Problems that a mandate may cover (R33; `seed:80`). */
export const ENFORCEMENT_KIND_LABELS = {
  ILLEGAL_CONSTRUCTION: { zh: '违建', en: 'illegal construction' },
  ILLEGAL_BUSINESS: { zh: '违法经营', en: 'illegal business' },
  SAFETY_HAZARD: { zh: '安全生产隐患', en: 'work safety hazard' },
} as const;
export const EnforcementKind = codesOf(ENFORCEMENT_KIND_LABELS);
/** One of the keys of the object of the same name; so are all types here. */
export type EnforcementKind = keyof typeof ENFORCEMENT_KIND_LABELS;

/** Forms of an action of the team (R33). */
export const ENFORCEMENT_FORM_LABELS = {
  JOINT_PATROL: { zh: '联合巡视', en: 'joint patrol' },
  JOINT_ENFORCEMENT: { zh: '联合执法', en: 'joint enforcement' },
} as const;
export const EnforcementForm = codesOf(ENFORCEMENT_FORM_LABELS);
export type EnforcementForm = keyof typeof ENFORCEMENT_FORM_LABELS;
