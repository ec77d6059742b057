import { r13, type ReportedOrder } from '../rules/r13-centralized-feedback';
import type { FeedbackRecipient } from '../vocabulary/dispatch';
import type { Maybe } from '../checks/facts';
import type { LocalDay } from '../time/local-day';
import type { Act } from './act';
import { happenedOn } from './happened-on';

interface FeedbackDraft {
  readonly recipients: readonly FeedbackRecipient[];
  readonly departmentCodes: readonly string[];
  /** Names by codes, for refusals. */
  readonly departmentNames?: ReadonlyMap<string, string>;
  readonly orders: readonly ReportedOrder[];
  /** Day of issue; today without it. */
  readonly issuedOn?: Maybe<LocalDay>;
  /** Day on which the last of the orders was closed. */
  readonly closedOn?: LocalDay | undefined;
}

/** Issues a report on closed orders, from the day on which the last was closed to today (R13). */
export function issuedReport(act: Act, draft: FeedbackDraft) {
  const { actor } = act;
  const { recipients, departmentCodes } = draft;
  act.require(r13.check({ role: actor.role, ...draft }));
  const { issuedOn, closedOn } = draft;
  const earliest = closedOn && {
    day: closedOn,
    name: { zh: '所反馈派单的办结日期', en: 'the day on which a reported order was closed' },
  };
  const day = happenedOn(act, { field: 'issuedOn', day: issuedOn, earliest: earliest || undefined });
  return {
    recipients: [...new Set(recipients)],
    departmentCodes: [...new Set(departmentCodes)],
    issuer: actor.subject,
    issuedOn: day,
  };
}
