import { byRule, CENTER, COMMUNITY, STREET, type Cells } from '../cell';
import { command, type CommandPolicies } from '../command-policy';

const HEAD_OR_STAFF: Cells = { CENTER_HEAD: CENTER, CENTER_STAFF: CENTER };

export const COMMUNITY_WORK_COMMANDS = {
  proposeWeeklyItem: command({
    CENTER_HEAD: CENTER,
    DISPATCHER: CENTER,
  }),
  correctWeeklyItem: command({ CENTER_HEAD: CENTER, DISPATCHER: STREET }),
  decideWeeklyItem: command({ DISPATCHER: STREET }),
  issueAssignmentBatch: command({
    DISPATCHER: STREET,
    STREET_LEADER: byRule('R09'),
    CENTER_HEAD: byRule('R09'),
  }),
  withdrawAssignment: command({ DISPATCHER: STREET }),
  reportProgress: command({ COMMUNITY_SECRETARY: COMMUNITY }),
  correctProgressReport: command({ COMMUNITY_SECRETARY: COMMUNITY }),
  planVisit: command({ CENTER_HEAD: CENTER }),
  recordVisit: command(HEAD_OR_STAFF),
  correctCommunityVisit: command(HEAD_OR_STAFF),
  correctVisitRecord: command(HEAD_OR_STAFF),
  correctSentimentLog: command(HEAD_OR_STAFF),
  recordHallVisit: command(HEAD_OR_STAFF),
  correctHallVisit: command(HEAD_OR_STAFF),
  followUpSentimentLog: command({ STREET_LEADER: STREET, DISPATCHER: STREET, CENTER_HEAD: CENTER }),
  conveyDocument: command(HEAD_OR_STAFF),
  correctConveyedDocument: command(HEAD_OR_STAFF),
  recordHighlight: command({
    ...HEAD_OR_STAFF,
    COMMUNITY_SECRETARY: COMMUNITY,
  }),
  correctHighlight: command({ ...HEAD_OR_STAFF, COMMUNITY_SECRETARY: COMMUNITY }),
  recordLedgerEntry: command(HEAD_OR_STAFF),
  verifyLedgerEntry: command(HEAD_OR_STAFF),
  amendLedgerEntry: command(HEAD_OR_STAFF),
} satisfies CommandPolicies;
