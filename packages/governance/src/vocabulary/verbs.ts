import type { Bilingual } from '../bilingual';

/**
 * The name of each act: what a command does, as the policy table, state machines, their pages and messages call it.
 * The Chinese description of a command in the schema begins with it. English completes “may …” and “you cannot …”.
 */
export const VERBS = {
  nominateMember: { zh: '提名成员', en: 'nominate a member' },
  reviewNomination: { zh: '审核提名', en: 'review a nomination' },
  appointMember: { zh: '任命成员', en: 'appoint a member' },
  withdrawNomination: { zh: '撤回提名', en: 'withdraw a nomination' },
  endMembership: { zh: '登记卸任', en: 'end a membership' },

  convokeMeeting: { zh: '召集会议', en: 'convene a meeting' },
  openMeeting: { zh: '开会', en: 'open a meeting' },
  closeMeeting: { zh: '闭会', en: 'close a meeting' },
  cancelMeeting: { zh: '取消会议', en: 'cancel a meeting' },
  recordAttendance: { zh: '登记出席', en: 'record attendance' },
  recordMemberReport: { zh: '登记成员单位汇报', en: 'record a member unit’s report' },
  recordStreetNotice: { zh: '登记街道通报', en: 'record the street’s notice' },
  recordCenterReport: { zh: '登记中心汇报', en: 'record a center’s report' },
  draftMinutes: { zh: '起草纪要', en: 'draft minutes' },
  reviseMinutes: { zh: '修改纪要', en: 'revise minutes' },
  issueMinutes: { zh: '印发纪要', en: 'issue minutes' },
  issueAnnualNotice: { zh: '发布年度通报', en: 'issue an annual notice' },

  registerMajorMatter: { zh: '登记重大事项', en: 'register a major matter' },
  recordPreliminaryOpinion: { zh: '登记初步意见', en: 'record a preliminary opinion' },
  decideMajorMatter: { zh: '登记重大事项决策', en: 'record the decision on a major matter' },
  adoptKeyPoint: { zh: '登记全年工作要点', en: 'adopt a key point of the year' },
  recordDeputyActivity: { zh: '登记“两代表一委员”活动', en: 'record an activity of a deputy' },

  submitDelegation: { zh: '提交委托事项', en: 'submit a delegation' },
  recordStreetOpinion: { zh: '登记街道意见', en: 'record the street’s opinion' },
  approveDelegation: { zh: '登记委托事项通过', en: 'record the approval of a delegation' },
  rejectDelegation: { zh: '登记委托事项退回', en: 'record the rejection of a delegation' },
  deployDelegation: { zh: '部署委托事项', en: 'deploy a delegation' },
  withdrawDelegation: { zh: '撤回委托事项', en: 'withdraw a delegation' },

  charterProject: { zh: '订立项目书', en: 'charter a project' },
  dispatchWorkOrder: { zh: '派单', en: 'dispatch a work order' },
  dispatchSubOrder: { zh: '派发协办单', en: 'dispatch a sub-order' },
  acceptWorkOrder: { zh: '接单', en: 'accept a work order' },
  startWorkOrder: { zh: '开始办理', en: 'start work on an order' },
  attachEvidence: { zh: '附办理佐证', en: 'attach evidence' },
  submitWorkOrder: { zh: '提交验收', en: 'submit work for verification' },
  verifyWorkOrder: { zh: '验收', en: 'verify a work order' },
  closeWorkOrder: { zh: '办结', en: 'close a work order' },
  extendWorkOrder: { zh: '延期', en: 'extend a work order' },
  cancelWorkOrder: { zh: '取消派单', en: 'cancel a work order' },
  returnWorkOrder: { zh: '退回派单', en: 'return a work order' },
  resolveSupervision: { zh: '督办销号', en: 'resolve a supervision' },
  issueFeedbackReport: { zh: '集中反馈', en: 'issue a feedback report' },

  proposeWeeklyItem: { zh: '提出周例会事项', en: 'propose a weekly meeting item' },
  decideWeeklyItem: { zh: '登记周例会议决', en: 'record the decision on a weekly meeting item' },
  issueAssignmentBatch: { zh: '向社区集中布置', en: 'issue a batch of assignments' },
  withdrawAssignment: { zh: '收回社区任务', en: 'withdraw an assignment' },
  reportProgress: { zh: '报告进展', en: 'report progress' },
  planVisit: { zh: '安排进社区', en: 'plan a visit' },
  recordVisit: { zh: '登记走访', en: 'record a visit' },
  conveyDocument: { zh: '登记传达精神', en: 'record a conveyed document' },
  recordHighlight: { zh: '登记典型', en: 'record a highlight' },
  recordLedgerEntry: { zh: '登记台账条目', en: 'record a ledger entry' },
  verifyLedgerEntry: { zh: '核实台账条目', en: 'verify a ledger entry' },
  amendLedgerEntry: { zh: '更正台账条目', en: 'amend a ledger entry' },

  grantEnforcementMandate: { zh: '登记执法委托', en: 'grant an enforcement mandate' },
  revokeEnforcementMandate: { zh: '撤销执法委托', en: 'revoke an enforcement mandate' },
  formEnforcementTeam: { zh: '组建联合执法队', en: 'form an enforcement team' },
  joinEnforcementTeam: { zh: '登记执法队员', en: 'add a member to an enforcement team' },
  leaveEnforcementTeam: { zh: '登记执法队员离队', en: 'record that a member has left an enforcement team' },
  recordEnforcementAction: { zh: '登记执法行动', en: 'record an enforcement action' },
  followUpEnforcementAction: {
    zh: '登记执法后续派单',
    en: 'link a follow-up order to an enforcement action',
  },
  acknowledgeTransfer: { zh: '确认收款', en: 'acknowledge a transfer' },
  declineTransfer: { zh: '不予接收转拨', en: 'decline a transfer' },
  agreeToRecall: { zh: '同意收回资金', en: 'agree to a recall' },
  refuseRecall: { zh: '不同意收回资金', en: 'refuse a recall' },
  recordExpenditure: { zh: '登记支出', en: 'record an expenditure' },
  reverseExpenditure: { zh: '冲销支出', en: 'reverse an expenditure' },

  recordApproval: { zh: '登记批准文件', en: 'record an approval' },
  revokeApproval: { zh: '撤销批准文件', en: 'revoke an approval' },
  recordBudget: { zh: '登记预算', en: 'record a budget' },
  reverseBudgetLine: { zh: '冲销预算项目', en: 'reverse a budget line' },
  offerTransfer: { zh: '转拨资金', en: 'offer a transfer' },
  requestRecall: { zh: '提出收回资金', en: 'request a recall' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** Name of a command, of a street or of the district. */
export type Verb = keyof typeof VERBS;
