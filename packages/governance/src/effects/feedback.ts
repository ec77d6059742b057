import { r13, type ReportedOrder } from '../rules/r13-centralized-feedback';
import type { FeedbackRecipient } from '../vocabulary/dispatch';
import type { Act } from './act';

interface FeedbackDraft {
  readonly recipients: readonly FeedbackRecipient[];
  readonly departmentCodes: readonly string[];
  /** Names by codes, for refusals. */
  readonly departmentNames?: ReadonlyMap<string, string>;
  readonly orders: readonly ReportedOrder[];
}

/** Issues a report on closed orders (R13). */
export function issuedReport(act: Act, draft: FeedbackDraft) {
  const { actor } = act;
  const { recipients, departmentCodes } = draft;
  act.require(r13.check({ role: actor.role, ...draft }));
  return {
    recipients: [...new Set(recipients)],
    departmentCodes: [...new Set(departmentCodes)],
    issuer: actor.subject,
  };
}
