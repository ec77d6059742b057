/** The rules of street governance: data and pure functions, no IO. */
export type { Bilingual } from './bilingual';
export type { Refusal } from './refusal';

export { RULES, findRule } from './catalogue';
export { isEnforced, type CatalogueRule, type EnforcedRule, type Rule } from './catalogue/rule';
export { RULE_CODES, type RuleCode } from './catalogue/rule-code';
export { RULE_KIND_LABELS, RuleKind } from './catalogue/rule-kind';
export { verifyQuotations, type QuotationProblem } from './catalogue/verify-quotations';
export { violationOf, type RuleViolation } from './catalogue/violation';

export { r34, type CenterComposition } from './rules/r34-seven-centers';

export { DECLARED_BASE_TASKS, checkBaseTaskCount } from './vocabulary/base-tasks';
export { CENTER_TYPES, CenterType, isCenterType, type CenterTypeEntry } from './vocabulary/center-type';
export {
  DISTRICT_DIVISION_CODE,
  checkCommunityCode,
  checkStreetDivisionCode,
  communityBelongsTo,
  type CommunityCodeRefusal,
  type StreetCodeRefusal,
} from './vocabulary/division-code';
export { findDuplicates, type Duplicate } from './vocabulary/duplicates';

export { STATISTICS_TITLE, STUDY_TITLE, parseCitation, type Citation, type CitationKind } from './citation';

export { renderRulesPage } from './docs/rules-page';
