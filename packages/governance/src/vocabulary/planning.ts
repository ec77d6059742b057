import { codesOf } from './labelled';

/** Kinds of plans of a center (R17). */
export const PLAN_KIND_LABELS = {
  YEAR: { zh: '年度计划', en: 'plan for a year' },
  MONTH: { zh: '月计划', en: 'plan for a month' },
} as const;
export const PlanKind = codesOf(PLAN_KIND_LABELS);
/** One of the keys of the object of the same name; so are all types here. */
export type PlanKind = keyof typeof PLAN_KIND_LABELS;

/** Kinds of items in a plan, which R17 asks for. */
export const PLAN_ITEM_KIND_LABELS = {
  KEY_POINT: { zh: '工作要点', en: 'key point of the work' },
  INNOVATION: { zh: '创新内容', en: 'innovation' },
} as const;
export const PlanItemKind = codesOf(PLAN_ITEM_KIND_LABELS);
export type PlanItemKind = keyof typeof PLAN_ITEM_KIND_LABELS;
