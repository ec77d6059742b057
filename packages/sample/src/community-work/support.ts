import {
  addDays,
  answeredSolution,
  raisedSupport,
  requireTakenUp,
  solvedSupport,
  SupportKind,
  takenUpSupport,
  type LocalDay,
} from '@mtg/governance';
import { at } from '../calendar';
import type { SampleCenter } from '../centers';
import { ChangingRow } from '../changing-row';
import { actorFor, secretaryOf, THE_CLERK, titled, unitName } from '../people';
import { actOf } from '../rules';
import type { Story } from '../story';

/** Problems that a center helps with in a week, in proportion to its communities. */
const PER_WEEK = 0.08;
const PROBLEMS: Readonly<Record<SupportKind, string>> = {
  INFRASTRUCTURE: '楼道照明损坏',
  GREENING: '绿地缺株',
  SANITATION: '垃圾堆放点清运不及时',
  PARKING: '小区停车难',
  SHOPPING: '缺少便民菜店',
  OTHER: '宠物管理',
};

/** Centers help communities to solve prominent problems, which the communities confirm (R28). */
export function supportCommunities(story: Story, monday: LocalDay): void {
  const day = addDays(monday, 3);
  if (!story.isPast(at(day, 10))) return;
  for (const center of story.centers) {
    const count = story.random.about(center.size * PER_WEEK);
    for (let issue = 0; issue < count; issue += 1) support(story, day, center);
  }
}

function support(story: Story, day: LocalDay, { code: centerCode, communities }: SampleCenter): void {
  const { random } = story;
  const raisedAt = at(day, 10);
  const kind = random.pick(Object.values(SupportKind));
  const communityCode = random.pick(communities);
  const head = (moment: Date) => actOf(actorFor('CENTER', centerCode), moment);
  const draft = { kind, title: titled(PROBLEMS[kind]), communityCode };
  const issue = new ChangingRow(random.idAt(raisedAt), raisedAt, raisedSupport(head(raisedAt), draft));
  const takenUpAt = at(addDays(day, 4), 15);
  const solvedOn = addDays(day, random.whole(10, 60));
  const [solvedAt, answeredAt] = [at(solvedOn, 16), at(addDays(solvedOn, 3), 10)];
  const units: string[] = [];
  if (story.isPast(takenUpAt)) {
    const by = { bodyCode: 'AREA_MANAGEMENT_COMMITTEE', meetingId: null };
    issue.change(takenUpAt, takenUpSupport(actOf(THE_CLERK, takenUpAt), issue.row, by));
    requireTakenUp(head(takenUpAt), issue.row, 'recordContribution');
    units.push(unitName(random.whole(1, 20)));
  }
  if (story.isPast(solvedAt)) {
    const solution = { solution: titled('已协调解决'), solvedOn };
    issue.change(solvedAt, solvedSupport(head(solvedAt), issue.row, solution));
  }
  if (story.isPast(answeredAt)) {
    const secretary = { subject: secretaryOf(communityCode), role: 'COMMUNITY_SECRETARY' };
    const objection = random.chance(0.1) ? titled('尚未完全解决') : null;
    issue.change(answeredAt, answeredSolution(actOf(secretary, answeredAt), issue.row, objection));
  }
  story.write('SupportIssue', issue, {
    ...issue.values,
    centerCode,
    visitId: null,
    sentimentLogId: null,
    ledgerEntryId: null,
  });
  for (const unit of units) {
    story.add('SupportContribution', takenUpAt, {
      supportIssueId: issue.id,
      unit,
      departmentCode: null,
      contribution: titled('提供场地和人员'),
    });
  }
}
