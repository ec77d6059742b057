import {
  acceptedServiceProject,
  addDays,
  evaluatedServiceProject,
  reachedMilestone,
  startedServiceProject,
  terminatedServiceProject,
  type Amount,
  type LocalDay,
} from '@mtg/governance';
import { at } from '../calendar';
import type { SampleCenter } from '../centers';
import { ChangingRow } from '../changing-row';
import { catalogueOn, type ProcurementYear } from '../district/procurement-year';
import type { OpenReceipt } from '../funds/keep-funds';
import { payService } from '../funds/pay-service';
import { actorFor, secretaryOf, titled } from '../people';
import { actOf } from '../rules';
import type { Story } from '../story';

const TERM_DAYS = 90;
/** Projects that a center starts in a week, in proportion to its communities. */
const PER_WEEK = 0.05;
const MILESTONES = ['服务启动', '中期服务完成'];

/** Centers procure services for their communities, by the catalogue in force (R30). */
export function procureServices(
  story: Story,
  monday: LocalDay,
  procurement: ProcurementYear,
  receipts: readonly OpenReceipt[],
): void {
  const day = addDays(monday, 1);
  if (!story.isPast(at(day, 10))) return;
  for (const center of story.centers) {
    const count = story.random.about(center.size * PER_WEEK);
    for (let project = 0; project < count; project += 1) procure(story, day, center, procurement, receipts);
  }
}

function procure(
  story: Story,
  day: LocalDay,
  center: SampleCenter,
  procurement: ProcurementYear,
  receipts: readonly OpenReceipt[],
): void {
  const catalogue = catalogueOn(procurement, day);
  if (!catalogue) return;
  const { random } = story;
  const startedAt = at(day, 10);
  const need = random.pick(catalogue.needs);
  const organization = random.pick(procurement.organizations);
  const communityCode = random.pick(center.communities);
  const draft = {
    startsOn: day,
    endsOn: addDays(day, TERM_DAYS),
    title: `${need.title}项目`,
    content: titled('每周一次进社区服务'),
    milestones: MILESTONES.map((title) => ({ title: titled(title) })),
  };
  const head = (moment: Date) => actOf(actorFor('CENTER', center.code), moment);
  const course = startedServiceProject(head(startedAt), draft, { need, organization });
  const changing = new ChangingRow(random.idAt(startedAt), startedAt, course);
  const [acceptedAt, evaluatedAt] = [
    at(addDays(day, TERM_DAYS + 5), 15),
    at(addDays(day, TERM_DAYS + 12), 15),
  ];
  const stoppedAt = at(addDays(day, 40), 15);
  const isStopped = random.chance(0.1) && story.isPast(stoppedAt);
  const milestones = MILESTONES.map((title, index) => {
    const dueOn = addDays(day, index === 0 ? 10 : 60);
    const reachedAt = at(dueOn, 16);
    const isReached = story.isPast(reachedAt) && !(isStopped && reachedAt > stoppedAt);
    const reached = isReached
      ? reachedMilestone(head(reachedAt), changing.row, dueOn)
      : { reachedOn: null, reachedAt: null };
    return { title: titled(title), dueOn, ...reached };
  });
  const reachedDays = milestones.flatMap(({ reachedOn }) => reachedOn ?? []);
  if (isStopped) {
    changing.change(
      stoppedAt,
      terminatedServiceProject(head(stoppedAt), changing.row, titled('承接组织人员变动')),
    );
  } else if (story.isPast(acceptedAt)) {
    const accepted = { acceptedOn: addDays(day, TERM_DAYS + 5), acceptance: titled('按合同完成') };
    changing.change(
      acceptedAt,
      acceptedServiceProject(head(acceptedAt), changing.row, accepted, reachedDays),
    );
    if (story.isPast(evaluatedAt)) {
      const secretary = { subject: secretaryOf(communityCode), role: 'COMMUNITY_SECRETARY' };
      const act = actOf(secretary, evaluatedAt);
      changing.change(
        evaluatedAt,
        evaluatedServiceProject(act, changing.row, { evaluation: titled('居民反映良好') }),
      );
    }
  }
  const amount: Amount = `${random.whole(2, 20)}0000.00`;
  story.write('ServiceProject', changing, {
    ...changing.values,
    centerCode: center.code,
    communityCode,
    amount,
    needId: need.id,
    needTitle: need.title,
    catalogueId: catalogue.id,
    catalogueNumber: catalogue.number,
    surveyId: catalogue.survey.id,
    organizationId: organization.id,
    organizationName: organization.name,
  });
  for (const [index, milestone] of milestones.entries()) {
    const { reachedAt } = milestone;
    story.add(
      'ServiceMilestone',
      startedAt,
      { ...milestone, serviceProjectId: changing.id, number: index + 1, remark: null },
      reachedAt === null ? {} : { updatedAt: reachedAt, version: 2 },
    );
  }
  const paidAt = at(addDays(day, TERM_DAYS + 8), 15);
  if (!isStopped) payService(story, receipts, { id: changing.id, amount, paidAt });
}
