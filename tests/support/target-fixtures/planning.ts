import type { DispatchStage } from '../dispatch';
import type { Place } from '../everybody';
import { weeklyItem } from './community-work';
import { meeting, monthlyReport } from './deliberation';
import type { Values } from './values';

/** A year of its own for each plan: a center has one for a time. */
let year = 3000;

/** A plan of this place's center, in this state. */
function plan(stage: DispatchStage, state: string, aim: Place): Promise<string> {
  year += 1;
  const at = stage.clock.now();
  return stage.add('plan', {
    center_code: aim.center,
    kind: 'YEAR',
    period: String(year),
    year,
    state,
    ...(state !== 'DRAFT' && { submitted_at: at, submitted_by: 'head' }),
    ...(state === 'ADOPTED' && { adopted_on: '2026-03-09', adopted_at: at }),
  });
}

/** Target of a command about plans. */
export async function plans(
  stage: DispatchStage,
  command: string,
  state: string,
  aim: Place,
): Promise<Values> {
  const items = [
    { kind: 'KEY_POINT', content: '随访' },
    { kind: 'INNOVATION', content: '进楼门' },
  ];
  if (command === 'draftPlan') {
    year += 1;
    return { items, period: String(year) };
  }
  return { items, planId: await plan(stage, state, aim) };
}

/** A monthly report of this place's center, and an item of its plan for the next month. */
export async function nextMonth(stage: DispatchStage, aim: Place): Promise<Values> {
  const [period, adopted] = ['2026-04', '2026-03-09'];
  const planId = await stage.add('plan', {
    center_code: aim.center,
    kind: 'MONTH',
    period,
    year: 2026,
    state: 'ADOPTED',
    submitted_at: adopted,
    submitted_by: 'head',
    adopted_on: adopted,
    adopted_at: stage.clock.now(),
  });
  const item = { plan_id: planId, number: 1, kind: 'KEY_POINT', content: '随访' };
  const planItemId = await stage.add('plan_item', { ...item, base_task_codes: [], department_codes: [] });
  return { centerReportId: await monthlyReport(stage, aim), planItemIds: [planItemId] };
}

/** Department links, each from a day of its own. */
let days = 0;

/** A link of this place's center with its department, which has ended. */
function departmentLink(stage: DispatchStage, aim: Place, values: Values = {}): Promise<string> {
  days += 1;
  return stage.add('department_link', {
    center_code: aim.center,
    department_code: aim.department,
    matters: '普法',
    since: '2026-03-01',
    until: '2026-03-09',
    end_reason: `第${days}次`,
    ...values,
  });
}

/** Target of a command about consultations and joint actions of this place. */
export async function consultations(stage: DispatchStage, command: string, aim: Place): Promise<Values> {
  if (command === 'linkDepartment') return { since: '2026-03-09' };
  if (command.endsWith('JointAction')) {
    const agreed = { title: '联动', procedure: '先报后到', agreed_on: '2026-03-01' };
    const parties = { center_codes: [aim.center], department_codes: [aim.department] };
    const jointActionId = await stage.add('joint_action', { ...agreed, ...parties });
    const calls = [{ callerCenter: aim.center, calleeDepartment: aim.department, content: '突发事件' }];
    const more = { jointActionId, centerCodes: aim.center, calls, agreedOn: '2026-03-09' };
    return { ...more, procedure: '先报后到', until: '2026-03-09' };
  }
  // With a department of its own: linking that of this place may have been tried already.
  const open = { until: null, end_reason: null, department_code: `OTHER_${days}` };
  const departmentLinkId = await departmentLink(stage, aim, command === 'endDepartmentLink' ? open : {});
  const link = { departmentLinkId, consultedOn: '2026-03-09', matters: '走访', until: '2026-03-09' };
  if (!/Consultation$|Conclusion$/u.test(command) || command === 'recordConsultation') return link;
  const consultationId = await stage.add('consultation', {
    link_id: departmentLinkId,
    center_code: aim.center,
    department_code: aim.department,
    state: 'RECORDED',
    month: '2026-03',
    consulted_on: '2026-03-09',
    participants: ['王敏'],
    matters: '走访',
    recorder: 'head',
  });
  if (command !== 'followUpConclusion') return { consultationId };
  const conclusion = { consultation_id: consultationId, number: 1, content: '共同走访' };
  const meetingId = await meeting(stage, 'WEEKLY', 'OPEN');
  const weeklyItemId = await weeklyItem(stage, meetingId, aim);
  return { conclusionId: await stage.add('consultation_conclusion', conclusion), weeklyItemId };
}
