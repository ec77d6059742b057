import { CenterType } from '@mtg/governance';
import { byRule, CENTER, COMMUNITY, DEPARTMENT, DISTRICT, only, STREET, type Cells } from '../cell';
import { command, varied, type CommandPolicies } from '../command-policy';
import { byBody, byMeeting } from '../variants';

const CLERK: Cells = { COMMITTEE_CLERK: STREET };
const LEADER_OR_CLERK: Cells = { STREET_LEADER: STREET, COMMITTEE_CLERK: STREET };
const LEADER_OR_DISPATCHER: Cells = { STREET_LEADER: STREET, DISPATCHER: STREET };
const DISPATCHER: Cells = { DISPATCHER: STREET };

/** R32: who nominates, reviews and appoints depends on whose body it is. */
const NOMINATION = byBody({ STREET_LEADER: STREET }, { COMMUNITY_SECRETARY: COMMUNITY });
const REVIEW = byBody(
  { DEPARTMENT_OFFICER: only(DEPARTMENT, 'ORGANIZATION_DEPARTMENT') },
  { CENTER_HEAD: only(CENTER, CenterType.SOCIAL_MOBILIZATION) },
);
const APPOINTMENT = byBody({ DISTRICT_PARTY_COMMITTEE: DISTRICT }, CLERK);

const meetings = (weekly: Cells) =>
  byMeeting({
    JOINT: LEADER_OR_CLERK,
    SPECIAL: LEADER_OR_CLERK,
    ANNUAL_RETREAT: LEADER_OR_DISPATCHER,
    MONTHLY_PROGRESS: LEADER_OR_DISPATCHER,
    WEEKLY: weekly,
  });
/** R21: only 综合管理中心 convenes the weekly meeting. */
const CONVENING = meetings({ ...DISPATCHER, others: byRule('R21') });
const ATTENDANCE = meetings(DISPATCHER);
const MINUTES = byMeeting({
  JOINT: CLERK,
  SPECIAL: CLERK,
  ANNUAL_RETREAT: DISPATCHER,
  MONTHLY_PROGRESS: DISPATCHER,
  WEEKLY: DISPATCHER,
});

export const DELIBERATION_COMMANDS = {
  nominateMember: varied('提名成员', 'nominate a member', NOMINATION),
  reviewNomination: varied('审核提名', 'review a nomination', REVIEW),
  appointMember: varied('任命成员', 'appoint a member', APPOINTMENT),
  withdrawNomination: varied('撤回提名', 'withdraw a nomination', NOMINATION),
  endMembership: varied('终止任职', 'end a membership', APPOINTMENT),

  convokeMeeting: varied('召集会议', 'convoke a meeting', CONVENING),
  openMeeting: varied('开始会议', 'open a meeting', CONVENING),
  closeMeeting: varied('结束会议', 'close a meeting', CONVENING),
  cancelMeeting: varied('取消会议', 'cancel a meeting', CONVENING),
  recordAttendance: varied('登记出席', 'record attendance', ATTENDANCE),
  recordMemberReport: command('登记成员单位汇报', 'record a member’s report', LEADER_OR_CLERK),
  recordStreetNotice: command('登记街道通报', 'record the street’s notice', LEADER_OR_CLERK),
  // The dispatcher speaks for 综合管理中心, which is a center like the others here.
  recordCenterReport: command('登记中心汇报', 'record a center’s report', {
    CENTER_HEAD: CENTER,
    DISPATCHER: CENTER,
  }),
  draftMinutes: varied('起草纪要', 'draft minutes', MINUTES),
  reviseMinutes: varied('修改纪要', 'revise minutes', MINUTES),
  issueMinutes: varied('印发纪要', 'issue minutes', MINUTES),
  issueAnnualNotice: command('发布年度通报', 'issue the annual notice', CLERK),

  registerMajorMatter: command('登记重大事项', 'register a major matter', LEADER_OR_CLERK),
  recordPreliminaryOpinion: command('登记初步意见', 'record a preliminary opinion', CLERK),
  decideMajorMatter: command('登记重大事项决策', 'record the decision on a major matter', CLERK),
  adoptKeyPoint: command('登记年度工作要点', 'adopt a key point of the year', CLERK),
  recordDeputyActivity: command('登记代表委员活动', 'record a deputy’s activity', CLERK),
} satisfies CommandPolicies;
