import { CENTERS, headOf } from './meetings';
import { people, type YearStage } from './stage';

/** A center and a department that consult each month (R18). */
export interface Linked {
  readonly id: string;
  /** Of the findings: `center/department`. */
  readonly subject: string;
  readonly center: string;
}

/** Links a center with a department, from today on. */
export async function link(stage: YearStage, centerCode: string, departmentCode: string): Promise<Linked> {
  const input = { centerCode, departmentCode, matters: '日常联动', since: stage.today() };
  const id = await stage.make('departmentLink', 'linkDepartment', input, headOf(centerCode));
  return { id, subject: `${centerCode}/${departmentCode}`, center: centerCode };
}

/** Records a consultation of a link, of a day, by default today. */
export async function consult(
  stage: YearStage,
  { id: departmentLinkId, center }: Linked,
  consultedOn = stage.today(),
): Promise<string> {
  const what = { participants: ['中心主任', '部门联系人'], matters: '本月工作', conclusions: [] };
  const input = { departmentLinkId, consultedOn, ...what };
  return stage.make('consultation', 'recordConsultation', input, headOf(center));
}

/** A center drafts and submits its plan of a year or a month, and 综合管理中心 adopts it today (R17). */
export async function adoptPlan(
  stage: YearStage,
  centerCode: string,
  period: string,
  more: object = {},
): Promise<void> {
  const items = [
    { kind: 'KEY_POINT', content: '本领域重点工作' },
    { kind: 'INNOVATION', content: '服务进楼门' },
  ];
  const head = headOf(centerCode);
  const planId = await stage.make('plan', 'draftPlan', { centerCode, period, items, ...more }, head);
  await stage.step('submitPlan', { planId }, head);
  await stage.step('adoptPlan', { planId }, people.dispatcher);
}

/** The same for every center but these. */
export async function adoptPlans(
  stage: YearStage,
  period: string,
  {
    without = [],
    ...more
  }: { readonly without?: readonly string[]; readonly retreatMeetingId?: string } = {},
): Promise<void> {
  for (const center of CENTERS) if (!without.includes(center)) await adoptPlan(stage, center, period, more);
}
