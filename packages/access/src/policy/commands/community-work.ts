import { byRule, CENTER, COMMUNITY, STREET, type Cells } from '../cell';
import { command, type CommandPolicies } from '../command-policy';

const HEAD_OR_STAFF: Cells = { CENTER_HEAD: CENTER, CENTER_STAFF: CENTER };

export const COMMUNITY_WORK_COMMANDS = {
  proposeWeeklyItem: command('提出周例会事项', 'propose an item for the weekly meeting', {
    CENTER_HEAD: CENTER,
    DISPATCHER: CENTER,
  }),
  decideWeeklyItem: command('登记周例会议决', 'decide an item of the weekly meeting', { DISPATCHER: STREET }),
  issueAssignmentBatch: command('向社区集中布置', 'issue a batch of assignments', {
    DISPATCHER: STREET,
    STREET_LEADER: byRule('R09'),
    CENTER_HEAD: byRule('R09'),
  }),
  withdrawAssignment: command('收回社区任务', 'withdraw an assignment', { DISPATCHER: STREET }),
  reportProgress: command('报告进展', 'report progress', { COMMUNITY_SECRETARY: COMMUNITY }),
  planVisit: command('安排进社区', 'plan a visit', { CENTER_HEAD: CENTER }),
  recordVisit: command('登记走访', 'record a visit', HEAD_OR_STAFF),
  conveyDocument: command('传达文件精神', 'convey a document', HEAD_OR_STAFF),
  recordHighlight: command('登记典型', 'record a highlight', {
    ...HEAD_OR_STAFF,
    COMMUNITY_SECRETARY: COMMUNITY,
  }),
} satisfies CommandPolicies;
