import type { Bilingual } from '../bilingual';

/**
 * How a rule can be held to: a precondition of a command, a state machine, a cadence (a check over time) or a
 * report. An object and not an `enum`, so that plain strings from data fit and an enum library can still read it.
 */
export const RuleKind = {
  PRECONDITION: 'PRECONDITION',
  STATE_MACHINE: 'STATE_MACHINE',
  CADENCE: 'CADENCE',
  REPORT: 'REPORT',
} as const;

/** One of the keys of the object of the same name. */
export type RuleKind = (typeof RuleKind)[keyof typeof RuleKind];

/** Labels of the kinds. */
export const RULE_KIND_LABELS: Readonly<Record<RuleKind, Bilingual>> = {
  PRECONDITION: { zh: '前置条件', en: 'precondition' },
  STATE_MACHINE: { zh: '状态机', en: 'state machine' },
  CADENCE: { zh: '周期检查', en: 'periodic check' },
  REPORT: { zh: '报告', en: 'report' },
};
