import type { EnforcedRule, Rule } from '../catalogue/rule';
import { violationsOf, type RuleViolation } from '../catalogue/violation';
import { findingsAfter } from '../checks/cadence';
import type { Maybe } from '../checks/facts';
import { problemOfNeed, type ProcurementNeedReference } from '../checks/procurement-need';
import { problemOfOrganization, type SocialOrganizationReference } from '../checks/social-organization';
import { findingOn, unless } from '../checks/unless';
import type { LocalDay } from '../time/local-day';
import { precedes } from '../time/moment';
import type { Year } from '../time/period';

/** A catalogue about to be issued, or to replace one by a correction. */
export interface CatalogueIssue {
  readonly year: number;
  readonly issuedOn: LocalDay;
  readonly today: LocalDay;
  /** The survey that it is built on. */
  readonly survey: Maybe<{ readonly concludedOn: LocalDay }>;
  /** Number of needs. */
  readonly needs: number;
  /** Number of the catalogue of the year that stands; a correction replaces it. */
  readonly standing?: Maybe<string>;
}

/** A service project about to start. */
export interface CitedProcurement {
  readonly need: Maybe<ProcurementNeedReference>;
  readonly organization: Maybe<SocialOrganizationReference>;
  /** First day of its term. */
  readonly startsOn: LocalDay;
  readonly today: LocalDay;
}

/** The district's catalogues, looked back at after the end of a year. */
export interface YearOfCatalogues {
  readonly year: Year;
  readonly today: LocalDay;
  /** Catalogues that were issued, of any year. */
  readonly catalogues: readonly { readonly year: number }[];
}

const definition: Rule = {
  code: 'R30',
  name: { zh: '购买服务目录', en: 'The catalogue of services to procure' },
  sentence:
    '区委社会工委每年下发《门头沟区政府购买公共服务项目需求》,以社区和居民服务需求调查为基础,确定了需求目录,要求各街道和社区对照需求目录,积极引进专业社会组织,并指导社区社会组织做好服务项目的策划,由社会组织更多的承接公共服务。',
  lines: [128],
  english:
    'Every year the Social Affairs Working Committee of the District Party Committee issues the “Mentougou District Government’s Needs for Procured Public Service Projects”; it settles a catalogue of needs on the basis of surveys of the service needs of communities and residents, and requires streets and communities to bring in professional social organizations according to the catalogue, and to guide community social organizations in planning service projects well, so that social organizations take on more public services.',
  kinds: ['CADENCE', 'PRECONDITION'],
  invariant: {
    zh: '每年有一份目录，以需求调查为基础；服务项目须引用目录中的一项需求和一个社会组织。',
    en: 'There is one catalogue a year, built on a needs survey; a service project cites a need of the catalogue and a social organization.',
  },
  note: {
    zh: '原文没有说明目录何时有效：目录下发后即可引用，到被更正或更晚年度的目录到其年度为止。下年度的目录可提前下发，此时两年的目录均可引用。',
    en: 'The study does not say when a catalogue applies. It can be cited once it is issued, until a correction replaces it or the year of a later catalogue begins. One for the next year may be issued early, and then both can be cited.',
  },
};

/** R30 购买服务目录: the catalogue of services to procure (cadence and precondition; seed:128). */
export const r30: EnforcedRule<CatalogueIssue | CitedProcurement | YearOfCatalogues> = {
  ...definition,
  check: (facts) => {
    if ('organization' in facts) return checkProject(facts);
    return 'survey' in facts ? checkIssue(facts) : checkYear(facts);
  },
};

const violation = violationsOf(definition);

function checkIssue({ year, issuedOn, today, survey, needs, standing }: CatalogueIssue) {
  return [
    ...findingOn(standing ?? undefined, (number) =>
      violation(
        'year',
        `${year} 年的目录 ${number} 已经下发，每年一份。请改用更正（correctProcurementCatalogue）。`,
        `The catalogue of ${year}, ${number}, is issued, and there is one a year. Correct it instead (correctProcurementCatalogue).`,
      ),
    ),
    ...unless(precedes(issuedOn, today), () =>
      violation(
        'issuedOn',
        `下发日期 ${issuedOn} 不是今天（${today}）或以前的日期。请更正。`,
        `The day of issue, ${issuedOn}, is not today (${today}) or earlier. Correct it.`,
      ),
    ),
    ...checkBasis(issuedOn, survey),
    ...unless(needs > 0, () =>
      violation(
        'needs',
        '目录没有列出需求。请至少列出一项。',
        'The catalogue lists no need. List at least one.',
      ),
    ),
  ];
}

function checkBasis(issuedOn: LocalDay, survey: CatalogueIssue['survey']): readonly RuleViolation[] {
  if (!survey) {
    return [
      violation(
        'surveyId',
        '目录没有需求调查作为依据。请先登记需求调查（recordNeedsSurvey），再引用它。',
        'The catalogue is built on no survey of needs. Record one first (recordNeedsSurvey), then cite it.',
      ),
    ];
  }
  return unless(precedes(survey.concludedOn, issuedOn), () =>
    violation(
      'surveyId',
      `需求调查 ${survey.concludedOn} 才结束，晚于目录的下发日期 ${issuedOn}。请引用此前结束的调查。`,
      `The survey of needs was concluded on ${survey.concludedOn}, after the catalogue’s day of issue, ${issuedOn}. Cite an earlier survey.`,
    ),
  );
}

function checkProject({ need, organization, startsOn, today }: CitedProcurement): readonly RuleViolation[] {
  return [
    ...findingOn(problemOfNeed(need), ({ zh, en }) =>
      violation(
        'needId',
        `${zh}。请引用现行目录中的一项需求（district.procurementNeeds）。`,
        `${en}. Cite a need of the catalogue in force (\`district.procurementNeeds\`).`,
      ),
    ),
    ...findingOn(problemOfProvider(organization, startsOn, today), ({ zh, en }) =>
      violation(
        'organizationId',
        `${zh}。请引用登记在册的社会组织（district.socialOrganizations）。`,
        `${en}. Cite an organization of the registry (\`district.socialOrganizations\`).`,
      ),
    ),
  ];
}

function problemOfProvider(
  organization: CitedProcurement['organization'],
  startsOn: LocalDay,
  today: LocalDay,
) {
  if (organization) {
    // It is registered now, and was when the project began. Days to come are not known yet.
    const began = startsOn < today ? problemOfOrganization(organization, startsOn) : undefined;
    return began ?? problemOfOrganization(organization, today);
  }
  return { zh: '区里没有所引用的社会组织', en: 'The cited social organization is not registered' };
}

function checkYear({ year, today, catalogues }: YearOfCatalogues): readonly RuleViolation[] {
  return findingsAfter(definition, { kind: 'YEAR', period: year, today }, () =>
    unless(
      catalogues.some((catalogue) => String(catalogue.year) === year),
      () =>
        violation(
          'catalogues',
          `${year} 年没有下发购买服务目录。请补发，并写明迟延的原因。`,
          `No procurement catalogue was issued in ${year}. Issue it, and state why it is late.`,
        ),
    ),
  );
}
