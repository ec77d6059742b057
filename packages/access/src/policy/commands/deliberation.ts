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
  nominateMember: varied(NOMINATION),
  reviewNomination: varied(REVIEW),
  appointMember: varied(APPOINTMENT),
  withdrawNomination: varied(NOMINATION),
  endMembership: varied(APPOINTMENT),

  convokeMeeting: varied(CONVENING),
  openMeeting: varied(CONVENING),
  closeMeeting: varied(CONVENING),
  cancelMeeting: varied(CONVENING),
  recordAttendance: varied(ATTENDANCE),
  correctMeeting: varied(CONVENING),
  correctAgendaItem: varied(CONVENING),
  correctAttendanceRecord: varied(ATTENDANCE),
  recordMemberReport: command(LEADER_OR_CLERK),
  recordStreetNotice: command(LEADER_OR_CLERK),
  correctMemberReport: command(LEADER_OR_CLERK),
  correctStreetNotice: command(LEADER_OR_CLERK),
  // The dispatcher speaks for 综合管理中心, which is a center like the others here.
  recordCenterReport: command({
    CENTER_HEAD: CENTER,
    DISPATCHER: CENTER,
  }),
  correctCenterReport: command({ CENTER_HEAD: CENTER, ...DISPATCHER, ...CLERK }),
  // 代录: the street's configuration says which of the two may.
  recordReportForHead: command({ ...DISPATCHER, ...CLERK }),
  // R20: the center that is responsible, or 综合管理中心, which alone hands a difficulty to another center (R09).
  updateDifficulty: command({ CENTER_HEAD: CENTER, ...DISPATCHER }),
  reassignDifficulty: command(DISPATCHER),
  solveDifficulty: command({ CENTER_HEAD: CENTER, ...DISPATCHER }),
  draftMinutes: varied(MINUTES),
  reviseMinutes: varied(MINUTES),
  issueMinutes: varied(MINUTES),
  issueMinutesCorrection: varied(MINUTES),
  issueAnnualNotice: command(CLERK),

  registerMajorMatter: command(LEADER_OR_CLERK),
  correctMajorMatter: command(LEADER_OR_CLERK),
  recordPreliminaryOpinion: command(CLERK),
  decideMajorMatter: command(CLERK),
  adoptKeyPoint: command(CLERK),
  addLocalCenter: command(CLERK),
  closeLocalCenter: command(CLERK),
  recordDeputyActivity: command(CLERK),
  correctDeputyActivity: command(CLERK),
} satisfies CommandPolicies;
