import { CenterType, type AttachedTo } from '@mtg/governance';
import { CENTER, COMMUNITY, DEPARTMENT, only, STREET, type Cells } from '../cell';
import { varied, type CommandPolicies } from '../command-policy';

const CLERK: Cells = { COMMITTEE_CLERK: STREET };
const DISPATCHER: Cells = { DISPATCHER: STREET };
const HEAD_OR_STAFF: Cells = { CENTER_HEAD: CENTER, CENTER_STAFF: CENTER };
const OF_ENFORCEMENT = only(CENTER, CenterType.PUBLIC_SECURITY);

/** Files go with the record, so they are attached by those who write it. */
const WRITERS: Readonly<Record<AttachedTo, Cells>> = {
  MEETING: { ...CLERK, ...DISPATCHER, STREET_LEADER: STREET },
  MINUTES: { ...CLERK, ...DISPATCHER },
  DELEGATION: { ...CLERK, DEPARTMENT_OFFICER: DEPARTMENT },
  WORK_ORDER: { ...DISPATCHER, ...HEAD_OR_STAFF },
  LEDGER_ENTRY: HEAD_OR_STAFF,
  SUPPORT_ISSUE: { ...HEAD_OR_STAFF, ...DISPATCHER, COMMUNITY_SECRETARY: COMMUNITY },
  EXPENDITURE: { FINANCE_OFFICER: STREET },
  VISIT_RECORD: HEAD_OR_STAFF,
  SENTIMENT_LOG: HEAD_OR_STAFF,
  ENFORCEMENT_OBJECT: { CENTER_HEAD: OF_ENFORCEMENT, CENTER_STAFF: OF_ENFORCEMENT },
};

export const ATTACHMENT_COMMANDS = {
  attachFile: varied(WRITERS),
  withdrawAttachment: varied(WRITERS),
} satisfies CommandPolicies;
