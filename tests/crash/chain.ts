import type { Actor } from '@mtg/access';
import { centerHead, communitySecretary, officer, peopleOf } from '../support/actors';
import { HEARD } from '../support/heard-centers';

/** One delegation on its way from the department to a community and back, as its client knows it. */
export interface Chain {
  readonly number: string;
  /** Ids by what they are of, in the words of the payloads. */
  readonly ids: Record<string, string>;
  /** Commands whose answer has come. */
  readonly acknowledged: string[];
  /** When the last thing was written, by the street's own clock. */
  updatedAt: string;
}

interface ChainStep {
  readonly command: string;
  readonly as: Actor;
  /** Its part of the payload: the name of the field, of one row or of a list. */
  readonly what: string;
  /** Name of its id in the chain; as the field, if not said otherwise. The rows of a list are numbered: `tasks.0`. */
  readonly name?: string;
  readonly input: (of: Chain) => object;
}

const { leader, clerk, dispatcher } = peopleOf('DAYU');
const CENTER = 'PUBLIC_SECURITY';
const head = centerHead('DAYU', CENTER);
export const COMMUNITIES = ['110109001001', '110109001002'];
const DEADLINE = '2090-12-31';

const later = (moment: string): string => new Date(Date.parse(moment) + 1).toISOString();
const order = ({ ids }: Chain) => ({ workOrderId: ids['workOrder'] });
const meeting = ({ ids }: Chain) => ({ meetingId: ids['meeting'] });
const orderSeen = (expectedVersion: number) => (of: Chain) => ({ ...order(of), expectedVersion });
const meetingSeen = (expectedVersion: number) => (of: Chain) => ({ ...meeting(of), expectedVersion });
const delegation = ({ ids }: Chain, expectedVersion: number) => ({
  delegationId: ids['delegation'],
  expectedVersion,
});

/** All that is done with one delegation; most of it writes several rows each, and the last thing changes rows of three tables. */
export const STEPS: readonly ChainStep[] = [
  {
    command: 'submitDelegation',
    as: officer('JUSTICE'),
    what: 'delegation',
    input: ({ number }) => ({
      departmentCode: 'JUSTICE',
      kind: 'DELEGATED_MATTER',
      title: '法律服务',
      content: '每月一次法律咨询',
      documentNumber: number,
      documentTitle: '关于委托开展法律服务的函',
      documentDate: '2026-03-02',
      legalBasis: '《法律援助法》',
    }),
  },
  {
    command: 'recordStreetOpinion',
    as: leader,
    what: 'delegation',
    input: (of) => ({ ...delegation(of, 1), opinion: '同意' }),
  },
  {
    command: 'approveDelegation',
    as: clerk,
    what: 'delegation',
    // Decided after the opinion.
    input: (of) => ({
      ...delegation(of, 2),
      decision: { number: `决定 ${of.number}`, decidedAt: later(of.updatedAt), summary: '同意承接' },
    }),
  },
  {
    command: 'deployDelegation',
    as: clerk,
    what: 'delegation',
    input: (of) => ({
      ...delegation(of, 3),
      deployment: '由综治维稳中心牵头',
      guidance: [
        { centerCode: CENTER, text: '每月一次' },
        ...COMMUNITIES.map((communityCode) => ({ communityCode, text: '提供场地' })),
      ],
    }),
  },
  {
    command: 'charterProject',
    as: dispatcher,
    what: 'project',
    input: ({ number }) => ({
      title: number,
      goals: '每个社区每月一次',
      departmentCodes: ['JUSTICE'],
      communityCodes: COMMUNITIES,
      deadline: DEADLINE,
    }),
  },
  {
    command: 'dispatchWorkOrder',
    as: dispatcher,
    what: 'workOrder',
    input: ({ number, ids }) => ({
      title: number,
      content: '组织每月法律咨询',
      centerCode: CENTER,
      responsiblePerson: '王敏',
      deadline: DEADLINE,
      projectId: ids['project'],
      delegationId: ids['delegation'],
    }),
  },
  { command: 'acceptWorkOrder', as: head, what: 'workOrder', input: orderSeen(1) },
  { command: 'startWorkOrder', as: head, what: 'workOrder', input: orderSeen(2) },
  {
    command: 'convokeMeeting',
    as: dispatcher,
    what: 'meeting',
    input: ({ number, updatedAt }) => ({ kind: 'WEEKLY', title: number, scheduledAt: updatedAt }),
  },
  { command: 'openMeeting', as: dispatcher, what: 'meeting', input: meetingSeen(1) },
  {
    command: 'proposeWeeklyItem',
    as: head,
    what: 'weeklyItem',
    input: (of) => ({
      ...meeting(of),
      ...order(of),
      centerCode: CENTER,
      title: of.number,
      content: '本月一次',
      communityCodes: COMMUNITIES,
    }),
  },
  {
    command: 'decideWeeklyItem',
    as: dispatcher,
    what: 'weeklyItem',
    input: ({ ids }) => ({ weeklyItemId: ids['weeklyItem'], expectedVersion: 1, outcome: 'PASSED' }),
  },
  {
    command: 'recordCenterReport',
    as: centerHead('DAYU', 'HEALTH'),
    what: 'centerReport',
    input: (of) => ({ ...meeting(of), ...HEARD.recordCenterReport }),
  },
  {
    command: 'recordAttendance',
    as: dispatcher,
    what: 'attendance',
    input: (of) => ({ ...meeting(of), ...HEARD.recordAttendance }),
  },
  { command: 'closeMeeting', as: dispatcher, what: 'meeting', input: meetingSeen(2) },
  {
    command: 'issueAssignmentBatch',
    as: dispatcher,
    what: 'assignments',
    input: (of) => ({
      ...meeting(of),
      assignments: COMMUNITIES.map((communityCode) => ({
        weeklyItemId: of.ids['weeklyItem'],
        communityCode,
        goal: '居民就近咨询',
        content: '每月一次',
        form: '现场咨询',
        training: '岗前培训一次',
        instructor: '综治维稳中心联系人',
      })),
    }),
  },
  ...COMMUNITIES.map((community, index): ChainStep => ({
    command: 'reportProgress',
    as: communitySecretary('DAYU', community),
    what: 'assignment',
    name: `assignments.${index}`,
    input: ({ ids }) => ({
      assignmentId: ids[`assignments.${index}`],
      expectedVersion: 1,
      text: '已开展一次',
      completed: true,
    }),
  })),
  {
    command: 'attachEvidence',
    as: head,
    what: 'evidence',
    input: (of) => ({
      ...order(of),
      title: '签到表',
      uri: `urn:doc:${of.number}`,
      mediaType: 'application/pdf',
      sha256: 'a'.repeat(64),
    }),
  },
  { command: 'submitWorkOrder', as: head, what: 'workOrder', input: orderSeen(3) },
  { command: 'verifyWorkOrder', as: dispatcher, what: 'workOrder', input: orderSeen(4) },
  { command: 'closeWorkOrder', as: dispatcher, what: 'workOrder', input: orderSeen(5) },
  {
    command: 'issueFeedbackReport',
    as: dispatcher,
    what: 'feedbackReport',
    input: ({ ids, number }) => ({
      title: number,
      text: '已办结',
      recipients: ['DEPARTMENT'],
      departmentCodes: ['JUSTICE'],
      workOrderIds: [ids['workOrder']],
    }),
  },
  {
    command: 'concludeDelegation',
    as: dispatcher,
    what: 'delegation',
    input: (of) => ({ ...delegation(of, 5), text: '已办结' }),
  },
];
