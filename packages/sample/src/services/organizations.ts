import {
  addDays,
  answeredProposal,
  fosteredSince,
  heldActivity,
  proposedNeed,
  reachedStage,
  linkedOrganization,
  type LocalDay,
} from '@mtg/governance';
import { at } from '../calendar';
import { ChangingRow } from '../changing-row';
import type { ProcurementYear } from '../district/procurement-year';
import { actorFor, THE_LEADER, titled } from '../people';
import { actOf } from '../rules';
import type { Story } from '../story';

const STAGES = ['发现骨干', '建立章程', '独立开展活动'];

/** Each center is linked to one or two organizations from the year's first days on (R29). */
export function linkOrganizations(story: Story, { organizations }: ProcurementYear): void {
  const since = addDays(story.first, 1);
  const linkedAt = at(since, 11);
  const others = organizations.filter(({ kind }) => kind !== 'GRASSROOTS');
  for (const { code: centerCode } of story.centers) {
    const chosen = story.random.some(others, story.random.whole(1, 2));
    const links: { organizationId: string; since: LocalDay }[] = [];
    for (const organization of chosen) {
      const organizationId = organization.id;
      const act = actOf(actorFor('CENTER', centerCode), linkedAt);
      const lasting = linkedOrganization(act, { organizationId, organization, since, links });
      links.push({ organizationId, since });
      story.add('OrganizationLink', linkedAt, {
        ...lasting,
        centerCode,
        organizationId,
        organizationName: organization.name,
        organizationKind: organization.kind,
        guidance: titled('指导社区开展专业服务和志愿服务'),
      });
    }
  }
}

/** Centers foster grassroots organizations, stage by stage, and propose which services to procure (R29). */
export function fosterAndPropose(story: Story, monday: LocalDay): void {
  const since = addDays(monday, 2);
  if (!story.isPast(at(since, 11))) return;
  const center = story.random.pick(story.centers);
  if (story.random.chance(0.3)) foster(story, since, center.code, story.random.pick(center.communities));
  if (story.random.chance(0.2)) propose(story, since, center.code, story.random.pick(center.communities));
}

function foster(story: Story, since: LocalDay, centerCode: string, communityCode: string): void {
  const begunAt = at(since, 11);
  const name = titled(`楼院互助队${story.random.whole(1, 999)}`);
  const act = actOf(actorFor('CENTER', centerCode), begunAt);
  const fostering = { name, version: 1, ...fosteredSince(act, { name, since }, []) };
  const fosteredOrganizationId = story.add('FosteredOrganization', begunAt, {
    since: fostering.since,
    until: fostering.until,
    centerCode,
    communityCode,
    name,
    serviceField: titled('邻里互助'),
  });
  for (const [index, stage] of STAGES.entries()) {
    const reachedOn = addDays(since, 1 + index * 45);
    if (!story.isPast(at(reachedOn, 15))) return;
    const head = actOf(actorFor('CENTER', centerCode), at(reachedOn, 16));
    story.add('FosteringStage', at(reachedOn, 15), {
      fosteredOrganizationId,
      stage: titled(stage),
      ...reachedStage(head, fostering, reachedOn),
      remark: null,
    });
    story.add('JointActivity', at(reachedOn, 16), {
      centerCode,
      communityCode,
      kind: index === 1 ? 'PROFESSIONAL_SERVICE' : 'VOLUNTEER_SERVICE',
      title: titled('邻里互助活动'),
      organizations: [name],
      fosteredOrganizationId,
      ...heldActivity(head, reachedOn, fostering),
      participants: story.random.whole(8, 60),
    });
  }
}

function propose(story: Story, day: LocalDay, centerCode: string, communityCode: string): void {
  const [proposedAt, answeredAt] = [at(day, 14), at(addDays(day, 14), 10)];
  const act = actOf(actorFor('CENTER', centerCode), proposedAt);
  const need = { title: titled('增加助老服务'), content: titled('高龄老人较多，需上门服务') };
  const changing = new ChangingRow(story.random.idAt(proposedAt), proposedAt, proposedNeed(act, need));
  if (story.isPast(answeredAt)) {
    const reason = story.random.chance(0.25) ? titled('已有同类项目') : null;
    changing.change(answeredAt, answeredProposal(actOf(THE_LEADER, answeredAt), changing.row, reason));
  }
  story.write('NeedProposal', changing, {
    ...changing.values,
    centerCode,
    communityCodes: [communityCode],
  });
}
