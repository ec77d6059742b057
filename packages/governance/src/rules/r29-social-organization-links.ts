import type { EnforcedRule, Rule } from '../catalogue/rule';
import { violationsOf, type RuleViolation } from '../catalogue/violation';
import { findingsAfter } from '../checks/cadence';
import type { Maybe } from '../checks/facts';
import {
  organizationKindName,
  problemOfOrganization,
  type SocialOrganizationReference,
} from '../checks/social-organization';
import { unless } from '../checks/unless';
import type { LocalDay } from '../time/local-day';
import { daysOf, type Month } from '../time/period';
import { periodName } from '../time/period-name';
import { LINKED_ORGANIZATION_KINDS } from '../vocabulary/services';

/** A center about to be linked to an organization of the district's registry. */
export interface OrganizationLinking {
  readonly organizationId: string;
  readonly organization: Maybe<SocialOrganizationReference>;
  /** First day of the link. */
  readonly since: LocalDay;
  /** Links of the center, past ones included. */
  readonly links: readonly (LinkSpan & { readonly organizationId: string })[];
  readonly today: LocalDay;
}

/** Days of a link. On the last one another may take its place. */
interface LinkSpan {
  readonly since: LocalDay;
  readonly until?: Maybe<LocalDay>;
}

/** One center's links, looked back at after the end of a month. */
export interface MonthOfLinks {
  readonly month: Month;
  readonly today: LocalDay;
  /** Name of the center. */
  readonly center: string;
  /** Its links, past ones included. */
  readonly links: readonly LinkSpan[];
}

/** Organizations that a center is linked to at most. */
const MOST_LINKS = 2;

const definition: Rule = {
  code: 'R29',
  name: { zh: '对接1-2个专业或枢纽型社会组织', en: 'One or two social organizations per center' },
  sentence:
    '要结合本中心的服务特点,对接1-2个专业社会组织或“枢纽型”社会组织,指导社区开展专业服务和志愿服务,并帮助社区培育草根社会组织,要结合实际向街道提出政府购买服务需求。',
  lines: [128],
  english:
    '[Each center] shall, in keeping with the character of its services, link up with one or two professional social organizations or “hub” social organizations, guide communities in professional and voluntary services, help communities to foster grassroots social organizations, and, in the light of reality, put forward to the street its needs for services to be procured by the government.',
  kinds: ['CADENCE'],
  invariant: {
    zh: '每个中心对接1个或2个专业社会组织或枢纽型社会组织。',
    en: 'Each center is linked to one or two professional or hub social organizations.',
  },
};

/** R29 对接1-2个专业或枢纽型社会组织: one or two social organizations per center (cadence; seed:128). */
export const r29: EnforcedRule<OrganizationLinking | MonthOfLinks> = {
  ...definition,
  check: (facts) => ('organizationId' in facts ? checkLinking(facts) : checkMonth(facts)),
};

const violation = violationsOf(definition);

function checkLinking({
  organizationId,
  organization,
  since,
  links,
  today,
}: OrganizationLinking): readonly RuleViolation[] {
  const beside = links.filter(({ until }) => !until || until > since);
  return [
    ...checkOrganization(organization, since, today),
    ...checkOwn(beside.find((link) => link.organizationId === organizationId)),
    ...unless(!isFull(since, beside), () =>
      violation(
        'centerCode',
        `本中心自 ${since} 起已对接2个社会组织，不能再对接第三个。请先结束其中一个（endOrganizationLink），并填其结束之日或以后的日期。`,
        `The center is linked to two organizations on or after ${since}, and a third is one too many. End one of the links first (endOrganizationLink), and choose its last day or later.`,
      ),
    ),
  ];
}

/** @param own the center's link to the same organization, that lasts or ends later */
function checkOwn(own: LinkSpan | undefined): readonly RuleViolation[] {
  const until = own?.until;
  if (!until) {
    return unless(own === undefined, () =>
      violation(
        'organizationId',
        '本中心已对接此社会组织。请选择另一个。',
        'The center is already linked to this organization. Choose another one.',
      ),
    );
  }
  return [
    violation(
      'organizationId',
      `本中心对接此社会组织至 ${until}。请填 ${until} 或以后的日期，或选择另一个。`,
      `The center is linked to this organization until ${until}. Choose ${until} or later, or another organization.`,
    ),
  ];
}

/** True if on some day from this one on there are as many links as there may be. Their number grows on first days only. */
const isFull = (since: LocalDay, links: readonly LinkSpan[]): boolean =>
  [since, ...links.map((link) => link.since).filter((day) => day > since)].some(
    (day) =>
      links.filter((link) => link.since <= day && (!link.until || link.until > day)).length >= MOST_LINKS,
  );

function checkOrganization(
  organization: Maybe<SocialOrganizationReference>,
  since: LocalDay,
  today: LocalDay,
): readonly RuleViolation[] {
  const problem = problemOf(organization, since) ?? problemOf(organization, today);
  return unless(problem === undefined, () =>
    violation(
      'organizationId',
      `${problem?.zh ?? ''}。请引用登记在册的专业或枢纽型社会组织（district.socialOrganizations）。`,
      `${problem?.en ?? ''}. Cite a professional or hub organization of the registry (\`district.socialOrganizations\`).`,
    ),
  );
}

function problemOf(organization: Maybe<SocialOrganizationReference>, day: LocalDay) {
  if (!organization) {
    return { zh: '区里没有所引用的社会组织', en: 'The cited social organization is not registered' };
  }
  const { name, kind } = organization;
  if (LINKED_ORGANIZATION_KINDS.some((each) => each === kind))
    return problemOfOrganization(organization, day);
  const { zh, en } = organizationKindName(kind);
  return { zh: `${name}是${zh}`, en: `${name} is a ${en} organization` };
}

function checkMonth({ month, today, center, links }: MonthOfLinks): readonly RuleViolation[] {
  return findingsAfter(definition, { kind: 'MONTH', period: month, today }, () => {
    const last = daysOf(month)?.last ?? '';
    const { zh, en } = periodName(month);
    return unless(
      links.some(({ since, until }) => since <= last && (!until || until >= last)),
      () =>
        violation(
          'links',
          `${zh}末，${center}没有对接的专业或枢纽型社会组织。请对接1至2个（linkOrganization）。`,
          `At the end of ${en}, ${center} was linked to no professional or hub organization. Link it to one or two (linkOrganization).`,
        ),
    );
  });
}
